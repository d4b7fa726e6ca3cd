import { senderFrom, transportFrom } from '@stem/mail/choose'
import type { Env } from '../env.ts'
import { renderCampaign } from '../issue/render-campaign.ts'
import { deliver } from '../mails/deliver.ts'
import { deskOf } from '../readers/reader.ts'
import type { Pace } from './pace.ts'
import type { Running } from './run-campaign.ts'

/** Reads `50/10`: mails a second in all, and to each domain of receivers. Throws on anything else: nobody guesses how fast mails may leave. */
export function paceOf(text: string): Pace {
  const [, perSecond = '0', perDomain = '0'] = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text) ?? []
  if (Number(perSecond) <= 0 || Number(perDomain) <= 0) throw new Error('CAMPAIGN_PACE must be written as 50/10')
  return { perSecond: Number(perSecond), perDomain: Number(perDomain) }
}

/** What runs of campaigns need, from the bindings of the Worker. Whoever takes it closes the transport. */
export const runningOf = (env: Env): Running => ({
  ...deskOf(env),
  marker: env.INSTANCE,
  transport: transportFrom(env),
  pace: paceOf(env.CAMPAIGN_PACE),
  origin: env.PUBLIC_ORIGIN,
  replyDomain: env.REPLY_DOMAIN,
  from: senderFrom(env),
  render: renderCampaign(env.PUBLIC_ORIGIN),
  letters: () => deliver(env, Date.now()),
  clock: Date.now,
})
