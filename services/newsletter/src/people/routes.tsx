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
import { drawDesk, enterDesk, notFound, type DeskContext } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { deskOf, readerById, readerByKey, readerKeyOf, type Reader } from '../readers/reader.ts'
import { isHeld, suppressionOf } from '../suppressions/find-suppressions.ts'
import { STAFF_REASONS, suppressByStaff } from '../suppressions/suppress-by-staff.ts'
import { leave, WITHDRAWAL_REASONS } from '../unsubscribe/leave.ts'
import { filterOf, findReaders } from './find-readers.ts'
import { noteLook } from './note-look.ts'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'
import { readHistory } from './read-history.ts'

const findSchema = v.strictObject({ address: mailAddress, do: v.picklist(['find']) })
const withdrawSchema = v.strictObject({ withdrawal: v.picklist(WITHDRAWAL_REASONS, 'forms.choose'), do: v.picklist(['withdraw']) })
const suppressSchema = v.strictObject({ suppression: v.picklist(STAFF_REASONS, 'forms.choose'), do: v.picklist(['suppress']) })
const PATH = '/console/newsletter/people'
const BACK = { path: PATH, label: 'readers.tab.people' } as const

async function showList(
  c: DeskContext,
  who: Principal,
  { state = untouched(), status = 200, isNobody = false }: { state?: FormState; status?: number; isNobody?: boolean } = {},
) {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const params = new URL(c.req.url).searchParams
  const filter = filterOf(params)
  const asked = params.get('after') ?? ''
  const after = /^sub_[0-9a-z]{26}$/.test(asked) ? asked : ''
  const page = await findReaders(open(c.env), filter, after, context.now)
  return drawDesk(c, who, {
    title: speech.t('readers.tab.people'),
    status,
    main: <PeoplePage speech={speech} filter={filter} after={after} page={page} state={state} isNobody={isNobody} />,
  })
}

/** Who asks, and the reader of the address who is not forgotten; or the answer for who may not, or when there is none. */
async function enterReader(c: DeskContext): Promise<{ who: Principal; reader: Reader } | Response> {
  const who = await enterDesk(c)
  if (who instanceof Response) return who
  const id = c.req.param('id') ?? ''
  const reader = /^sub_[0-9a-z]{26}$/.test(id) ? await readerById(open(c.env), id) : null
  return reader && reader.address !== null ? { who, reader } : notFound()
}

async function showPerson(
  c: DeskContext,
  who: Principal,
  reader: Reader,
  { state = untouched(), status = 200, problem = false }: { state?: FormState; status?: number; problem?: boolean } = {},
) {
  const { context } = c.env
  const db = open(c.env)
  const speech = speechOf(context.locale)
  const [suppression, history] = await Promise.all([suppressionOf(db, reader.addressKey), readHistory(db, reader)])
  const staff = [...new Set(history.ledger.flatMap(({ by }) => (by?.startsWith('per_') ? [by] : [])))]
  const done = (['withdrawn', 'suppressed'] as const).find((one) => one === new URL(c.req.url).searchParams.get('done')) ?? null
  const isKept = suppression !== null && isHeld(suppression, context.now)
  const page = {
    speech,
    reader,
    shown: isKept && reader.state === 'active' ? ('suppressed' as const) : (reader.state as 'active' | 'paused' | 'withdrawn'),
    suppression,
    history,
    names: staff.length === 0 ? {} : await c.env.MEMBERS.namesOf(staff),
    state,
    done: status === 200 ? done : null,
    problem,
    now: context.now,
  }
  return drawDesk(c, who, {
    title: reader.address ?? '',
    status,
    back: { ...BACK, label: speech.t(BACK.label) },
    main: <PersonPage {...page} />,
  })
}

/** Readers in the console: found by address or by what they chose; one of them with everything that happened; ending and suppressing. */
export const people = new Hono<ServiceEnv<Env>>()
  .get(PATH, async (c) => {
    const who = await enterDesk(c)
    return who instanceof Response ? who : showList(c, who)
  })
  .post(PATH, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, findSchema)
    if (!form.ok) {
      if (form.code === 'bad_form') return new Response(null, { status: 400 })
      return showList(c, who, { state: { typed: fields.typed, faults: form.faults }, status: 422 })
    }
    const desk = deskOf(c.env)
    const reader = await readerByKey(desk.db, await readerKeyOf(desk, form.value.address))
    if (reader && reader.address !== null) return seeOther(c.env.context, `${PATH}/${reader.id}`)
    return showList(c, who, { state: untouched(fields.typed), isNobody: true })
  })
  .get(`${PATH}/:id`, async (c) => {
    const found = await enterReader(c)
    if (found instanceof Response) return found
    await noteLook(deskOf(c.env), { who: found.who.personId, reader: found.reader.id }, c.env.context.now)
    return showPerson(c, found.who, found.reader)
  })
  .post(`${PATH}/:id`, async (c) => {
    const found = await enterReader(c)
    if (found instanceof Response) return found
    const { who, reader } = found
    const { context } = c.env
    const desk = deskOf(c.env)
    const fields = await readFields(c.req.raw)
    const refused = (form: { code: string; faults: FormState['faults'] }) =>
      form.code === 'bad_form'
        ? new Response(null, { status: 400 })
        : showPerson(c, who, reader, { state: { typed: fields.typed, faults: form.faults }, status: 422 })
    if (fields.typed['do'] === 'withdraw') {
      const form = parseForm(fields, withdrawSchema)
      if (!form.ok) return refused(form)
      await leave(desk, reader, { way: 'staff', campaign: null, staff: { personId: who.personId, reason: form.value.withdrawal } }, context.now)
      return seeOther(context, `${PATH}/${reader.id}?done=withdrawn`)
    }
    const form = parseForm(fields, suppressSchema)
    if (!form.ok) return refused(form)
    const done = await suppressByStaff(desk, { addressKey: reader.addressKey, reason: form.value.suppression, who: who.personId }, context.now)
    return done.ok ? seeOther(context, `${PATH}/${reader.id}?done=suppressed`) : showPerson(c, who, reader, { problem: true, status: 409 })
  })
