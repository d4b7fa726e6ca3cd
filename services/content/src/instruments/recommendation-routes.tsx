import type { Principal } from '@stem/contracts/context'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { newFormKey, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { drawDesk, enterDesk, notFound, type DeskContext } from './desk.tsx'
import { adviceForm, adviceFrom, adviceState, newAdviceForm, seenOf, seenVersion, stepForm } from './instrument-form.ts'
import type { Instrument } from './instrument.ts'
import { addRecommendation, editRecommendation, orderRecommendation, removeRecommendation } from './keep-recommendation.ts'
import { readInstrument } from './read-instrument.ts'
import { NewRecommendationPage, RecommendationPage } from './recommendation-page.tsx'
import { followUpsOf, recommendationById, recommendationsOf, type Recommendation } from './recommendation.ts'
import { recordFollowUp, type StepRefusal } from './record-follow-up.ts'
import { INSTRUMENT } from './routes.tsx'

const LIST = `${INSTRUMENT}/recommendations` as const
const ONE = `${LIST}/:recommendation{rec_[0-9a-f]{32}}` as const
const badRequest = () => new Response(null, { status: 400 })

/** Who works on which recommendation of which instrument, or the answer for everybody else. */
async function enterOne(c: DeskContext): Promise<{ who: Principal; found: Instrument; recommendation: Recommendation } | Response> {
  const who = await enterDesk(c)
  if (who instanceof Response) return who
  const db = open(c.env)
  const [id, own] = [c.req.param('id') ?? '', c.req.param('recommendation') ?? '']
  const [found, recommendation] = await Promise.all([readInstrument(db, id), recommendationById(db, id, own)])
  return found && recommendation ? { who, found, recommendation } : notFound()
}

async function enterList(c: DeskContext): Promise<{ who: Principal; found: Instrument } | Response> {
  const who = await enterDesk(c)
  if (who instanceof Response) return who
  const found = await readInstrument(open(c.env), c.req.param('id') ?? '')
  return found ? { who, found } : notFound()
}

const showNew = (c: DeskContext, { who, found }: { who: Principal; found: Instrument }, state: FormState, status = 200): Promise<Response> => {
  const speech = speechOf(c.env.context.locale)
  return drawDesk(c, who, {
    title: speech.t('instruments.recommendation.add'),
    status,
    main: <NewRecommendationPage speech={speech} found={found} state={state} formKey={state.typed['key'] ?? newFormKey()} />,
  })
}

type Entered = { who: Principal; found: Instrument; recommendation: Recommendation }
type Showing = { state?: FormState; step?: FormState; status?: number; isConflict?: boolean; problem?: string }

async function showOne(
  c: DeskContext,
  { who, found, recommendation }: Entered,
  { state, step = untouched(), status = 200, isConflict = false, problem }: Showing = {},
) {
  const speech = speechOf(c.env.context.locale)
  const followUps = await followUpsOf(open(c.env), recommendation.id)
  const last = new Map<string, number>()
  for (const { country, version } of followUps) last.set(country, Math.max(version, last.get(country) ?? 0))
  const seen = [...last].map(([country, version]) => `${country}-${version}`).join(' ')
  return drawDesk(c, who, {
    title: speech.t('instruments.recommendation'),
    status,
    main: (
      <RecommendationPage
        speech={speech}
        found={found}
        recommendation={recommendation}
        followUps={followUps}
        state={state ?? adviceState(recommendation)}
        step={{ ...step, typed: { ...step.typed, seen } }}
        isConflict={isConflict}
        isSaved={status === 200 && new URL(c.req.url).searchParams.get('done') === 'saved'}
        problem={problem}
      />
    ),
  })
}

/** The field that a refused step is about, and why. */
const STEP_FAULTS: Record<Exclude<StepRefusal, 'stale'>, { field: string; reason: string }> = {
  forbidden: { field: 'state', reason: 'forms.step' },
  too_early: { field: 'on', reason: 'forms.too-early' },
  too_late: { field: 'on', reason: 'forms.too-late' },
  no_source: { field: 'source', reason: 'forms.source' },
}

/** What an instrument recommends: added, changed, ordered, removed, and what became of it in each country. */
export const recommendations = new Hono<ServiceEnv<Env>>()
  .get(LIST, async (c) => {
    const entered = await enterList(c)
    return entered instanceof Response ? entered : showNew(c, entered, untouched())
  })
  .post(LIST, async (c) => {
    const entered = await enterList(c)
    if (entered instanceof Response) return entered
    const { who, found } = entered
    const form = parseForm(await readFields(c.req.raw), newAdviceForm)
    if (!form.ok) return form.code === 'bad_form' ? badRequest() : showNew(c, entered, { typed: form.typed, faults: form.faults }, 422)
    const advice = adviceFrom(form.value)
    const { key } = form.value
    if (!(found.item.originalLocale in advice.texts)) return showNew(c, entered, { ...retyped(form.value), faults: noText(found) }, 422)
    const id = await addRecommendation({ db: open(c.env) }, who.personId, found.item, { ...advice, key }, c.env.context.now)
    return seeOther(c.env.context, `/console/instruments/${found.item.id}#${id}`)
  })
  .get(ONE, async (c) => {
    const entered = await enterOne(c)
    return entered instanceof Response ? entered : showOne(c, entered)
  })
  .post(ONE, async (c) => {
    const entered = await enterOne(c)
    if (entered instanceof Response) return entered
    const { who, found, recommendation } = entered
    const db = open(c.env)
    const form = parseForm(await readFields(c.req.raw), adviceForm)
    if (!form.ok) return form.code === 'bad_form' ? badRequest() : showOne(c, entered, { state: { typed: form.typed, faults: form.faults }, status: 422 })
    const advice = adviceFrom(form.value)
    const { version, do: act } = form.value
    if (!(found.item.originalLocale in advice.texts)) return showOne(c, entered, { state: { ...retyped(form.value), faults: noText(found) }, status: 422 })
    const { now, locale } = c.env.context
    const done =
      act === 'save'
        ? await editRecommendation({ db }, who.personId, recommendation, { ...advice, version }, now)
        : await removeRecommendation({ db }, who.personId, recommendation, version, now)
    if (done.ok)
      return seeOther(c.env.context, `/console/instruments/${found.item.id}${act === 'save' ? `/recommendations/${recommendation.id}?done=saved` : ''}`)
    const newest = await recommendationById(db, found.item.id, recommendation.id)
    if (!newest) return notFound()
    const theirs = { who, found, recommendation: newest }
    return act === 'save'
      ? showOne(c, theirs, { state: retyped({ ...form.value, version: newest.version }), status: 409, isConflict: true })
      : showOne(c, theirs, { status: 409, problem: speechOf(locale).t('instruments.refusal.stale') })
  })
  .post(`${ONE}/order`, async (c) => {
    const entered = await enterOne(c)
    if (entered instanceof Response) return entered
    const { who, found, recommendation } = entered
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ place: seenVersion, to: v.picklist(['up', 'down']) }))
    if (!form.ok) return badRequest()
    const db = open(c.env)
    await orderRecommendation({ db }, who.personId, await recommendationsOf(db, found.item.id), { id: recommendation.id, ...form.value }, c.env.context.now)
    return seeOther(c.env.context, `/console/instruments/${found.item.id}#${recommendation.id}`)
  })
  .post(`${ONE}/follow-up`, async (c) => {
    const entered = await enterOne(c)
    if (entered instanceof Response) return entered
    const { who, found, recommendation } = entered
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, stepForm)
    if (!form.ok) return form.code === 'bad_form' ? badRequest() : showOne(c, entered, { step: { typed: form.typed, faults: form.faults }, status: 422 })
    const { seen, note, ...step } = form.value
    const { context } = c.env
    const whole = { ...step, note: note === '' ? null : note, version: seenOf(seen, step.country) }
    const done = await recordFollowUp({ db: open(c.env) }, who.personId, { item: found.item, recommendation }, whole, context.now)
    if (done.ok) return seeOther(context, `/console/instruments/${found.item.id}/recommendations/${recommendation.id}?done=saved`)
    return done.code === 'stale'
      ? showOne(c, entered, { step: untouched(fields.typed), status: 409, problem: speechOf(context.locale).t('instruments.refusal.stale') })
      : showOne(c, entered, { step: { typed: fields.typed, faults: [STEP_FAULTS[done.code]] }, status: 422 })
  })

/** A form as it was typed, to be shown again. */
function retyped(form: object): FormState {
  return untouched(Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value === null || value === undefined ? '' : String(value)])))
}

const noText = ({ item }: Instrument) => [{ field: `text_${item.originalLocale}`, reason: 'forms.required' }]
