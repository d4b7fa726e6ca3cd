import { indicatorSchema } from '@stem/contracts/api-practices'
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import type { ApiRoute } from './api-route.ts'

const text: object = { type: 'string' }

/** Indicators in the API, which the content service answers. */
export const indicatorApi: ApiRoute[] = [
  {
    path: '/api/v1/indicators',
    summary: 'All indicators with their values by country',
    tag: 'Indicators',
    query: [],
    response: toJsonSchema(v.strictObject({ data: v.array(indicatorSchema) })),
  },
  {
    path: '/api/v1/indicators/{code}',
    summary: 'One indicator',
    tag: 'Indicators',
    query: [],
    parameters: [{ name: 'code', description: 'Last part of its address, e.g. stem-tertiary-graduates-per-1000', schema: text }],
    response: toJsonSchema(indicatorSchema),
  },
]
