import { mailAddress } from '@stem/mail/message'
import { formKey, line, optionalLine, paragraphs } from '@stem/web/form'
import * as v from 'valibot'
import { TURNSTILE_FIELD } from '../spam/turnstile.ts'

const unseen = v.optional(v.string(), '')

/** The short form: a question, and where to answer it. */
export const contactSchema = v.strictObject({
  name: line(100),
  address: mailAddress,
  topic: optionalLine(120),
  message: paragraphs(4000),
  key: formKey,
  drawn: unseen,
  more: unseen,
  [TURNSTILE_FIELD]: unseen,
})
