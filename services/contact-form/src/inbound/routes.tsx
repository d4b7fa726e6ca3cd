import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { caseById, readingOf } from '../cases/read-case.ts'
import { showCase } from '../desk-case/show-case.tsx'
import { enterDesk } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { keepApart } from './keep-apart.ts'

const schema = v.strictObject({ version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)) })

/** What the secretariat decides about mails that are not certain to belong anywhere. */
export const inbound = new Hono<ServiceEnv<Env>>().post('/console/requests/:id{cas_[0-9a-z]+}/apart', async (c) => {
  const who = await enterDesk(c)
  if (who instanceof Response) return who
  const { context } = c.env
  const reading = readingOf(c.env)
  const found = await caseById(reading, c.req.param('id'))
  const form = parseForm(await readFields(c.req.raw), schema)
  if (!found || !form.ok) return new Response(null, { status: found ? 400 : 404 })
  const done = await keepApart(reading, who.personId, found, form.value.version, context.now)
  if (done.ok) return seeOther(context, `/console/requests/${found.id}`)
  return showCase(c, who, found, { status: 409, problem: speechOf(context.locale).t('console.refusal.stale') })
})
