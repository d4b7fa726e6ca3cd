import { mailAddress } from '@stem/mail/message'
import { formKey, line, nothingChosen, optionalLine, paragraphs } from '@stem/web/form'
import * as v from 'valibot'
import { KINDS } from '../cases/case.ts'

/** Steps of the request, in order. `check`: everything once more. */
export const STEPS = ['kind', 'you', 'challenge', 'check'] as const
/** A step. */
export type Step = (typeof STEPS)[number]

/** Fields that each step asks for. */
export const FIELDS: Record<Exclude<Step, 'check'>, readonly string[]> = {
  kind: ['kind'],
  you: ['name', 'address', 'organisation', 'job', 'country'],
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
  challenge: paragraphs(MOST),
  tried: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(MOST, 'forms.too_long')), ''),
  table: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000, 'forms.too_long')), ''),
}
/** What comes along unseen. `more`: a field nobody sees; who fills it in is a program. `attached`: how many files the page showed; `remove`: the one to take out. */
export const UNSEEN = {
  key: formKey,
  more: v.optional(v.string(), ''),
  step: v.picklist(STEPS),
  go: v.optional(v.picklist(['on', 'back', 'send'])),
  attached: v.optional(v.string(), '0'),
  remove: v.optional(v.string()),
  files: nothingChosen,
}

/** The whole form. */
export const wholeForm = v.strictObject({ ...ENTRIES, ...UNSEEN })
/** What a finished form holds. */
export type Finished = v.InferOutput<typeof wholeForm>

/** The text of a request as one message: the challenge, and what else was told, each under its heading. */
export const textOf = ({ challenge, tried, table }: Pick<Finished, 'challenge' | 'tried' | 'table'>, headings: { tried: string; table: string }): string =>
  [challenge, ...(tried === '' ? [] : [`${headings.tried}\n${tried}`]), ...(table === '' ? [] : [`${headings.table}\n${table}`])].join('\n\n')
