import type { ShippedLocale } from '@stem/i18n/locales'
import { DEFAULT_LOCALE, isShipped, SHIPPED } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import type { Case } from '../cases/case.ts'

/** Places of a text that are filled when it is inserted. */
export const VARIABLES = ['name', 'reference', 'kind'] as const
type Variable = (typeof VARIABLES)[number]

const PLACE = /\{([^{}\n]{1,40})\}/g

/** Places of `text` that nothing fills, each once, as they are written. */
export const unknownPlaces = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].filter(([, name]) => !(VARIABLES as readonly string[]).includes(name ?? '')).map(([place]) => place)),
]

/** A text in the language of a requester. `isOwn`: it exists in that language. */
export type Chosen = { locale: ShippedLocale; text: string; isOwn: boolean }

/** The text for `wanted`, else the English one, else the first there is; null when it is empty in every language. */
export function textFor(texts: Readonly<Record<string, string>>, wanted: string): Chosen | null {
  const order: ShippedLocale[] = [...(isShipped(wanted) ? [wanted] : []), DEFAULT_LOCALE, ...SHIPPED]
  const locale = order.find((one) => (texts[one] ?? '') !== '')
  return locale === undefined ? null : { locale, text: texts[locale] ?? '', isOwn: locale === wanted }
}

/** Fills the places of a text with what is known of a case, once: what a name holds is never filled again. Unknown places stay as they are. */
export function fillText(
  { text, locale }: Pick<Chosen, 'text' | 'locale'>,
  { requester, reference, kind }: Pick<Case, 'requester' | 'reference' | 'kind'>,
): string {
  const values: Record<Variable, string> = { name: requester?.name ?? '', reference, kind: translator(locale)(`request.kind.${kind}`) }
  return text.replace(PLACE, (place, name: string) => (Object.hasOwn(values, name) ? values[name as Variable] : place))
}
