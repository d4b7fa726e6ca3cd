import * as v from 'valibot'
import { fail, ok } from './result.ts'

/** What is wrong with a field of a form: `reason` is the key of a text; `about`: the one of several things in the field that it is about. */
export type FormFault = { field: string; reason: string; about?: string }

/** What somebody typed, by field, as it was typed: a form that is refused shows it again. */
export type Typed = Record<string, string>

type Fields = v.StrictObjectSchema<v.ObjectEntries, undefined>

/** A form as it came: texts by field, all texts of fields given several times, files by field. */
export type FormFields = { typed: Typed; lists: Record<string, string[]>; files: Record<string, File[]> }

/** Reads a form as the door hands it over: URL-encoded or multipart, files as bytes. A field for files in which none was chosen is an empty text: see `nothingChosen`. */
export async function readFields(request: Request): Promise<FormFields> {
  const form = await request.formData().catch(() => new FormData())
  const typed: Typed = Object.create(null)
  const lists: Record<string, string[]> = Object.create(null)
  const files: Record<string, File[]> = Object.create(null)
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') (files[name] ??= []).push(value as File)
    else {
      typed[name] ??= value
      ;(lists[name] ??= []).push(value)
    }
  }
  return { typed, lists, files }
}

/**
 * Parses a form by a strict schema of texts. `bad_form`: a field that the form does not have, or one given twice, so nobody's
 * browser sent it (400). `bad_fields`: what a person can mend (422), each with a reason.
 */
export function parseForm<const Schema extends Fields>({ typed, lists }: { typed: Typed; lists: Record<string, string[]> }, schema: Schema) {
  const names = Object.keys(schema.entries)
  const strange = Object.keys(typed).some((name) => !names.includes(name) || (lists[name]?.length ?? 0) > 1)
  if (strange) return { ...fail('bad_form'), faults: [] as FormFault[], typed }
  // What a browser leaves out (a box that is not ticked) is empty, unless the form can do without it.
  const given = Object.fromEntries(names.map((name) => [name, typed[name] ?? (schema.entries[name]?.type === 'optional' ? undefined : '')]))
  const parsed = v.safeParse(schema, given, { abortPipeEarly: true })
  if (parsed.success) return ok<v.InferOutput<Schema>>(parsed.output)
  const faults = new Map<string, string>()
  for (const issue of parsed.issues) {
    const field = v.getDotPath(issue) ?? ''
    if (!faults.has(field)) faults.set(field, issue.message.startsWith('forms.') ? issue.message : 'forms.required')
  }
  return { ...fail('bad_fields'), faults: [...faults].map(([field, reason]): FormFault => ({ field, reason })), typed }
}

/** A line of text that must be there: one line, no control characters, trimmed, NFC. */
export const line = (most: number) =>
  v.pipe(
    v.string('forms.required'),
    v.normalize('NFC'),
    v.transform((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim()),
    v.minLength(1, 'forms.required'),
    v.maxLength(most, 'forms.too_long'),
  )

/** A line of text or nothing (null). */
export const optionalLine = (most: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.normalize('NFC'),
      v.transform((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim()),
      v.maxLength(most, 'forms.too_long'),
      v.transform((text) => (text === '' ? null : text)),
    ),
    '',
  )

const cleanText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t]/gu, '')
    .trim()

/** A text of several lines that must be there. */
export const paragraphs = (most: number) =>
  v.pipe(v.string('forms.required'), v.normalize('NFC'), v.transform(cleanText), v.minLength(1, 'forms.required'), v.maxLength(most, 'forms.too_long'))

/** A text of several lines, or nothing (the empty text). */
export const optionalParagraphs = (most: number) =>
  v.optional(v.pipe(v.string(), v.normalize('NFC'), v.transform(cleanText), v.maxLength(most, 'forms.too_long')), '')

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).hostname.includes('.') && new URL(text).username === ''

/** An address on the web, `https://` put before it when it is missing. */
export const webAddress = v.pipe(
  line(300),
  v.transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)),
  v.check(isWebAddress, 'forms.web'),
)

/** An address on the web, or nothing (null). */
export const optionalWebAddress = v.optional(
  v.pipe(
    optionalLine(300),
    v.transform((text) => (text === null || /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)),
    v.check((text) => text === null || isWebAddress(text), 'forms.web'),
  ),
  '',
)

/** A field for files as it arrives among the texts: a browser sends it without a name when nothing was chosen, and workerd reads that as a text. */
export const nothingChosen = v.optional(v.literal(''))

/** The hidden key by which a form that is sent twice does its work once. */
export const formKey = v.pipe(v.string('forms.key'), v.regex(/^[0-9a-f]{32}$/, 'forms.key'))

/** A new key for a form. */
export const newFormKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A box that must be ticked, or may be. */
export const ticked = v.literal('yes', 'forms.tick')

/** Where to go after signing in: a path of this site and nothing else. */
export const ownPath = v.fallback(v.pipe(v.string(), v.maxLength(500), v.regex(/^\/(?![/\\])[^\\\u0000-\u0020]*$/)), '/account')
