import { COUNTRIES } from '@stem/contracts/countries'
import { AGREEMENTS } from '@stem/contracts/content'
import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { untouched, type FormState } from '@stem/ui/form'
import { line, optionalLine, optionalParagraphs, optionalWebAddress, formKey, type FormFault } from '@stem/web/form'
import * as v from 'valibot'
import { PARTS, SIDES, type Content, type Instrument, type Words } from './instrument.ts'
import { FOLLOW_UP_STATES, type Advice, type Recommendation } from './recommendation.ts'

const WORDS = ['title', 'summary', ...PARTS] as const
const MOST: Record<(typeof WORDS)[number], number> = { title: 200, summary: 2000, background: 6000, objectives: 4000 }

const entriesFor = <Schema extends v.GenericSchema>(names: readonly string[], schema: Schema) =>
  Object.fromEntries(names.map((name) => [name, schema])) as Record<string, Schema>
const inEach = (part: string): string[] => SHIPPED.map((locale) => `${part}_${locale}`)

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
const day = v.pipe(v.string('forms.required'), v.trim(), v.check(isDay, 'forms.day'))
const optionalDay = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => text === '' || isDay(text), 'forms.day'),
    v.transform((text) => (text === '' ? null : text)),
  ),
  '',
)
/** The version of what a form was drawn from. */
export const seenVersion = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))
const country = v.pipe(v.string('forms.choose'), v.regex(/^[A-Z]{2}$/, 'forms.choose'))
const orNothing = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(
    v.union(
      [
        v.pipe(
          v.literal(''),
          v.transform(() => null),
        ),
        schema,
      ],
      'forms.choose',
    ),
    '',
  )

/** The form of an instrument: facts, and one set of words for each language. */
export const instrumentForm = v.strictObject({
  version: seenVersion,
  agreed: orNothing(v.picklist(AGREEMENTS)),
  visibility: v.picklist(['public', 'members'], 'forms.choose'),
  country: orNothing(country),
  named: v.optional(v.picklist(['', 'yes']), ''),
  organisation: optionalLine(300),
  start: optionalDay,
  end: optionalDay,
  ...entriesFor(SIDES, optionalParagraphs(3000)),
  ...entriesFor(inEach('title'), optionalLine(MOST.title)),
  ...entriesFor([...inEach('summary')], optionalParagraphs(MOST.summary)),
  ...entriesFor([...inEach('background')], optionalParagraphs(MOST.background)),
  ...entriesFor([...inEach('objectives')], optionalParagraphs(MOST.objectives)),
})
type InstrumentForm = v.InferOutput<typeof instrumentForm>

const textIn = (form: Record<string, unknown>, name: string): string => String(form[name] ?? '')

/** What a form holds. A side of the table has a field for roundtables alone and stays as it was elsewhere. */
export function contentFrom(form: InstrumentForm, { content: before, type }: Pick<Instrument, 'content' | 'type'>): Content {
  const all: Record<string, unknown> = form
  const words = SHIPPED.flatMap((locale) => {
    const own = Object.fromEntries(WORDS.map((part) => [part, textIn(all, `${part}_${locale}`)])) as Words
    return own.title === '' ? [] : [[locale, own] as const]
  })
  return {
    words: Object.fromEntries(words),
    visibility: form.visibility,
    country: form.country,
    named: form.named === 'yes',
    agreed: before.agreed === null ? null : (form.agreed ?? before.agreed),
    organisation: form.organisation,
    start: form.start,
    end: form.end,
    participants: type === 'roundtable' ? (Object.fromEntries(SIDES.map((side) => [side, textIn(all, side)])) as Content['participants']) : before.participants,
  }
}

/** What is wrong with a form as a whole: a language with words but no title, the original without one, an end before the start. */
export function faultsOf(form: InstrumentForm, originalLocale: string): FormFault[] {
  const all: Record<string, unknown> = form
  const untitled = SHIPPED.filter(
    (locale) => textIn(all, `title_${locale}`) === '' && (locale === originalLocale || WORDS.some((part) => textIn(all, `${part}_${locale}`) !== '')),
  )
  return [
    ...untitled.map((locale) => ({ field: `title_${locale}`, reason: 'forms.required' })),
    ...(form.start !== null && form.end !== null && form.end < form.start ? [{ field: 'end', reason: 'forms.end' }] : []),
  ]
}

/** An instrument as its form begins. */
export const formOf = (content: Content, version: number): FormState =>
  untouched({
    version: String(version),
    agreed: content.agreed,
    visibility: content.visibility,
    country: content.country,
    named: content.named ? 'yes' : '',
    organisation: content.organisation,
    start: content.start,
    end: content.end,
    ...content.participants,
    ...Object.fromEntries(SHIPPED.flatMap((locale) => WORDS.map((part) => [`${part}_${locale}`, content.words[locale]?.[part] ?? '']))),
  })

const REGISTER = /org_[0-9a-z]{26}/
const register = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(500, 'forms.too_long'),
    v.check((text) => text === '' || REGISTER.test(text), 'forms.record'),
    v.transform((text) => REGISTER.exec(text)?.[0] ?? null),
  ),
  '',
)
const advice = { ...entriesFor(inEach('text'), optionalParagraphs(2000)), addressee: line(300), organisation: register, due: optionalDay }
/** The form of a new recommendation. */
export const newAdviceForm = v.strictObject({ key: formKey, ...advice })
/** The form of a recommendation that is there. */
export const adviceForm = v.strictObject({ version: seenVersion, do: v.picklist(['save', 'remove']), ...advice })

/** The recommendation that a form holds. */
export function adviceFrom(form: Pick<v.InferOutput<typeof newAdviceForm>, 'addressee' | 'organisation' | 'due'>): Advice {
  const texts = SHIPPED.map((locale) => [locale, textIn(form as Record<string, unknown>, `text_${locale}`)] as const).filter(([, text]) => text !== '')
  return { texts: Object.fromEntries(texts), addressee: form.addressee, organisationId: form.organisation, dueOn: form.due }
}

/** A recommendation as its form begins. */
export const adviceState = ({ texts, addressee, organisationId, dueOn, version }: Recommendation): FormState =>
  untouched({
    version: String(version),
    addressee,
    organisation: organisationId,
    due: dueOn,
    ...Object.fromEntries(SHIPPED.map((locale: ShippedLocale) => [`text_${locale}`, texts[locale] ?? ''])),
  })

/** The form of a step of a country. `seen`: the last step of each country when the form was drawn, e.g. `EE-2 FI-1`. */
export const stepForm = v.strictObject({
  seen: v.pipe(v.string(), v.regex(/^([A-Z]{2}-\d{1,6}( |$))*$/)),
  country: v.picklist(COUNTRIES, 'forms.choose'),
  state: v.picklist(FOLLOW_UP_STATES, 'forms.choose'),
  on: day,
  source: optionalWebAddress,
  note: optionalParagraphs(1000),
})

/** The last step of `of` that was seen. */
export const seenOf = (seen: string, of: string): number => Number(new RegExp(`(?:^| )${of}-(\\d+)`).exec(seen)?.[1] ?? 0)
