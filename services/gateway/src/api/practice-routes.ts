import { practiceListSchema, practiceSchema, PRACTICE_SORTS, type PracticeFacet } from '@stem/contracts/api-practices'
import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import type { ApiParameter, ApiRoute } from './api-route.ts'

const schemaOf = (schema: v.GenericSchema): object => toJsonSchema(schema)
const text: object = { type: 'string' }
const facet = (name: PracticeFacet, description: string): ApiParameter => ({
  name,
  description,
  many: true,
  schema: { type: 'array', items: { type: 'string', pattern: '^[A-Za-z0-9-]{1,60}$' }, maxItems: 20 },
})

/** Addresses of the API on practices. */
export const practiceApi: ApiRoute[] = [
  {
    path: '/api/v1/practices',
    summary: 'Practices, narrowed by facets and text',
    tag: 'Practices',
    query: [
      facet('topic', 'Topic, e.g. gender'),
      facet('country', 'Country code of two capital letters, or EU'),
      facet('level', 'Education level, e.g. primary'),
      facet('form', 'Kind of practice, e.g. programme'),
      facet('target', 'Target group, e.g. teachers'),
      facet('status', 'Status, e.g. ongoing'),
      { name: 'q', description: 'Words; all must occur, each may be the beginning of a word', schema: { type: 'string', maxLength: 200 } },
      { name: 'sort', description: 'Order of the list', schema: { type: 'string', enum: [...PRACTICE_SORTS], default: 'title' } },
      { name: 'limit', description: 'Practices on one page', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
      { name: 'cursor', description: 'Where the page begins: the value of next on the page before', schema: text },
    ],
    response: schemaOf(practiceListSchema),
    alternates: ['/practices.csv', '/practices.json', '/practices.atom'],
  },
  {
    path: '/api/v1/practices/{slug}',
    summary: 'One practice',
    tag: 'Practices',
    query: [],
    parameters: [{ name: 'slug', description: 'Last part of its address', schema: text }],
    response: schemaOf(practiceSchema),
  },
]
