import { searchListSchema, SEARCH_TYPES } from '@stem/contracts/api-search'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { ApiRoute } from './api-route.ts'

const listed = (pattern: string): object => ({ type: 'array', items: { type: 'string', pattern }, maxItems: 20 })

/** Addresses of the API that the search answers. */
export const searchApi: ApiRoute[] = [
  {
    path: '/api/v1/search',
    summary: 'Everything that is public, by words or choices, best first; without either, only how much there is of what',
    tag: 'Search',
    query: [
      { name: 'q', description: 'Words in any language; marks, capitals and small slips do not matter', schema: { type: 'string', maxLength: 200 } },
      { name: 'type', description: 'Type of what is looked for', schema: { type: 'string', enum: [...SEARCH_TYPES] } },
      { name: 'country', description: 'Country code of two capital letters, or EU', many: true, schema: listed('^[A-Z]{2}$') },
      { name: 'topic', description: 'Topic, e.g. gender', many: true, schema: listed('^[a-z0-9-]{1,60}$') },
      { name: 'year', description: 'Year of the date', many: true, schema: listed('^\\d{4}$') },
      { name: 'limit', description: 'Hits on one page', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
      { name: 'cursor', description: 'Where the page begins: the value of next on the page before', schema: { type: 'string' } },
    ],
    response: toJsonSchema(searchListSchema),
  },
]
