import { mailAddress } from '@stem/mail/message'
import { formKey, line, nothingChosen, optionalLine, paragraphs, parseForm, type FormFault } from '@stem/web/form'
import * as v from 'valibot'
import { isShipped } from '@stem/i18n/locales'
import { KINDS } from '../cases/case.ts'
import { TURNSTILE_FIELD } from '../spam/turnstile.ts'

/** Steps of the request, in order. `check`: everything once more. */
export const STEPS = ['kind', 'you', 'challenge', 'check'] as const
/** A step. */
export type Step = (typeof STEPS)[number]

/** Fields that each step asks for. */
export const FIELDS: Record<Exclude<Step, 'check'>, readonly string[]> = {
  kind: ['kind'],
  you: ['name', 'address', 'organisation', 'job', 'country', 'language'],
  challenge: ['challenge', 'tried', 'table'],
}
/** All fields, in the order of the form. */
export const ALL = Object.values(FIELDS).flat()

const MOST = 4000
const country = v.optional(v.pipe(v.string(), v.regex(/^([A-Z]{2})?$/, 'forms.choose')), '')

/** What each field must be. */
export const ENTRIES = {
  kind: v.picklist(KINDS, 'forms.choose'),
  name: line(100),
  address: mailAddress,
  organisation: optionalLine(200),
  job: optionalLine(120),
  country,
  language: v.optional(
    v.pipe(
      v.string(),
      v.check((code) => code === '' || isShipped(code), 'forms.choose'),
    ),
    '',
  ),
  challenge: paragraphs(MOST),
  tried: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(MOST, 'forms.too_long')), ''),
  table: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000, 'forms.too_long')), ''),
}
/** Something unseen that a form can do without. */
const unseen = v.optional(v.string(), '')

/**
 * What comes along unseen. `drawn`: when the form was drawn first, signed; `more`: a field nobody sees, who fills it in is a program;
 * `practice_id`, `organisation_id`: what the request is about; `asked`: the address for a draft was asked for. `attached`: how many files the page
 * showed; `remove`: the one to take out.
 */
export const UNSEEN = {
  key: formKey,
  drawn: unseen,
  more: unseen,
  practice_id: unseen,
  organisation_id: unseen,
  asked: unseen,
  [TURNSTILE_FIELD]: unseen,
  step: v.picklist(STEPS),
  go: v.optional(v.picklist(['on', 'back', 'stay', 'send', 'save', 'drop-practice', 'drop-organisation'])),
  attached: v.optional(v.string(), '0'),
  remove: v.optional(v.string()),
  files: nothingChosen,
}

/** What every step brings along of the others, beside their fields. */
export const CARRIED = ['practice_id', 'organisation_id'] as const

/** The whole form. */
export const wholeForm = v.strictObject({ ...ENTRIES, ...UNSEEN })
/** What a finished form holds. */
export type Finished = v.InferOutput<typeof wholeForm>

/** Faults of the fields of one step, whatever the other steps hold. */
export function faultsOf(step: Exclude<Step, 'check'>, typed: Record<string, string>): FormFault[] {
  const names = FIELDS[step] as readonly (keyof typeof ENTRIES)[]
  const schema = v.strictObject(Object.fromEntries(names.map((name) => [name, ENTRIES[name]])) as Record<string, v.GenericSchema<string>>)
  const parsed = parseForm({ typed: Object.fromEntries(names.map((name) => [name, typed[name] ?? ''])), lists: {} }, schema as never)
  return parsed.ok ? [] : parsed.faults
}

/** The text of a request as one message: the challenge, and what else was told, each under its heading. */
export const textOf = ({ challenge, tried, table }: Pick<Finished, 'challenge' | 'tried' | 'table'>, headings: { tried: string; table: string }): string =>
  [challenge, ...(tried === '' ? [] : [`${headings.tried}\n${tried}`]), ...(table === '' ? [] : [`${headings.table}\n${table}`])].join('\n\n')
