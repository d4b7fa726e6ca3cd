import { organisationListSchema, organisationSchema } from '@stem/contracts/api-organisations'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { ApiRoute } from './api-route.ts'

const text: object = { type: 'string' }
/** Addresses of the API that the members service answers. */
export const organisationApi: ApiRoute[] = [
  {
    path: '/api/v1/organisations',
    summary: 'Organisations of the register',
    tag: 'Organisations',
    query: [
      {
        name: 'standing',
        description: 'How the organisation stands to the coalition',
        schema: { type: 'string', enum: ['member', 'unconfirmed', 'partner', 'contact'] },
      },
      { name: 'kind', description: 'Kind of organisation, e.g. ministry', schema: text },
      { name: 'country', description: 'Country code of two capital letters', schema: { type: 'string', pattern: '^[A-Z]{2}$' } },
      { name: 'limit', description: 'Organisations on one page', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
      { name: 'cursor', description: 'Where the page begins: the value of next on the page before', schema: text },
      { name: 'format', description: 'JSON, CSV or linked data', schema: { type: 'string', enum: ['json', 'csv', 'jsonld'], default: 'json' } },
    ],
    response: toJsonSchema(organisationListSchema),
    alternates: ['/members.csv', '/members.json'],
  },
  {
    path: '/api/v1/organisations/{slug}',
    summary: 'One organisation',
    tag: 'Organisations',
    query: [],
    parameters: [{ name: 'slug', description: 'Last part of its address', schema: text }],
    response: toJsonSchema(organisationSchema),
  },
]
