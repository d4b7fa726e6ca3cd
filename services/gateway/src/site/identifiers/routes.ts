import type { ServiceEnv } from '@stem/web/app'
import { Hono } from 'hono'
import type { Env } from '../../env.ts'

/** Permanent ids: `/id/<id>` leads to where the thing stands today; 410 when it was withdrawn. */
export const identifiers = new Hono<ServiceEnv<Env>>()
  .get('/id/:id{itm_[0-9a-z]{26}}', async (c) => {
    const address = await c.env.CONTENT.addressOf(c.req.param('id'), c.env.context)
    if (address.found === 'item') return c.redirect(address.path, 303)
    return address.found === 'withdrawn' ? c.body(null, 410) : c.notFound()
  })
  .get('/id/:id{org_[0-9a-z]{26}}', async (c) => {
    const address = await c.env.MEMBERS.addressOf(c.req.param('id'), c.env.context)
    if (address.found === 'organisation') return c.redirect(`/members/${address.organisation.slug}`, 303)
    return address.found === 'withdrawn' ? c.body(null, 410) : c.notFound()
  })
