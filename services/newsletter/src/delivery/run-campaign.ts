import { insist } from '@stem/jobs/lost'
import type { Message } from '@stem/mail/message'
import { keyLifeOf, type Sent, type Transport } from '@stem/mail/transport'
import { archiveIssue } from '../archive/archive-issue.ts'
import { campaignById, type Campaign } from '../campaigns/campaign.ts'
import { holdCampaign } from '../campaigns/steer.ts'
import { refusalStatements } from '../feedback/refused.ts'
import { callStatements, claim, giveBack, notCalledStatements, type Called, type Claiming } from './claim.ts'
import { fenceOf, type Marker } from './fence.ts'
import { finish } from './finish.ts'
import { issueMessage, type IssueDesk } from './issue-message.ts'
import { holdBack, lineUp, type Pace } from './pace.ts'
import { prepare, start } from './prepare.ts'
import { settledOf, settleStatement, waited, type Settled } from './settle.ts'

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
/** Mails that are called before a hand is free, when hands come free within a moment: fast servers need not wait for the database. */
const AHEAD = 5
const A_MOMENT = 100
/** Milliseconds for which what was asked right before a mail counts. */
const FRESH = 400
const LETTERS_EVERY = 1000
const SHORT_WAIT = 50
const LONG_WAIT = 1000
const DOWN_AFTER = 5
const DOWN_FOR = 15_000
const SOON = 60_000

const NOT_WRITTEN: Sent = { outcome: 'later', why: 'not written', down: true }

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
  readonly #busy = new Set<Promise<void>>()
  readonly #settled: Settled[] = []
  #waiting: string[] = []
  /** Called, and begun as soon as a hand is free. */
  readonly #ready: Called[] = []
  /** When the last mails ended. */
  readonly #ends: number[] = []
  #downs = 0
  #isOver = false
  handed = 0

  constructor(running: Running, campaign: Campaign) {
    this.#running = running
    this.#campaign = campaign
    const { db, transport } = running
    this.#claiming = {
      db,
      campaignId: campaign.id,
      audience: campaign.audience,
      lease: crypto.randomUUID(),
      keyLife: keyLifeOf(transport),
      batch: transport.batches?.most ?? null,
    }
  }

  #settleStatements(): D1PreparedStatement[] {
    if (this.#settled.length === 0) return []
    const { db, campaignId, lease } = this.#claiming
    const [settled, now] = [this.#settled.splice(0), this.#running.clock()]
    return [settleStatement(db, campaignId, lease, settled, now), ...refusalStatements(db, campaignId, settled, now)]
  }

  /** The mails of a call; null in place of one that cannot be written, which was certainly not handed over. */
  #write(call: readonly Called[]): Promise<(Message | null)[]> {
    return Promise.all(call.map((called) => issueMessage(this.#running, this.#campaign, called).catch(() => null)))
  }

  async #send(call: readonly Called[]): Promise<Sent[]> {
    const { transport } = this.#running
    const messages = await this.#write(call)
    const written = messages.filter((message) => message !== null)
    const [first] = written
    const key = call[0]?.doubtKey
    const sent = first === undefined ? [] : transport.batches && key ? await transport.batches.send(key, written) : [await transport.send(first)]
    const answers = sent.values()
    return messages.map((message) => (message === null ? NOT_WRITTEN : (answers.next().value ?? NOT_WRITTEN)))
  }

  /** Hands over what goes out in one call: one mail, or a batch. */
  async #hand(call: readonly Called[]): Promise<void> {
    const sent = await this.#send(call)
    // Who loses one answer after the other is as good as down.
    if (sent.every((one) => one.outcome === 'unknown' || (one.outcome === 'later' && one.down))) this.#downs++
    else if (sent.some(({ outcome }) => outcome === 'sent')) this.#downs = 0
    this.handed += call.length
    this.#settled.push(...settledOf(call, sent, this.#claiming.keyLife, this.#running.clock()))
  }

  /** How many mails are called ahead: no more than ended within the last moment, so that none waits for a slow server. */
  #ahead(): number {
    if (this.#claiming.batch !== null) return 0
    const since = this.#running.clock() - A_MOMENT
    while ((this.#ends[0] ?? Infinity) < since) this.#ends.shift()
    return Math.min(AHEAD, this.#ends.length)
  }

  #handOver(call: readonly Called[]): void {
    const hand: Promise<void> = this.#hand(call).finally(() => {
      this.#busy.delete(hand)
      this.#ends.push(this.#running.clock())
      this.#begin()
    })
    this.#busy.add(hand)
  }

  /** Begins what is ready, as far as hands are free. What has waited too long was not handed over, and is asked about again. */
  #begin(): void {
    const since = this.#running.clock() - FRESH
    while (!this.#isOver && this.#ready.length > 0) {
      const [called] = this.#ready
      if (called === undefined || (called.calledAt >= since && this.#busy.size >= SIDE_BY_SIDE)) return
      this.#ready.shift()
      if (called.calledAt >= since) this.#handOver([called])
      else this.#settled.push(waited(called, this.#running.clock()))
    }
  }

  /** Settles what has ended and calls as many as there are hands free, in one batch: right before, everything is asked again. False when the run was stopped. */
  async #step(): Promise<boolean> {
    const { db, clock, stop } = this.#running
    const free = SIDE_BY_SIDE - this.#busy.size - this.#ready.length + this.#ahead()
    const keys = free <= 0 ? [] : this.#waiting.splice(0, this.#claiming.batch === null ? free : this.#waiting.length)
    const settling = this.#settleStatements()
    const statements = [...settling, ...(keys.length === 0 ? [] : callStatements(this.#claiming, keys, clock()))]
    if (statements.length === 0) return true
    const results = await insist(() => db.batch<Called>(statements))
    if ((settling.length > 0 && stop?.('settled')) || (keys.length > 0 && stop?.('called'))) return false
    const called = keys.length === 0 ? [] : (results.at(-1)?.results ?? [])
    if (called.length < keys.length) await insist(() => db.batch(notCalledStatements(this.#claiming, keys, clock())))
    if (this.#claiming.batch === null) this.#ready.push(...called)
    else if (called.length > 0) this.#handOver(called)
    this.#begin()
    return !stop?.('handed')
  }

  /** Gives back what was claimed or called and not begun, and settles the rest once it has ended. */
  async #end(): Promise<void> {
    const { db, clock } = this.#running
    this.#settled.push(...this.#ready.splice(0).map((called) => waited(called, clock())))
    await Promise.allSettled(this.#busy)
    const statements = [...this.#settleStatements(), ...(this.#waiting.length === 0 ? [] : [giveBack(this.#claiming, this.#waiting)])]
    if (statements.length > 0) await insist(() => db.batch(statements))
  }

  /** Until a hand is free; behind a slow server, until what is ready has waited too long. */
  async #oneEnds(): Promise<void> {
    await Promise.race(this.#ready.length === 0 ? this.#busy : [...this.#busy, wait(FRESH)])
    this.#begin()
  }

  async work(until: number): Promise<void> {
    try {
      await this.#work(until)
    } finally {
      this.#isOver = true
    }
  }

  async #work(until: number): Promise<void> {
    const { db, pace, clock, letters, stop } = this.#running
    const least = this.#claiming.batch === null ? SIDE_BY_SIDE : 1
    let isDry = false
    for (let lettersAt = 0; clock() < until && this.#downs < DOWN_AFTER;) {
      if (clock() - lettersAt >= LETTERS_EVERY) {
        await letters()
        lettersAt = clock()
      }
      if (this.#waiting.length < least) {
        this.#waiting = await claim(this.#claiming, pace, clock())
        isDry = this.#waiting.length === 0
        if (stop?.('claimed')) return
      }
      if ((this.#waiting.length > 0 || this.#settled.length > 0) && !(await this.#step())) return
      if ((this.#busy.size >= SIDE_BY_SIDE && this.#ready.length >= this.#ahead()) || (this.#busy.size > 0 && isDry)) await this.#oneEnds()
      else if (isDry && this.#settled.length === 0 && !(await this.#goesOn(until))) break
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
  if (running.transport.failures === 'none') {
    if (isDue(campaign, clock()) || ['preparing', 'running'].includes(campaign.state)) await holdCampaign({ db }, campaignId, 'transport', clock())
    return { handed: 0, more: false }
  }
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
  // First into the archive, where it goes: its mails lead there.
  if (campaign.toArchive === 1 && campaign.slug === null && (await archiveIssue(db, campaign, 'system', clock())) === 'done')
    campaign = (await campaignById(db, campaignId)) ?? campaign
  const hand = new Hand(running, campaign)
  await hand.work(until)
  if (await finish({ db }, campaignId, clock())) return { handed: hand.handed, more: false }
  const due = await nextDue(db, campaignId)
  return { handed: hand.handed, more: due !== null && due < clock() + SOON }
}

/** Whether a campaign was released and its time has come. */
export const isDue = ({ state, releasedBy, scheduledAt }: Campaign, now: number): boolean =>
  state === 'approved' && releasedBy !== null && scheduledAt !== null && scheduledAt <= now
