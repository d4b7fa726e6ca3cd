import type { Principal } from '@stem/contracts/context'
import { mailAddress } from '@stem/mail/message'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import { drawDesk, enterDesk, type DeskContext } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { deskOf, readerKeyOf } from '../readers/reader.ts'
import { findSuppressions, isHeld, suppressionOf, SUPPRESSION_LISTS, type Suppression } from './find-suppressions.ts'
import { askToLift, lift, LIFT_REASONS, refuseLift } from './lift.ts'
import { STAFF_REASONS, suppressByStaff } from './suppress-by-staff.ts'
import { SUPPRESSION_REASONS } from './suppress.ts'
import { DONE, SuppressionsPage, type Done, type Problem } from './suppressions-page.tsx'

const PATH = '/console/newsletter/suppressions'
const addressKey = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const findSchema = v.strictObject({ address: mailAddress, do: v.picklist(['find']) })
const suppressSchema = v.strictObject({ address: mailAddress, suppression: v.picklist(STAFF_REASONS, 'forms.choose'), do: v.picklist(['suppress']) })
const askSchema = v.strictObject({ key: addressKey, reason: v.picklist(LIFT_REASONS), do: v.picklist(['ask']) })
const releaseSchema = v.strictObject({ key: addressKey, do: v.picklist(['lift', 'refuse']) })

type Shown = { found?: { address: string; key: string }; state?: FormState; status?: number; problem?: Problem }

const namesIn = (rows: Suppression[]): string[] => [
  ...new Set(rows.flatMap(({ liftAskedBy, liftedBy }) => [liftAskedBy ?? '', ...(liftedBy ?? '').split(' ')]).filter((id) => id.startsWith('per_'))),
]

async function show(c: DeskContext, who: Principal, { found, state = untouched(), status = 200, problem }: Shown = {}) {
  const { context } = c.env
  const db = open(c.env)
  const speech = speechOf(context.locale)
  const params = new URL(c.req.url).searchParams
  const list = SUPPRESSION_LISTS.find((one) => one === params.get('list')) ?? 'now'
  const reason = SUPPRESSION_REASONS.find((one) => one === params.get('reason')) ?? ''
  const [, at, key] = /^(\d{1,15})-([0-9a-f]{64})$/.exec(params.get('after') ?? '') ?? []
  const page = await findSuppressions(db, { list, reason, after: at === undefined || key === undefined ? null : { at: Number(at), key } }, context.now)
  const one = found && (await suppressionOf(db, found.key))
  const rows = found ? (one ? [one] : []) : page.rows
  const staff = namesIn(rows)
  const next = page.next && new URLSearchParams({ list, ...(reason === '' ? {} : { reason }), after: `${page.next.at}-${page.next.key}` }).toString()
  return drawDesk(c, who, {
    title: speech.t('readers.tab.suppressions'),
    status,
    main: (
      <SuppressionsPage
        speech={speech}
        list={list}
        reason={reason}
        counts={page.counts}
        rows={rows}
        next={next}
        found={found ? { address: found.address, isKept: one ? isHeld(one, context.now) : false } : null}
        state={state}
        done={status === 200 ? (DONE.find((name) => name === params.get('done')) ?? null) : null}
        problem={problem ?? null}
        me={who.personId}
        names={staff.length === 0 ? {} : await c.env.MEMBERS.namesOf(staff)}
        now={context.now}
      />
    ),
  })
}

const doneWith = (c: DeskContext, what: Done) => seeOther(c.env.context, `${PATH}?done=${what}`)

/** Suppressed addresses in the console: looked for by address or listed; put there by one person, lifted by two. */
export const suppressions = new Hono<ServiceEnv<Env>>()
  .get(PATH, async (c) => {
    const who = await enterDesk(c)
    return who instanceof Response ? who : show(c, who)
  })
  .post(PATH, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const desk = deskOf(c.env)
    const fields = await readFields(c.req.raw)
    const act = fields.typed['do']
    if (act === 'find' || act === 'suppress') {
      const form = act === 'find' ? parseForm(fields, findSchema) : parseForm(fields, suppressSchema)
      const address = v.safeParse(mailAddress, fields.typed['address'])
      const found = address.success ? { address: address.output, key: await readerKeyOf(desk, address.output) } : undefined
      if (!form.ok || !found) {
        if (form.ok || form.code === 'bad_form') return new Response(null, { status: 400 })
        return show(c, who, { found, state: { typed: fields.typed, faults: form.faults }, status: 422 })
      }
      if (!('suppression' in form.value)) return show(c, who, { found, state: untouched(fields.typed) })
      const done = await suppressByStaff(desk, { addressKey: found.key, reason: form.value.suppression, who: who.personId }, context.now)
      return done.ok ? doneWith(c, 'suppressed') : show(c, who, { found, problem: 'known', status: 409 })
    }
    if (act === 'ask') {
      const form = parseForm(fields, askSchema)
      if (!form.ok) return new Response(null, { status: 400 })
      const done = await askToLift(desk, { addressKey: form.value.key, who, reason: form.value.reason }, context.now)
      return done.ok ? doneWith(c, 'asked') : show(c, who, { problem: done.code, status: 409 })
    }
    const form = parseForm(fields, releaseSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const isLift = form.value.do === 'lift'
    const done = await (isLift ? lift : refuseLift)(desk, { addressKey: form.value.key, who }, context.now)
    if (done.ok) return doneWith(c, isLift ? 'lifted' : 'refused')
    if (done.code === 'not_fresh') return seeOther(context, `/account/step-up?back=${encodeURIComponent(`${PATH}?list=asked`)}`)
    return show(c, who, { problem: done.code, status: done.code === 'own' ? 403 : 409 })
  })
