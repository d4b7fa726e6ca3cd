import * as v from 'valibot'
import { head, tail } from './api-records.ts'

const maybeText = v.nullable(v.string())

/** How far the taking over of a practice is; what somebody merely claims is not public. */
export const ADOPTION_STATES = ['confirmed', 'piloted', 'in-use', 'stopped'] as const

/**
 * A practice that somebody took over, as the API gives it. `country`: where it went to; `from`: code of the country it came from; `practice`: address of the record
 * of the practice, when it is on file; `changed`, `result`: in words, null when not on file.
 */
export const adoptionSchema = v.strictObject({
  ...head,
  from: v.string(),
  practice: maybeText,
  organisation: maybeText,
  year: maybeText,
  status: v.picklist(ADOPTION_STATES),
  changed: maybeText,
  result: maybeText,
  ...tail,
})
/** A practice that somebody took over, as the API gives it. */
export type AdoptionOfApi = v.InferOutput<typeof adoptionSchema>
