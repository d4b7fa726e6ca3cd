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
import { endLease } from '../leases/lease.ts'
import { revokeLink } from './revoke-link.ts'
import { showCase } from './show-case.tsx'
import { undoAny } from './undo-any.ts'
import { writeReply } from './write-reply.tsx'

const REQUEST = '/console/requests/:id{cas_[0-9a-z]+}'

const MOST = 8000
const ACTS = ['reply', 'note', 'state', 'take', 'leave', 'assign', 'undo', 'revoke', 'write', 'stop', 'insert', 'preview'] as const
const workSchema = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  // One that is too long is shown again, so it is read whole.
  body: optionalParagraphs(Infinity),
  state: v.optional(v.picklist(STATES), 'in-progress'),
  to: v.optional(v.pipe(v.string(), v.regex(/^(none|per_[0-9a-z]{1,40})$/)), 'none'),
  event: v.optional(v.pipe(v.string(), v.regex(/^evt_[0-9a-z]{1,40}$/))),
  text: v.optional(v.pipe(v.string(), v.regex(/^(none|rtx_[0-9a-f]{26})$/)), 'none'),
  key: v.optional(formKey),
  remove: v.optional(v.string()),
  files: nothingChosen,
  do: v.optional(v.picklist(ACTS), 'reply'),
})
type WorkForm = v.InferOutput<typeof workSchema>

/** What changes the case itself, from the form. */
function workOf({ version, body, state, to, do: act }: WorkForm, me: string, once: string, rest: (messageId: string) => D1PreparedStatement[]): Work | null {
  if (act === 'reply') return { version, act, body, state, once, rest }
  if (act === 'note') return { version, act, body, once }
  if (act === 'state') return { version, act, state }
  if (act === 'take' || act === 'leave') return { version, act: 'assign', to: act === 'take' ? me : null }
  return act === 'assign' ? { version, act, to: to === 'none' ? null : to } : null
}

/** What goes on with an answer that is being written, or null: removing a file is that too. */
const writingOf = ({ do: act, remove }: WorkForm) =>
  act === 'write' || act === 'insert' || act === 'preview' ? act : act === 'reply' && remove !== undefined ? 'keep' : null

/** One request as the secretariat works on it. */
export const deskCase = new Hono<ServiceEnv<Env>>()
  .get(REQUEST, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const found = await caseById(readingOf(c.env), c.req.param('id'))
    const writing = new URL(c.req.url).searchParams.has('reply')
    return found ? showCase(c, who, found, { writing }) : new Response(null, { status: 404 })
  })
  .post(REQUEST, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const reading = readingOf(c.env)
    const { t } = speechOf(context.locale)
    const found = await caseById(reading, c.req.param('id'))
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, workSchema)
    if (!found || !form.ok) return new Response(null, { status: found ? 400 : 404 })
    const { do: act, body, state, event, version, to, text, key = newFormKey() } = form.value
    const me = who.personId
    const back = () => seeOther(context, `/console/requests/${found.id}`)
    if (act === 'stop') {
      await endLease(reading.db, found.id, me)
      return back()
    }
    const writing = writingOf(form.value)
    const brings = (act === 'reply' || writing !== null) && OPEN.includes(found.state)
    const place = { formKey: key, caseId: found.id, side: 'staff', source: null } as const
    const { attached, faults } = brings ? await takeFiles(storeOf(c.env), place, fields, context.now) : { attached: [], faults: [] }
    const typed = { body, state, key }
    if (body.length > MOST) faults.unshift({ field: 'body', reason: 'forms.too_long' })
    if (writing !== null) return writeReply(c, who, found, { act: writing, version, typed, text, attached, faults })
    if ((act === 'reply' || act === 'note') && body === '') faults.unshift({ field: 'body', reason: 'forms.required' })
    if (faults.length > 0) {
      const empty = { typed, faults }
      return showCase(c, who, found, { status: 422, ...(act === 'reply' ? { state: empty, writing: true, attached } : { note: empty }) })
    }
    if (act === 'assign' && to !== 'none' && !(await c.env.MEMBERS.staff()).some(({ id }) => id === to)) return new Response(null, { status: 404 })
    const rest = (messageId: string) => [claimFiles(reading.db, { formKey: key, caseId: found.id, messageId })]
    const work = workOf(form.value, me, key, rest)
    const done = work
      ? await staffWorks(reading, me, found, work, context.now)
      : act === 'revoke'
        ? await revokeLink(reading, me, found, version, context.now)
        : await undoAny(reading, me, found, event ?? '', context.now)
    if (done.ok && act === 'reply') await endLease(reading.db, found.id, me)
    if (done.ok) return back()
    return showCase(c, who, found, {
      status: 409,
      problem: t(act === 'undo' ? 'desk.undo.cannot' : 'console.refusal.stale'),
      ...(act === 'reply' ? { state: untouched(typed), writing: true, attached } : {}),
      ...(act === 'note' ? { note: untouched({ body, key }) } : {}),
    })
  })
