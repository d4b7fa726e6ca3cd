import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import type { FormState } from '@stem/ui/form'
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
import { findQueue } from './find-queue.ts'
import { QueuePage } from './queue-page.tsx'
import { verifyPractice } from './verify-practice.ts'

const DESK = '/console/freshness'
const YEAR = 365 * 86_400_000
const LONGEST = 5 * YEAR

type DeskContext = Context<ServiceEnv<Env>>
const enter = (c: DeskContext) => enterAs(c.env.context, c.req.raw, CONSOLE_PLACES.freshness.roles)
const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** A day from tomorrow on, within five years. */
const formAt = (now: number) =>
  v.strictObject({
    item: v.pipe(v.string(), v.regex(/^itm_[0-9a-z]{26}$/, 'forms.required')),
    review: v.pipe(
      v.string('forms.date'),
      v.trim(),
      v.regex(/^\d{4}-\d\d-\d\d$/, 'forms.date'),
      v.check((day) => !Number.isNaN(Date.parse(day)) && dayAt(Date.parse(day)) === day, 'forms.date'),
      v.check((day) => day > dayAt(now) && Date.parse(day) <= now + LONGEST, 'freshness.review'),
    ),
  })

async function show(c: DeskContext, who: Principal, refused: { itemId: string; state: FormState } | null = null): Promise<Response> {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const params = new URL(c.req.url).searchParams
  const page = Math.min(Math.max(Math.trunc(Number(params.get('page') ?? 1)) || 1, 1), 10_000)
  const { rows, total, waiting } = await findQueue({ db: open(c.env) }, page, context)
  return drawConsole(
    context,
    who,
    { freshness: waiting },
    {
      place: 'freshness',
      title: speech.t('console.freshness'),
      status: refused ? 422 : 200,
      main: (
        <QueuePage
          speech={speech}
          rows={rows}
          total={total}
          page={page}
          now={context.now}
          next={dayAt(context.now + YEAR)}
          refused={refused}
          done={params.get('done') === 'yes'}
        />
      ),
    },
  )
}

/** What nobody has looked at for too long, and the act of saying that it still holds. */
export const freshness = new Hono<ServiceEnv<Env>>()
  .get(DESK, async (c) => {
    const who = await enter(c)
    return who instanceof Response ? who : show(c, who)
  })
  .post(DESK, async (c) => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), formAt(context.now))
    if (!form.ok) {
      if (form.code === 'bad_form') return new Response(null, { status: 400 })
      return show(c, who, { itemId: form.typed['item'] ?? '', state: { typed: form.typed, faults: form.faults } })
    }
    const done = await verifyPractice({ db: open(c.env) }, who.personId, { itemId: form.value.item, reviewBy: form.value.review }, context.now)
    return done.ok ? seeOther(context, `${DESK}?done=yes`) : new Response(null, { status: 404 })
  })
