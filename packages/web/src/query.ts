import * as v from 'valibot'
import { fail, ok } from './result.ts'

/** What is wrong with a field of a query. */
export type QueryFault = { field: string; reason: string }

/** Keys of `params` as an object; a key given twice becomes a list. */
function toObject(params: URLSearchParams): Record<string, string | string[]> {
  const object: Record<string, string | string[]> = Object.create(null)
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key)
    object[key] = values.length === 1 ? (values[0] ?? '') : values
  }
  return object
}

/**
 * Parses a query by a strict valibot schema: unknown keys and repeated single-valued keys are refused, by name.
 */
export function parseQuery<const Schema extends v.GenericSchema>(params: URLSearchParams, schema: Schema) {
  const parsed = v.safeParse(schema, toObject(params))
  if (parsed.success) return ok<v.InferOutput<Schema>>(parsed.output)
  const faults: QueryFault[] = parsed.issues.map((issue) => ({
    field: v.getDotPath(issue) ?? '',
    reason: issue.message,
  }))
  return { ...fail('bad_query'), faults }
}

/** A value that may be given once, several times, or not at all: always a list. */
export const listOf = <const Item extends v.GenericSchema<string, unknown>>(item: Item) =>
  v.optional(
    v.union([
      v.pipe(v.array(item), v.maxLength(20)),
      v.pipe(
        item,
        v.transform((one) => [one]),
      ),
    ]),
    [],
  )

/** A whole number written in plain digits, between `min` and `max`. */
export const wholeNumber = (min: number, max: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number'), v.transform(Number), v.minValue(min), v.maxValue(max))
