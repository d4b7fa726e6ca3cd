import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { fold } from '@stem/i18n/fold'
import { formats } from '@stem/i18n/format'
import type { Agreement } from '@stem/contracts/content'
import type { Content } from './instrument.ts'

/** Who would see what: `tells`, whether it says which country or organisation asked. */
export type View = { visibility: 'public' | 'members'; tells: boolean }

/** The view that what staff wrote would give. */
export const viewOf = ({ visibility, named, country, organisation }: Pick<Content, 'visibility' | 'named' | 'country' | 'organisation'>): View => ({
  visibility,
  tells: (named && country !== null) || organisation !== null,
})

/**
 * Whether the requester agreed to `view`. To members alone: the public is not told who asked. Nothing agreed yet: nobody is. Without a
 * request there is nobody to ask.
 */
export function agreesTo(agreed: Agreement | null, { visibility, tells }: View): boolean {
  if (agreed === null || agreed === 'public' || !tells) return true
  return agreed === 'members' && visibility === 'members'
}

const SHORTEST = 4
const spaced = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')

/** The beginning of a country's name in a language: what its inflected forms and most adjectives share. */
function stemOf(country: string, locale: ShippedLocale): string {
  const name = spaced(formats(locale).countryName(country))
  return name.length > SHORTEST ? name.slice(0, -1) : name
}

/** A text and its language; null for what has none, such as the name of an organisation. */
export type Said = { locale: ShippedLocale | null; text: string }

/** Whether one of `texts` names `country`: a word that begins like its name in the language of the text. A help for readers of drafts, no proof. */
export const isNamed = (country: string, texts: readonly Said[]): boolean =>
  texts.some(({ locale, text }) => (locale === null ? SHIPPED : [locale]).some((one) => ` ${spaced(text)}`.includes(` ${stemOf(country, one)}`)))
