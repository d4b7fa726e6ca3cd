import { FACETS, filesOf, LIST_NAMES, LISTS, pageOf, type ListFace, type ListName } from '@stem/contracts/lists'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { ApiRoute } from './api-route.ts'

const text: object = { type: 'string' }
const codes: object = { type: 'array', items: { type: 'string', pattern: '^[A-Za-z0-9-]{1,60}$' }, maxItems: 20 }
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** What programs are told of a list and of one of its records. */
function routesOf(name: ListName): ApiRoute[] {
  const list: ListFace = LISTS[name]
  const { facets, sorts, one, many, schema } = list
  const tag = capital(name)
  return [
    {
      path: `/api/v1/${name}`,
      summary: `${capital(many)}, narrowed by facets and text`,
      tag,
      query: [
        ...facets.map((facet) => ({ name: facet, description: FACETS[facet], many: true, schema: codes })),
        { name: 'q', description: 'Words; all must occur, each may be the beginning of a word', schema: { type: 'string', maxLength: 200 } },
        { name: 'sort', description: 'Order of the list', schema: { type: 'string', enum: [...sorts], default: sorts[0] } },
        { name: 'limit', description: 'Records on one page', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
        { name: 'cursor', description: 'Where the page begins: the value of next on the page before', schema: text },
      ],
      response: toJsonSchema(pageOf(schema)),
      alternates: filesOf(list).map((extension) => `/${name}.${extension}`),
    },
    {
      path: `/api/v1/${name}/{slug}`,
      summary: `One ${one}`,
      tag,
      query: [],
      parameters: [{ name: 'slug', description: 'Last part of its address', schema: text }],
      response: toJsonSchema(schema),
    },
  ]
}

/** Every list in the API, which the content service answers. */
export const listApi: ApiRoute[] = LIST_NAMES.flatMap(routesOf)
