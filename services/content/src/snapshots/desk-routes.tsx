import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { drawConsole } from '@stem/web/console'
import { parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { enterAs } from '@stem/web/personal'
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findForDesk } from './find-for-desk.ts'
import { pinSnapshot } from './pin-snapshot.ts'
import { SnapshotDeskPage } from './snapshot-desk-page.tsx'

const DESK = '/console/indicators'
const pinForm = v.strictObject({
  vintage: v.pipe(v.string('forms.required'), v.regex(/^itm_[0-9a-z]{26}:\d{1,4}$/, 'forms.required')),
  publication: v.optional(v.pipe(v.string(), v.regex(/^(itm_[0-9a-z]{26})?$/, 'forms.required')), ''),
})

type DeskContext = Context<ServiceEnv<Env>>
const enter = (c: DeskContext) => enterAs(c.env.context, c.req.raw, CONSOLE_PLACES.indicators.roles)

async function show(c: DeskContext, who: Principal, state: FormState = untouched(), status = 200): Promise<Response> {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const facts = await findForDesk({ db: open(c.env) }, context)
  const asked = new URL(c.req.url).searchParams.get('done')
  const done = facts.snapshots.find(({ id }) => id === asked)?.id ?? null
  return drawConsole(
    context,
    who,
    {},
    {
      place: 'indicators',
      title: speech.t('console.indicators'),
      status,
      main: <SnapshotDeskPage speech={speech} facts={facts} state={state} done={done} />,
    },
  )
}

/** Indicators as the secretariat looks after them: their vintages, and pinning one for a publication. */
export const snapshotDesk = new Hono<ServiceEnv<Env>>()
  .get(DESK, async (c) => {
    const who = await enter(c)
    return who instanceof Response ? who : show(c, who)
  })
  .post(DESK, async (c) => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), pinForm)
    if (!form.ok) return form.code === 'bad_form' ? new Response(null, { status: 400 }) : show(c, who, { typed: form.typed, faults: form.faults }, 422)
    const [itemId = '', number] = form.value.vintage.split(':')
    const pin = { itemId, vintage: Number(number), citedBy: form.value.publication || null }
    const pinned = await pinSnapshot({ db: open(c.env) }, who.personId, pin, c.env.context.now)
    if (pinned.ok) return seeOther(c.env.context, `${DESK}?done=${pinned.value.id}`)
    return show(c, who, { typed: form.value, faults: [{ field: 'vintage', reason: 'forms.required' }] }, 422)
  })
