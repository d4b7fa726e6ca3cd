import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { untouched, type FormState } from '@stem/ui/form'
import { line, optionalLine, optionalParagraphs, optionalWebAddress } from '@stem/web/form'
import * as v from 'valibot'
import { filled, type Profile, type Texts } from './profile.ts'

const FIRST_YEAR = 1000
const perLocale = <Schema extends v.GenericSchema>(part: string, schema: Schema) =>
  Object.fromEntries(SHIPPED.map((locale) => [`${part}_${locale}`, schema])) as Record<string, Schema>

const year = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => text === '' || (/^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= new Date().getUTCFullYear()), 'forms.year'),
    v.transform((text) => (text === '' ? null : Number(text))),
  ),
  '',
)

/** The form of a profile: one set of texts for each language. */
export const profileForm = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  name: line(200),
  website: optionalWebAddress,
  since: year,
  alternative: optionalLine(200),
  ...perLocale('name', optionalLine(200)),
  ...perLocale('description', optionalParagraphs(2000)),
  ...perLocale('objectives', optionalParagraphs(2000)),
  do: v.picklist(['save', 'submit']),
})

const textsIn = (form: Record<string, unknown>, part: string): Texts =>
  filled(Object.fromEntries(SHIPPED.map((locale) => [locale, String(form[`${part}_${locale}`] ?? '')])) as Texts)

/** The profile that a form holds; the picture comes with its own form and stays, with the words of this one. */
export function profileFrom(form: v.InferOutput<typeof profileForm>, logo: Profile['logo']): Profile {
  const { name, website, since, alternative } = form
  return {
    name,
    website,
    since,
    names: textsIn(form, 'name'),
    descriptions: textsIn(form, 'description'),
    objectives: textsIn(form, 'objectives'),
    logo: logo && { ...logo, alternative: alternative ?? logo.alternative },
  }
}

/** A profile as its form begins. */
export const formOf = (profile: Profile, version: number): FormState =>
  untouched({
    version: String(version),
    name: profile.name,
    website: profile.website,
    since: profile.since === null ? '' : String(profile.since),
    alternative: profile.logo?.alternative ?? '',
    ...Object.fromEntries(
      SHIPPED.flatMap((locale: ShippedLocale) => [
        [`name_${locale}`, profile.names[locale] ?? ''],
        [`description_${locale}`, profile.descriptions[locale] ?? ''],
        [`objectives_${locale}`, profile.objectives[locale] ?? ''],
      ]),
    ),
  })
