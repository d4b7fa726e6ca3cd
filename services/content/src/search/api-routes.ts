import { searchListSchema, SEARCH_FACETS, SEARCH_TYPES, type SearchFacet } from '@stem/contracts/api-search'
import type { RequestContext } from '@stem/contracts/context'
import { listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import type { ServiceEnv } from '@stem/web/app'
import { json } from '@stem/web/file'
import { problem } from '@stem/web/problem'
import { listOf, parseQuery, wholeNumber } from '@stem/web/query'
import { Hono } from 'hono'
import * as v from 'valibot'
import { openSearch } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findEverything, MOST_COUNTED, type FoundEverything, type Hit } from './find-everything.ts'
import { pathOfHit } from './path-of-hit.ts'
import { readWords } from './search-query.ts'

const PER_PAGE = 50
const MOST = 100

const querySchema = v.strictObject({
  q: v.optional(v.pipe(v.string('must be given once'), v.maxLength(200)), ''),
  type: v.optional(v.picklist(SEARCH_TYPES, 'must be a known type')),
  country: listOf(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be two capital letters'))),
  topic: listOf(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/, 'must be small letters, digits and hyphens, at most 60'))),
  year: listOf(v.pipe(v.string(), v.regex(/^\d{4}$/, 'must be four digits'))),
  limit: v.optional(wholeNumber(1, MOST), String(PER_PAGE)),
  cursor: v.optional(wholeNumber(0, MOST_COUNTED), '0'),
})

type Body = v.InferOutput<typeof searchListSchema>

function hitOfApi(hit: Hit, { origin, locale }: Pick<RequestContext, 'origin' | 'locale'>): Body['data'][number] {
  const { id, type, title, summary, locale: language, url, country, date } = hit
  const path = pathOfHit(hit)
  return { id, type, title, summary, language, url: path === null ? url : origin + localPath(locale, path), country, date: date === '' ? null : date }
}

const facetsOf = ({ counts, more }: FoundEverything): Body['facets'] =>
  Object.fromEntries(
    SEARCH_FACETS.map((facet: SearchFacet) => [facet, Object.fromEntries((more ? [] : counts[facet]).map(({ code, count }) => [code, count]))]),
  ) as Body['facets']

/** The search for programs. */
export const searchApi = new Hono<ServiceEnv<Env>>().get('/api/v1/search', async (c) => {
  const { context } = c.env
  const parsed = parseQuery(new URL(c.req.url).searchParams, querySchema)
  if (!parsed.ok) return problem(400, 'bad_query', 'The query holds a parameter that is unknown or has a wrong value.', context.requestId, parsed.faults)
  const { limit, cursor, q, type, country = [], topic = [], year = [] } = parsed.value
  const query = { q: readWords(q), facets: { type: type === undefined ? [] : [type], country, topic, year }, page: 1 }
  const found = await findEverything({ search: openSearch(c.env) }, query, context, { limit, offset: cursor })
  const body: Body = {
    data: found.hits.map((hit) => hitOfApi(hit, context)),
    total: found.total,
    more: found.more,
    way: found.way,
    mended: found.mended?.join(' ') ?? null,
    facets: facetsOf(found),
    next: cursor + limit < found.total ? String(cursor + limit) : null,
  }
  return json(body, { tags: [listTag('search')] })
})
