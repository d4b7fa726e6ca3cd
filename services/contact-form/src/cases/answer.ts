import { optionalParagraphs, type FormFault } from '@stem/web/form'
import * as v from 'valibot'

/** Most characters of an answer on a page. */
export const MOST_ANSWER = 4000

const answer = optionalParagraphs(MOST_ANSWER)

/** An answer as it was typed, cleaned; empty when it says nothing or cannot be taken, and then `faults` says why it cannot. */
export function readAnswer(typed: string): { body: string; faults: FormFault[] } {
  const read = v.safeParse(answer, typed)
  return read.success ? { body: read.output, faults: [] } : { body: '', faults: [{ field: 'body', reason: 'forms.too_long' }] }
}
