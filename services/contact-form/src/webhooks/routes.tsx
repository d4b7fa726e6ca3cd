import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import { TOPICS, type Topic } from '@stem/contracts/webhooks'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, line, newFormKey, parseForm, readFields } from '@stem/web/form'
import { isFresh } from '@stem/web/fresh'
import { seeOther } from '@stem/web/page'
import { enterAs } from '@stem/web/personal'
import { Hono } from 'hono'
import * as v from 'valibot'
import { readingOf } from '../cases/read-case.ts'
import { drawDesk, type DeskContext } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { addWebhook } from './add-webhook.ts'
import { changeWebhook, type HookChange } from './change-webhook.ts'
import { deliveriesOf, failedOf, webhookById, webhooksOf, type Hook } from './read-webhooks.ts'
import { readTarget } from './read-target.ts'
import { sendAgain, sendAllAgain, sendPing } from './send-again.ts'
import { rulesOf } from './tell-programs.ts'
import { WebhookPage, type Said } from './webhook-page.tsx'
import { NewWebhookPage, WebhooksPage } from './webhooks-page.tsx'

const HERE = '/console/webhooks'
const HOOK = `${HERE}/:id{whk_[0-9a-f]+}`
const NOT_FOUND = () => new Response(null, { status: 404 })
const EVENT = /^evt_[0-9a-z]{26}$/

const topicBoxes = Object.fromEntries(TOPICS.map((topic) => [`topic-${topic}`, v.optional(v.picklist(['', 'yes']), '')]))
const topicsIn = (typed: Record<string, unknown>): Topic[] => TOPICS.filter((topic) => typed[`topic-${topic}`] === 'yes')

const newSchema = v.strictObject({ key: formKey, url: line(500), ...topicBoxes })
const changeSchema = v.strictObject({
  do: v.picklist(['ping', 'again', 'all-again', 'on', 'off', 'rotate', 'delete', 'kinds']),
  version: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))),
  event: v.optional(v.pipe(v.string(), v.regex(EVENT)), undefined),
  ...topicBoxes,
})

const enter = (c: DeskContext) => enterAs(c.env.context, c.req.raw, CONSOLE_PLACES.webhooks.roles)
const stepUp = (c: DeskContext, back: string) => seeOther(c.env.context, `/account/step-up?back=${encodeURIComponent(back)}`)

type New = { state: FormState; chosen: readonly Topic[]; problem?: 'not_fresh' | 'too_many'; status?: number }

function showNew(c: DeskContext, who: Principal, { status = 200, ...form }: New) {
  const speech = speechOf(c.env.context.locale)
  const title = speech.t('webhooks.add')
  return drawDesk(c, who, {
    place: 'webhooks',
    title: status === 422 ? speech.t('forms.error.title', { title }) : title,
    status,
    main: <NewWebhookPage speech={speech} {...form} />,
  })
}

async function showHook(c: DeskContext, who: Principal, hook: Hook, { status = 200, ...said }: Said & { status?: number } = {}) {
  const { db } = readingOf(c.env)
  const speech = speechOf(c.env.context.locale)
  const before = new URL(c.req.url).searchParams.get('before') ?? ''
  const [page, failed] = await Promise.all([deliveriesOf(db, hook.id, EVENT.test(before) ? before : null), failedOf(db, hook.id)])
  const main = <WebhookPage speech={speech} hook={hook} {...page} failed={failed} {...said} />
  return drawDesk(c, who, { place: 'webhooks', title: new URL(hook.url).host, status, main })
}

async function work(c: DeskContext, who: Principal, hook: Hook, form: v.InferOutput<typeof changeSchema>): Promise<Response> {
  const { context } = c.env
  const reading = readingOf(c.env)
  const { do: act, event, version } = form
  const there = `${HERE}/${hook.id}`
  if (act === 'ping' || act === 'again' || act === 'all-again') {
    const sent =
      act === 'ping'
        ? await sendPing(reading, who, hook.id, context.now)
        : act === 'all-again'
          ? await sendAllAgain(reading, who, hook.id, context.now)
          : await sendAgain(reading, who, hook.id, event ?? '', context.now)
    if (!sent.ok) return showHook(c, who, hook, { problem: 'nothing', status: 409 })
    return seeOther(context, there)
  }
  const kinds = topicsIn(form)
  if (act === 'kinds' && kinds.length === 0) return showHook(c, who, hook, { problem: 'nothing', status: 422 })
  const change: HookChange = act === 'kinds' ? { act, kinds } : { act }
  const done = await changeWebhook(reading, who, { ...hook, version: version ?? 0 }, change, context.now)
  if (!done.ok) return done.code === 'not_fresh' ? stepUp(c, there) : showHook(c, who, hook, { problem: 'stale', status: 409 })
  if (act === 'delete') return seeOther(context, HERE)
  const { secret } = done.value
  const changed = secret === null ? null : await webhookById(reading.db, hook.id)
  return changed === null || secret === null ? seeOther(context, there) : showHook(c, who, changed, { made: secret })
}

/** Webhooks, for administrators: programs elsewhere that are told what happens to requests. */
export const webhooks = new Hono<ServiceEnv<Env>>()
  .get(HERE, async (c) => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const speech = speechOf(c.env.context.locale)
    const hooks = await webhooksOf(readingOf(c.env).db)
    return drawDesk(c, who, { place: 'webhooks', title: speech.t('console.webhooks'), main: <WebhooksPage speech={speech} hooks={hooks} /> })
  })
  .get(`${HERE}/new`, async (c) => {
    const who = await enter(c)
    if (who instanceof Response) return who
    // Before anything is typed: coming back from there begins with an empty form.
    if (!isFresh(who, c.env.context.now)) return stepUp(c, `${HERE}/new`)
    return showNew(c, who, { state: untouched({ key: newFormKey() }), chosen: [] })
  })
  .post(`${HERE}/new`, async (c) => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, newSchema)
    if (!form.ok && form.code === 'bad_form') return new Response(null, { status: 400 })
    const chosen = topicsIn(fields.typed)
    const target = form.ok ? readTarget(form.value.url, rulesOf(c.env)) : null
    const faults = [
      ...(form.ok ? [] : form.faults.filter(({ field }) => field === 'url')),
      ...(target !== null && !target.ok ? [{ field: 'url', reason: `webhooks.fault.${target.code}` }] : []),
      ...(chosen.length === 0 ? [{ field: 'topics', reason: 'webhooks.fault.topics' }] : []),
    ]
    if (!form.ok || !target?.ok || faults.length > 0) return showNew(c, who, { state: { typed: { ...fields.typed }, faults }, chosen, status: 422 })
    const reading = readingOf(c.env)
    const added = await addWebhook(reading, who, { formKey: form.value.key, url: target.value, kinds: chosen }, context.now)
    if (!added.ok) {
      if (added.code === 'again') return seeOther(context, HERE)
      return showNew(c, who, { state: untouched({ ...fields.typed }), chosen, problem: added.code, status: 409 })
    }
    const hook = await webhookById(reading.db, added.value.id)
    return hook ? showHook(c, who, hook, { made: added.value.secret }) : seeOther(context, HERE)
  })
  .get(HOOK, async (c) => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const hook = await webhookById(readingOf(c.env).db, c.req.param('id'))
    return hook ? showHook(c, who, hook) : NOT_FOUND()
  })
  .post(HOOK, async (c) => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const hook = await webhookById(readingOf(c.env).db, c.req.param('id'))
    if (!hook) return NOT_FOUND()
    const form = parseForm(await readFields(c.req.raw), changeSchema)
    return form.ok ? work(c, who, hook, form.value) : new Response(null, { status: 400 })
  })
