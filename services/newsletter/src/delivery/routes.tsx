import type { Principal } from '@stem/contracts/context'
import { transportFrom } from '@stem/mail/choose'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import { countAudience } from '../audience/count-audience.ts'
import type { Campaign } from '../campaigns/campaign.ts'
import { release, tookPart, type ReleaseRefusal } from '../campaigns/release.ts'
import { cancelCampaign, pauseCampaign, resumeCampaign } from '../campaigns/steer.ts'
import { takeOver } from '../campaigns/take-over.ts'
import { instantOf } from '../campaigns/zoned-time.ts'
import { StateTag } from '../composer/campaign-tags.tsx'
import { open } from '../db/open.ts'
import { drawDesk, enterCampaign, type DeskContext } from '../desk/desk.tsx'
import type { Env } from '../env.ts'

import { settleUnknown, SETTLEMENTS } from './finish.ts'
import { progressOf } from './progress.ts'
import { ProgressPage } from './progress-page.tsx'
import { ZONES } from './zoned-words.ts'

type Problem = Exclude<ReleaseRefusal, 'not_fresh'> | 'clock' | 'sure'
const STATUS: Record<Problem, number> = { own: 403, transport: 409, nobody: 422, number: 422, past: 422, clock: 422, sure: 422, stale: 409 }
const ACTS = { pause: pauseCampaign, resume: resumeCampaign, cancel: cancelCampaign }

/** Seconds after which the page of a campaign under way renews itself, and milliseconds before its time from which there is something to follow. */
const RENEWED_EVERY = 10
const SOON = 5 * 60_000

const isFollowed = ({ state, releasedBy, scheduledAt }: Campaign, now: number): boolean =>
  state === 'preparing' || state === 'running' || (state === 'approved' && releasedBy !== null && (scheduledAt ?? Infinity) - now < SOON)

/** Whether campaigns can leave by the way that is set up: `none`; `deaf`, when the provider's events are not listened to, so that nobody hears of failures. */
function wayOf(env: Env): 'fit' | 'none' | 'deaf' {
  const { failures } = transportFrom(env)
  const [provider = ''] = env.MAIL_TRANSPORT.split(/[:+]/)
  if (failures === 'events' && !(env.MAIL_EVENTS_KEY ?? '').split(/\s+/).some((key) => key.startsWith(`${provider}:`))) return 'deaf'
  return failures === 'none' ? 'none' : 'fit'
}

async function show(
  c: DeskContext,
  who: Principal,
  campaign: Campaign,
  { problem, state = untouched() }: { problem?: Problem; state?: FormState } = {},
): Promise<Response> {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const db = open(c.env)
  const isWaiting = campaign.state === 'approved' && campaign.releasedBy === null
  const isLive = new URL(c.req.url).searchParams.get('live') === 'yes' && problem === undefined
  const renew = !isFollowed(campaign, context.now) ? undefined : isLive ? RENEWED_EVERY : null
  const [progress, count, isOwn] = await Promise.all([
    progressOf(db, campaign.id),
    isWaiting ? countAudience({ db }, campaign.audience, context.now) : null,
    isWaiting && tookPart(c.env.MEMBERS, campaign, who.personId),
  ])
  const answer = await drawDesk(c, who, {
    title: speech.t('sending.title', { name: campaign.name }),
    status: problem === undefined ? 200 : STATUS[problem],
    bar: <StateTag speech={speech} campaign={campaign} />,
    main: (
      <ProgressPage
        speech={speech}
        campaign={campaign}
        progress={progress}
        count={count}
        isOwn={isOwn}
        way={wayOf(c.env)}
        renew={renew}
        state={state}
        problem={problem === undefined ? null : speech.t(`sending.problem.${problem}`)}
      />
    ),
  })
  // Only for who asked for it, who can stop it as well (WCAG 2.2.1, 2.2.2); it works without a script.
  if (renew) answer.headers.set('refresh', String(renew))
  return answer
}

const MOST_TYPED = 40
/** What was typed of the time of a release; it comes back in the address when somebody had to prove who they are. */
const typedTime = (typed: Record<string, string>): Record<string, string> =>
  Object.fromEntries(['day', 'time', 'zone', 'number'].flatMap((name) => (typed[name] ? [[name, typed[name].slice(0, MOST_TYPED)]] : [])))

const timeOf = (typed: Record<string, string>): { at: number; zone: string } | null | 'clock' => {
  const { day = '', time = '', zone = '' } = typed
  if (day === '') return null
  const at = ZONES.some((one) => one === zone) ? instantOf(`${day}T${time.trim() === '' ? '09:00' : time.trim().padStart(5, '0')}`, zone) : null
  return at === null ? 'clock' : { at, zone }
}

async function releaseFrom(c: DeskContext, who: Principal, campaign: Campaign, typed: Record<string, string>): Promise<Problem | 'not_fresh' | null> {
  const time = timeOf(typed)
  if (time === 'clock') return 'clock'
  if (typed['version'] !== String(campaign.version)) return 'stale'
  const outcome = await release(
    { db: open(c.env), members: c.env.MEMBERS, transport: transportFrom(c.env) },
    campaign,
    who,
    { time, typed: typed['number'] ?? '' },
    c.env.context.now,
  )
  return outcome.ok ? null : outcome.code
}

/** Releasing a campaign, watching and steering it. */
export const delivery = new Hono<ServiceEnv<Env>>()
  .get('/console/newsletter/:id/progress', async (c) => {
    const found = await enterCampaign(c)
    return found instanceof Response
      ? found
      : show(c, found.who, found.campaign, { state: untouched(typedTime(Object.fromEntries(new URL(c.req.url).searchParams))) })
  })
  .post('/console/newsletter/:id/progress', async (c) => {
    const found = await enterCampaign(c)
    if (found instanceof Response) return found
    const { who, campaign } = found
    const { context } = c.env
    const db = open(c.env)
    const { typed } = await readFields(c.req.raw)
    const here = `/console/newsletter/${campaign.id}/progress`
    const act = { who: who.personId, id: campaign.id, now: context.now }
    const what = typed['do'] ?? ''
    let problem: Problem | 'not_fresh' | null = null
    if (what === 'release') {
      problem = await releaseFrom(c, who, campaign, typed)
    } else if (what === 'take-over') {
      const outcome = await takeOver({ db, marker: c.env.INSTANCE, log: c.env.INSTANCE }, campaign, who, context.now)
      if (!outcome.ok) problem = outcome.code
    } else if (what === 'settle') {
      const as = SETTLEMENTS.find((one) => one === typed['as'])
      const reader = typed['reader'] ?? ''
      if (as === undefined || !/^(sub_[0-9a-z]{26})?$/.test(reader)) return new Response(null, { status: 400 })
      const outcome = await settleUnknown({ db }, { campaignId: campaign.id, readerId: reader === '' ? null : reader, as, who: who.personId }, context.now)
      if (!outcome.ok) problem = outcome.code
    } else if (what === 'cancel' && typed['sure'] !== 'yes') {
      problem = 'sure'
    } else if (what === 'pause' || what === 'resume' || what === 'cancel') {
      const outcome = await ACTS[what]({ db }, act)
      if (!outcome.ok) problem = outcome.code
    } else return new Response(null, { status: 400 })
    if (problem === 'not_fresh')
      return seeOther(context, `/account/step-up?back=${encodeURIComponent(`${here}?${new URLSearchParams(typedTime(typed)).toString()}`)}`)
    if (problem !== null) {
      const again = await enterCampaign(c)
      return again instanceof Response
        ? again
        : show(c, who, again.campaign, { problem, state: { typed, faults: problem === 'sure' ? [{ field: 'sure', reason: 'forms.tick' }] : [] } })
    }
    // A doorbell: without it, cron comes within a minute.
    await c.env.MAILS.send({ campaign: campaign.id }).catch(() => undefined)
    return seeOther(context, here)
  })
