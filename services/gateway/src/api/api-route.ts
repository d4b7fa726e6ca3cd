/** A parameter of a query, for the description of the API. `schema` is JSON Schema. */
export type ApiParameter = { name: string; description: string; schema: object; many?: boolean }

/** One public address of the API: the source of the OpenAPI document. `response` is the JSON Schema of the answer of 200. */
export type ApiRoute = {
  path: string
  summary: string
  tag: string
  query: ApiParameter[]
  parameters?: ApiParameter[]
  response: object
  /** An answer as it could be. */
  example?: unknown
  /** Types the answer can have besides JSON, by address. */
  alternates?: string[]
}
