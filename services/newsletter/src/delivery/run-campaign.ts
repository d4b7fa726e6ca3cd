import { insist } from '@stem/jobs/lost'
import type { Sent, Transport } from '@stem/mail/transport'
import { campaignById, type Campaign } from '../campaigns/campaign.ts'
import { holdCampaign } from '../campaigns/steer.ts'
import { refusalStatements } from '../feedback/refused.ts'
import { callStatements, claim, giveBack, type Called, type Claiming } from './claim.ts'
import { fenceOf, type Marker } from './fence.ts'
import { finish } from './finish.ts'
import { issueMessage, type IssueDesk } from './issue-message.ts'
import { holdBack, lineUp, type Pace } from './pace.ts'
import { prepare, start } from './prepare.ts'
import { settledOf, settleStatement, type Settled } from './settle.ts'

/** What a run needs. `letters` sends the single mails that wait: they overtake campaigns. `clock`: epoch milliseconds. */
export type Running = IssueDesk & {
  db: D1Database
  marker: Marker
  transport: Transport
  pace: Pace
  letters: () => Promise<unknown>
  clock: () => number
  /** Milliseconds that a run works. */
  time?: number
  /** Asked between steps: a run that is to end at once says true. For tests of what a kill leaves. */
  stop?: (step: RunStep) => boolean
}
/** Moments between which a run can end without warning. */
export type RunStep = 'started' | 'prepared' | 'claimed' | 'called' | 'handed' | 'settled'

/** What a run did. `more`: there is work that is due now or soon. */
export type RunOutcome = { handed: number; more: boolean }

/** Milliseconds that one run works; after that it rings for the next. */
export const RUN_TIME = 20_000
/** Mails on their way at once: a Worker has six connections. */
const SIDE_BY_SIDE = 5
const LETTERS_EVERY = 1000
const SHORT_WAIT = 50
const LONG_WAIT = 1000
const DOWN_AFTER = 5
const DOWN_FOR = 15_000
const SOON = 60_000

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** When the next row of a campaign is due; null when none waits. */
async function nextDue(db: D1Database, campaignId: string): Promise<number | null> {
  const row = await db
    .prepare("SELECT min(next_at) AS at FROM deliveries WHERE campaign_id = ? AND state = 'pending'")
    .bind(campaignId)
    .first<{ at: number | null }>()
  return row?.at ?? null
}

/** One run over a campaign that runs. */
class Hand {
  readonly #running: Running
  readonly #campaign: Campaign
  readonly #claiming: Claiming
  readonly #busy = new Map<string, Promise<void>>()
  readonly #settled: Settled[] = []
  #waiting: string[] = []
  #downs = 0
  handed = 0

  constructor(running: Running, campaign: Campaign) {
    this.#running = running
    this.#campaign = campaign
    this.#claiming = { db: running.db, campaignId: campaign.id, audience: campaign.audience, lease: crypto.randomUUID() }
  }

  #settleStatements(): D1PreparedStatement[] {
    if (this.#settled.length === 0) return []
    const { db, campaignId, lease } = this.#claiming
    const [settled, now] = [this.#settled.splice(0), this.#running.clock()]
    return [settleStatement(db, campaignId, lease, settled, now), ...refusalStatements(db, campaignId, settled, now)]
  }

  async #hand(called: Called): Promise<void> {
    const { transport, clock } = this.#running
    // A mail that cannot be written was certainly not handed over.
    const message = await issueMessage(this.#running, this.#campaign, called).catch(() => null)
    const sent: Sent = message === null ? { outcome: 'later', why: 'not written', down: true } : await transport.send(message)
    if (sent.outcome === 'later' && sent.down) this.#downs++
    else if (sent.outcome === 'sent') this.#downs = 0
    this.handed++
    this.#settled.push(settledOf(called, sent, transport.keyed, clock()))
  }

  /** Settles what has ended and begins as many as there are hands free, in one batch: right before, everything is asked again. False when the run was stopped. */
  async #step(): Promise<boolean> {
    const { db, clock, stop } = this.#running
    const keys = this.#waiting.splice(0, SIDE_BY_SIDE - this.#busy.size)
    const settling = this.#settleStatements()
    const statements = [...settling, ...(keys.length === 0 ? [] : callStatements(this.#claiming, keys, clock()))]
    if (statements.length === 0) return true
    const results = await insist(() => db.batch<Called>(statements))
    if ((settling.length > 0 && stop?.('settled')) || (keys.length > 0 && stop?.('called'))) return false
    for (const called of keys.length === 0 ? [] : (results.at(-1)?.results ?? []))
      this.#busy.set(
        called.k,
        this.#hand(called).finally(() => this.#busy.delete(called.k)),
      )
    return !stop?.('handed')
  }

  /** Gives back what was claimed and not begun, and settles the rest once it has ended. */
  async #end(): Promise<void> {
    const { db } = this.#running
    await Promise.allSettled(this.#busy.values())
    const statements = [...this.#settleStatements(), ...(this.#waiting.length === 0 ? [] : [giveBack(this.#claiming, this.#waiting)])]
    if (statements.length > 0) await insist(() => db.batch(statements))
  }

  async work(until: number): Promise<void> {
    const { db, pace, clock, letters, stop } = this.#running
    for (let lettersAt = 0; clock() < until && this.#downs < DOWN_AFTER;) {
      if (clock() - lettersAt >= LETTERS_EVERY) {
        await letters()
        lettersAt = clock()
      }
      if (this.#waiting.length < SIDE_BY_SIDE) {
        this.#waiting = await claim(this.#claiming, pace, clock())
        if (stop?.('claimed')) return
      }
      if ((this.#waiting.length > 0 || this.#settled.length > 0) && !(await this.#step())) return
      if (this.#busy.size >= SIDE_BY_SIDE || (this.#busy.size > 0 && this.#waiting.length === 0)) await Promise.race(this.#busy.values())
      else if (this.#waiting.length === 0 && this.#settled.length === 0 && !(await this.#goesOn(until))) break
    }
    if (this.#downs >= DOWN_AFTER) await holdBack(db, clock() + DOWN_FOR)
    await this.#end()
  }

  /** Nothing is claimed: puts the next in line, or waits for what is due within this run. False when there is nothing to do in it. */
  async #goesOn(until: number): Promise<boolean> {
    const { db, pace, clock } = this.#running
    const { campaignId } = this.#claiming
    const row = await campaignById(db, campaignId)
    if (row?.state !== 'running') return false
    if ((await lineUp(db, campaignId, pace, clock())) > 0) return true
    const due = await nextDue(db, campaignId)
    if (due === null || due >= until) return false
    await wait(Math.min(LONG_WAIT, Math.max(SHORT_WAIT, due - clock())))
    return true
  }
}

/**
 * Takes a campaign on from wherever it stands: starts, prepares, hands over, finishes. Works for twenty seconds at most. Any number of runs
 * may do this at once, and each may be killed at any moment: what a run holds comes free by its lease.
 */
export async function runCampaign(running: Running, campaignId: string): Promise<RunOutcome> {
  const { db, clock, letters, time = RUN_TIME, stop } = running
  const until = clock() + time
  await letters()
  let campaign = await campaignById(db, campaignId)
  const fence = await fenceOf(running, clock())
  const isOwn = fence !== null && (campaign?.state === 'approved' || campaign?.fence === fence)
  if (campaign !== null && !isOwn && (['preparing', 'running'].includes(campaign.state) || isDue(campaign, clock()))) {
    // A fence that is renewed at this moment is another one here: look again before anything is held.
    const again = await campaignById(db, campaignId)
    if (fence === null || again?.fence !== (await fenceOf(running, clock()))) await holdCampaign({ db }, campaignId, 'copy', clock())
    else return { handed: 0, more: true }
  }
  if (campaign === null || fence === null || !isOwn) return { handed: 0, more: false }
  if (isDue(campaign, clock())) {
    await start({ db }, campaign, fence, clock())
    if (stop?.('started')) return { handed: 0, more: true }
    campaign = await campaignById(db, campaignId)
  }
  if (campaign?.state === 'preparing') {
    if (!(await prepare({ db }, campaign, clock, until)) || stop?.('prepared')) return { handed: 0, more: true }
    campaign = await campaignById(db, campaignId)
  }
  if (campaign?.state !== 'running') return { handed: 0, more: false }
  const hand = new Hand(running, campaign)
  await hand.work(until)
  if (await finish({ db }, campaignId, clock())) return { handed: hand.handed, more: false }
  const due = await nextDue(db, campaignId)
  return { handed: hand.handed, more: due !== null && due < clock() + SOON }
}

/** Whether a campaign was released and its time has come. */
export const isDue = ({ state, releasedBy, scheduledAt }: Campaign, now: number): boolean =>
  state === 'approved' && releasedBy !== null && scheduledAt !== null && scheduledAt <= now
