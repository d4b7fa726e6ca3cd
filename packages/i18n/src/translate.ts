import { en } from './catalogues/en.ts'
import { fr } from './catalogues/fr.ts'
import { el } from './catalogues/el.ts'
import { de } from './catalogues/de.ts'
import { es } from './catalogues/es.ts'
import { nl } from './catalogues/nl.ts'
import type { Locale, ShippedLocale } from './locales.ts'
import { pluralCategory, type PluralCategory } from './plural.ts'

/** One text, or one text per plural category of the language; `{name}` stands for a parameter. */
export type Message = string | ({ other: string } & { [category in PluralCategory]?: string })

/** Every text of the site in one language. A language with a missing or an extra key does not compile. */
export type Catalogue = { readonly [key in keyof typeof en]: Message }

/** Name of a text. */
export type Key = keyof typeof en

/** Values for the places of a text. `n` chooses the plural form. Put numbers in as formatted text, beside `n`. */
export type Params = { n?: number } & Record<string, string | number>

/** Gives the text of `key`, or nothing for a term that has no text; the result is plain text and must be escaped like any other. */
export type Translate = (key: Key, params?: Params) => string

const CATALOGUES: Record<ShippedLocale, Catalogue> = { de, el, en, es, fr, nl }

const fill = (text: string, params: Params): string => text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))

const choose = (message: Message, locale: Locale, n: number | undefined): string =>
  typeof message === 'string' ? message : (message[pluralCategory(locale, n ?? 0)] ?? message.other)

/** The translator of `locale`. */
export const translator = (locale: ShippedLocale): Translate => {
  const catalogue = CATALOGUES[locale]
  const all: Partial<Record<string, Message>> = catalogue
  return (key, params = {}) => fill(choose(all[key] ?? '', locale, params.n), params)
}
