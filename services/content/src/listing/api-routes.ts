import { LISTS, type Facet, type ListFace, type Sort } from '@stem/contracts/lists'
import { entityTag } from '@stem/contracts/purge'
import type { ServiceEnv } from '@stem/web/app'
import { json } from '@stem/web/file'
import { freshFor } from '@stem/web/fresh-for'
import { problem } from '@stem/web/problem'
import { listOf, parseQuery, wholeNumber } from '@stem/web/query'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findRecord } from '../record/find-record.ts'
import { findList } from './find-list.ts'
import { KINDS } from './kinds.ts'
import type { ListKind } from './list-kind.ts'
import { tagsOfList } from './list-tags.ts'

const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,60}$/, 'must be letters, digits and hyphens, at most 60'))
const codes = listOf(code)
const PER_PAGE = 50
const MOST = 100
const LAST = 100_000

const querySchema = ({ facets, sorts }: ListFace) =>
  v.strictObject({
    ...(Object.fromEntries(facets.map((facet) => [facet, codes])) as Record<Facet, typeof codes>),
    q: v.optional(v.pipe(v.string('must be given once'), v.maxLength(200)), ''),
    sort: v.optional(v.picklist(sorts as readonly Sort[], `must be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(sorts)}`), sorts[0]),
    limit: v.optional(wholeNumber(1, MOST), String(PER_PAGE)),
    cursor: v.optional(wholeNumber(0, LAST), '0'),
  })

type Ask = Context<ServiceEnv<Env>>

async function listRecords(c: Ask, { name, recordOf }: ListKind, schema: ReturnType<typeof querySchema>): Promise<Response> {
  const { context } = c.env
  const parsed = parseQuery(new URL(c.req.url).searchParams, schema)
  if (!parsed.ok) return problem(400, 'bad_query', 'The query holds a parameter that is unknown or has a wrong value.', context.requestId, parsed.faults)
  const { limit, cursor, q, sort, ...facets } = parsed.value
  const found = await findList({ db: open(c.env) }, name, { facets, q, sort, page: 1 }, context, { limit: limit + 1, offset: cursor, whole: true })
  return json(
    {
      data: found.rows.slice(0, limit).map((row) => recordOf(row, context)),
      next: found.rows.length > limit ? String(cursor + limit) : null,
    },
    { tags: tagsOfList(name), maxAge: freshFor(context.now) },
  )
}

async function oneRecord(c: Ask, { name, recordOf }: ListKind, slug: string): Promise<Response> {
  const { context } = c.env
  const found = await findRecord({ db: open(c.env) }, name, slug, context)
  const tags = tagsOfList(name)
  if (found.found === 'record')
    return json(recordOf(found.record, context), { tags: [entityTag(found.record.item_id), ...tags], maxAge: freshFor(context.now) })
  if (found.found === 'moved') return new Response(null, { status: 308, headers: { location: `/api/v1${found.path}`, 'cache-control': 'no-store' } })
  const { one } = LISTS[name]
  return found.found === 'withdrawn'
    ? problem(410, 'withdrawn', `This ${one} was withdrawn.`, context.requestId)
    : problem(404, 'not_found', `There is no ${one} at this address.`, context.requestId)
}

/** Every list and its records for programs. */
export const listsApi = new Hono<ServiceEnv<Env>>()
for (const kind of Object.values(KINDS)) {
  const schema = querySchema(LISTS[kind.name])
  listsApi.get(`/api/v1/${kind.name}`, (c) => listRecords(c, kind, schema))
  listsApi.get(`/api/v1/${kind.name}/:slug{[a-z0-9-]+}`, (c) => oneRecord(c, kind, c.req.param('slug')))
}
