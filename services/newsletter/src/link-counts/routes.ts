import type { ServiceEnv } from '@stem/web/app'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { followLink } from './follow-link.ts'

/** Whether a program only looks ahead, in the words of the standard and in older ones. */
const looksAhead = (headers: Headers): boolean => ['sec-purpose', 'purpose'].some((name) => /prefetch|prerender|preview/i.test(headers.get(name) ?? ''))

/** Links of issues whose links are counted, the same for every reader. */
export const linkCounts = new Hono<ServiceEnv<Env>>().get('/newsletter/links/:id{cmp_[0-9a-z]{26}}/:number{\\d{1,3}}', async (c) => {
  const { locale, origin } = c.env.context
  const { method, headers } = c.req.raw
  const link = { campaignId: c.req.param('id'), locale, number: Number(c.req.param('number')) }
  const url = await followLink({ db: open(c.env), origin }, link, { counts: method === 'GET' && !looksAhead(headers) })
  if (url === null) return new Response(null, { status: 404 })
  return new Response(null, {
    status: 302,
    headers: { location: url, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' },
  })
})
