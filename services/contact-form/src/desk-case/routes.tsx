import { untouched } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, newFormKey, nothingChosen, optionalParagraphs, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { OPEN, STATES } from '../cases/case.ts'
import { caseById, readingOf } from '../cases/read-case.ts'
import { staffWorks, type Work } from '../cases/say.ts'
import { enterDesk } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { claimFiles } from '../files/keep-files.ts'
import { storeOf } from '../files/kept-file.ts'
import { takeFiles } from '../files/take-files.ts'
import { showCase } from './show-case.tsx'

const REQUEST = '/console/requests/:id{cas_[0-9a-z]+}'

const workSchema = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  body: optionalParagraphs(8000),
  state: v.optional(v.picklist(STATES), 'in-progress'),
  key: v.optional(formKey),
  remove: v.optional(v.string()),
  files: nothingChosen,
  do: v.optional(v.picklist(['reply', 'note', 'state', 'take', 'leave']), 'reply'),
})
type WorkForm = v.InferOutput<typeof workSchema>

const workOf = ({ version, body, state, do: act }: WorkForm, me: string, rest: (messageId: string) => D1PreparedStatement[]): Work => {
  if (act === 'reply') return { version, act, body, state, rest }
  if (act === 'note') return { version, act, body }
  return act === 'state' ? { version, act, state } : { version, act: 'assign', to: act === 'take' ? me : null }
}

/** One request as the secretariat works on it. */
export const deskCase = new Hono<ServiceEnv<Env>>()
  .get(REQUEST, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const found = await caseById(readingOf(c.env), c.req.param('id'))
    return found ? showCase(c, who, found) : new Response(null, { status: 404 })
  })
  .post(REQUEST, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const reading = readingOf(c.env)
    const found = await caseById(reading, c.req.param('id'))
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, workSchema)
    if (!found || !form.ok) return new Response(null, { status: found ? 400 : 404 })
    const { do: act, body, key = newFormKey(), remove } = form.value
    const replies = act === 'reply' && OPEN.includes(found.state)
    const place = { formKey: key, caseId: found.id, side: 'staff', source: null } as const
    const { attached, faults } = replies ? await takeFiles(storeOf(c.env), place, fields, context.now) : { attached: [], faults: [] }
    const typed = { body: act === 'reply' ? body : '', state: form.value.state, key }
    if (remove !== undefined) return showCase(c, who, found, { state: untouched(typed), attached })
    if ((act === 'reply' || act === 'note') && body === '') faults.unshift({ field: 'body', reason: 'forms.required' })
    if (faults.length > 0) return showCase(c, who, found, { state: { typed, faults }, status: 422, attached })
    const rest = (messageId: string) => [claimFiles(reading.db, { formKey: key, caseId: found.id, messageId })]
    const done = await staffWorks(reading, who.personId, found, workOf(form.value, who.personId, rest), context.now)
    if (done.ok) return seeOther(context, `/console/requests/${found.id}`)
    const { t } = speechOf(context.locale)
    return showCase(c, who, found, { state: untouched({ ...typed, body }), status: 409, problem: t('console.refusal.stale'), attached })
  })
