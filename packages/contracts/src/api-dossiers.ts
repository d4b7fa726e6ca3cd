import * as v from 'valibot'
import { head, tail } from './api-records.ts'

const maybeText = v.nullable(v.string())

/**
 * A taskforce, roundtable or policy briefing as the API gives it. `organisation`: who asked for it, in words; `recommendations`: how many were
 * published with it (each stands on its page, with what every country did about it).
 */
export const dossierSchema = v.strictObject({
  ...head,
  organisation: maybeText,
  start: maybeText,
  end: maybeText,
  status: maybeText,
  recommendations: v.number(),
  ...tail,
})
/** A taskforce, roundtable or policy briefing as the API gives it. */
export type DossierOfApi = v.InferOutput<typeof dossierSchema>

/** A working group as the API gives it. `members`: organisations, in words. */
export const workingGroupSchema = v.strictObject({
  ...head,
  topics: v.array(v.string()),
  start: maybeText,
  status: maybeText,
  members: v.array(v.string()),
  ...tail,
})
/** A working group as the API gives it. */
export type WorkingGroupOfApi = v.InferOutput<typeof workingGroupSchema>
