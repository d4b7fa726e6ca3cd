import { practiceListSchema, PRACTICE_FACETS, PRACTICE_SORTS } from '@stem/contracts/api-practices'
import { entityTag, listTag } from '@stem/contracts/purge'
import type { ServiceEnv } from '@stem/web/app'
import { json } from '@stem/web/file'
import { problem } from '@stem/web/problem'
import { listOf, parseQuery, wholeNumber } from '@stem/web/query'
import { Hono } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findPractice } from '../practice/find-practice.ts'
import { findPractices } from './find-practices.ts'
import { practiceOfApi } from './practice-files.ts'
import type { PracticeQuery } from './practice-query.ts'

const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,60}$/, 'must be letters, digits and hyphens, at most 60'))
const PER_PAGE = 50
const MOST = 100
const LAST = 100_000

const querySchema = v.strictObject({
  topic: listOf(code),
  country: listOf(code),
  level: listOf(code),
  form: listOf(code),
  target: listOf(code),
  status: listOf(code),
  q: v.optional(v.pipe(v.string('must be given once'), v.maxLength(200)), ''),
  sort: v.optional(v.picklist(PRACTICE_SORTS, 'must be title or newest'), 'title'),
  limit: v.optional(wholeNumber(1, MOST), String(PER_PAGE)),
  cursor: v.optional(wholeNumber(0, LAST), '0'),
})

/** Practices for programs. */
export const practicesApi = new Hono<ServiceEnv<Env>>()
  .get('/api/v1/practices', async (c) => {
    const { context } = c.env
    const parsed = parseQuery(new URL(c.req.url).searchParams, querySchema)
    if (!parsed.ok) return problem(400, 'bad_query', 'The query holds a parameter that is unknown or has a wrong value.', context.requestId, parsed.faults)
    const { limit, cursor, q, sort, ...facets } = parsed.value
    const query = { facets: Object.fromEntries(PRACTICE_FACETS.map((facet) => [facet, facets[facet] ?? []])) as PracticeQuery['facets'], q, sort, page: 1 }
    const found = await findPractices({ db: open(c.env) }, query, context, { limit: limit + 1, offset: cursor, whole: true })
    const body: v.InferOutput<typeof practiceListSchema> = {
      data: found.rows.slice(0, limit).map((row) => practiceOfApi(row, context)),
      next: found.rows.length > limit ? String(cursor + limit) : null,
    }
    return json(body, { tags: [listTag('practice')] })
  })
  .get('/api/v1/practices/:slug{[a-z0-9-]+}', async (c) => {
    const { context } = c.env
    const found = await findPractice({ db: open(c.env) }, c.req.param('slug'), context)
    if (found.found === 'practice') return json(practiceOfApi(found.practice, context), { tags: [entityTag(found.practice.item_id), listTag('practice')] })
    if (found.found === 'moved')
      return new Response(null, { status: 308, headers: { location: `/api/v1/practices/${found.slug}`, 'cache-control': 'no-store' } })
    return found.found === 'withdrawn'
      ? problem(410, 'withdrawn', 'This practice was withdrawn.', context.requestId)
      : problem(404, 'not_found', 'There is no practice at this address.', context.requestId)
  })
