import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import { STAGES } from '@stem/contracts/content'
import type { FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { addressOf } from '../addresses/address-of.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { drawDesk, enterDesk, notFound, type DeskContext } from './desk.tsx'
import { findInstruments, overdueRecommendations, readFilter } from './find-instruments.ts'
import { contentFrom, faultsOf, formOf, instrumentForm, seenVersion } from './instrument-form.ts'
import { InstrumentPage } from './instrument-page.tsx'
import { SeenByTag, StageTag } from './instrument-tags.tsx'
import type { Instrument } from './instrument.ts'
import { InstrumentsPage } from './instruments-page.tsx'
import { moveStage } from './move-stage.ts'
import { obstaclesOf, publishInstrument, unpublishInstrument } from './publish-instrument.ts'
import { readInstrument } from './read-instrument.ts'
import { textFor } from './recommendation-list.tsx'
import { dayOf, recommendationsOf } from './recommendation.ts'
import { saveInstrument } from './save-instrument.ts'

/** Address of an instrument in the console. */
export const INSTRUMENT = '/console/instruments/:id{itm_[0-9a-z]{26}}'
const DONE = ['saved', 'hidden', 'published'] as const

type Showing = { state?: FormState; status?: number; isConflict?: boolean; problem?: string }

async function show(c: DeskContext, who: Principal, found: Instrument, { state, status = 200, isConflict = false, problem }: Showing = {}): Promise<Response> {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const db = open(c.env)
  const { item, content } = found
  const [recommendations, address] = await Promise.all([recommendationsOf(db, item.id), addressOf({ db }, item.id, context.now)])
  const words = content.words[context.locale] ?? Object.values(content.words)[0]
  const asked = new URL(c.req.url).searchParams.get('done')
  return drawDesk(c, who, {
    title: words?.title ?? item.id,
    status,
    bar: (
      <span class="cl g2">
        <StageTag speech={speech} stage={found.stage} />
        <SeenByTag speech={speech} state={item.state} visibility={item.visibility} />
      </span>
    ),
    main: (
      <InstrumentPage
        speech={speech}
        found={found}
        recommendations={recommendations}
        obstacles={obstaclesOf(found, recommendations, who.personId)}
        seesRequests={who.roles.some(({ role }) => (CONSOLE_PLACES.requests.roles as readonly string[]).includes(role))}
        path={address.found === 'item' ? address.path : null}
        today={dayOf(context.now)}
        state={state ?? formOf(content, item.version)}
        isConflict={isConflict}
        done={status === 200 ? (DONE.find((one) => one === asked) ?? null) : null}
        problem={problem}
      />
    ),
  })
}

const stageForm = v.strictObject({ from: v.picklist(STAGES), to: v.picklist(STAGES) })
const publishForm = v.strictObject({ edits: seenVersion, do: v.picklist(['publish', 'unpublish']) })

/** Instruments as the secretariat works on them: the list, one of them, its stage, who sees it. */
export const instruments = new Hono<ServiceEnv<Env>>()
  .get('/console/instruments', async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const speech = speechOf(context.locale)
    const deps = { db: open(c.env) }
    const filter = readFilter(new URL(c.req.url).searchParams)
    const { view } = filter
    const [lines, overdue] = await Promise.all([
      view === 'overdue' ? [] : findInstruments(deps, { ...filter, view }, context),
      view === 'overdue' ? overdueRecommendations(deps, context) : [],
    ])
    const count = lines.length + overdue.length
    return drawDesk(c, who, {
      title: speech.t('console.instruments'),
      bar: <span class="m">{speech.t('console.search.found', { n: count, count: speech.f.number(count) })}</span>,
      main: (
        <InstrumentsPage
          speech={speech}
          filter={filter}
          countries={[...new Set(lines.map(({ country }) => country ?? ''))].filter(Boolean)}
          lines={lines}
          overdue={overdue.map((line) => ({ ...line, ...textFor(speech, JSON.parse(line.texts) as Record<string, string>) }))}
        />
      ),
    })
  })
  .get(INSTRUMENT, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const found = await readInstrument(open(c.env), c.req.param('id'))
    return found ? show(c, who, found) : notFound()
  })
  .post(INSTRUMENT, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const db = open(c.env)
    const found = await readInstrument(db, c.req.param('id'))
    if (!found) return notFound()
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, instrumentForm)
    if (!form.ok)
      return form.code === 'bad_form'
        ? new Response(null, { status: 400 })
        : show(c, who, found, { state: { typed: form.typed, faults: form.faults }, status: 422 })
    const faults = faultsOf(form.value, found.item.originalLocale)
    if (faults.length > 0) return show(c, who, found, { state: { typed: fields.typed, faults }, status: 422 })
    const content = contentFrom(form.value, found)
    const { version } = form.value
    const saved = await saveInstrument({ db }, who.personId, found, { content, version }, c.env.context.now)
    if (saved.ok) return seeOther(c.env.context, `/console/instruments/${found.item.id}?done=${saved.value.hidden ? 'hidden' : 'saved'}`)
    const newest = (await readInstrument(db, found.item.id)) ?? found
    return show(c, who, newest, { state: formOf(content, newest.item.version), status: 409, isConflict: true })
  })
  .post(`${INSTRUMENT}/stage`, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const db = open(c.env)
    const found = await readInstrument(db, c.req.param('id'))
    if (!found) return notFound()
    const form = parseForm(await readFields(c.req.raw), stageForm)
    if (!form.ok) return new Response(null, { status: 400 })
    const moved = await moveStage({ db }, who.personId, found, form.value, c.env.context.now)
    if (moved.ok) return seeOther(c.env.context, `/console/instruments/${found.item.id}`)
    const newest = (await readInstrument(db, found.item.id)) ?? found
    return show(c, who, newest, { status: moved.code === 'stale' ? 409 : 422, problem: speechOf(c.env.context.locale).t(`instruments.refusal.${moved.code}`) })
  })
  .post(`${INSTRUMENT}/publish`, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { now, locale } = c.env.context
    const db = open(c.env)
    const found = await readInstrument(db, c.req.param('id'))
    if (!found) return notFound()
    const form = parseForm(await readFields(c.req.raw), publishForm)
    if (!form.ok) return new Response(null, { status: 400 })
    const { edits, do: act } = form.value
    const done =
      act === 'publish'
        ? await publishInstrument({ db }, who.personId, { found, recommendations: await recommendationsOf(db, found.item.id) }, edits, now)
        : await unpublishInstrument({ db }, who.personId, found, now)
    if (done.ok) return seeOther(c.env.context, `/console/instruments/${found.item.id}?done=${act === 'publish' ? 'published' : 'hidden'}`)
    const newest = (await readInstrument(db, found.item.id)) ?? found
    return show(c, who, newest, { status: 409, problem: speechOf(locale).t(`instruments.refusal.${done.code}`) })
  })
