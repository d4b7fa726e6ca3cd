import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'

// JSON Schema 2020-12 is the default dialect of OpenAPI 3.1, so schemas go in as they are, without their own declaration.
/** A JSON Schema as it stands in the document. */
export const withoutDialect = ({ $schema: _dialect, ...schema }: { $schema?: string }): object => schema

/** A refusal as RFC 9457 says it. */
export const refusal = (description: string): object => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** JSON by a schema, with an example. What the schema does to a value once it arrived (trimming) is no part of the description. */
export const jsonOf = <const Schema extends v.GenericSchema>(schema: Schema, example?: v.InferInput<Schema>): object => ({
  'application/json': { schema: withoutDialect(toJsonSchema(schema, { errorMode: 'ignore' })), ...(example === undefined ? {} : { example }) },
})

/** What stands among the answers of every address. */
export const ALWAYS = {
  '429': refusal('Too many requests from one network; see Retry-After'),
  '503': refusal('The service does not answer; see Retry-After'),
}

/** The header by which a change that is sent twice is made once. */
export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'New for each request',
  schema: { type: 'string', pattern: '^[\\w-]{16,100}$' },
}

/** Operations at one path, by method in small letters. */
export type Operations = Record<string, { operationId: string; summary: string } & Record<string, unknown>>
