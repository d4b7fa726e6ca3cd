import type { Message } from '@stem/mail/message'
import type { Sent, Transport } from '@stem/mail/transport'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { settleUnknown } from '../delivery/finish.ts'
import { progressOf } from '../delivery/progress.ts'
import { runCampaign, type RunStep } from '../delivery/run-campaign.ts'
import { settleLeases } from '../delivery/settle.ts'
import { verifyCampaign } from '../delivery/verify-campaign.ts'
import { readerById } from '../readers/reader.ts'
import { shouldBeTold, told } from '../testing/announcing.ts'
import { ANNA, at, BO, clockFrom, consenting, drafted, markerIn, members, runningWith, serverOf, staff } from '../testing/campaigning.ts'
import { DB, DESK, emptyAll, testEnv } from '../testing/reading.ts'
import { leave } from '../unsubscribe/leave.ts'
import { approve } from './approve.ts'
import type { CampaignState } from './campaign.ts'
import { release } from './release.ts'
import { saveDraft } from './save-draft.ts'
import { cancelCampaign, pauseCampaign, resumeCampaign } from './steer.ts'
import { takeOver } from './take-over.ts'

const db = { db: DB }
const MINUTE = 60_000
const READERS = 6

/** Where each act of a person may lead, and from where. Runs lead from `approved` (released) on. */
const MAY: Record<string, Partial<Record<CampaignState, CampaignState[]>>> = {
  save: { draft: ['draft'], approved: ['draft'] },
  approve: { draft: ['approved'] },
  release: { approved: ['approved'] },
  pause: { running: ['paused'] },
  resume: { paused: ['running'] },
  cancel: { draft: ['cancelled'], approved: ['cancelled'], preparing: ['cancelled'], running: ['cancelled'], paused: ['cancelled'], held: ['cancelled'] },
  'take-over': { held: ['approved', 'paused'] },
  again: { finished: ['running'], running: ['running'], paused: ['paused'] },
  run: {
    approved: ['preparing', 'running', 'finished', 'held', 'approved'],
    preparing: ['running', 'finished', 'preparing', 'held'],
    running: ['running', 'finished', 'held'],
  },
  wait: {},
  restore: {},
  leave: {},
}
type Act = keyof typeof MAY & string
const act = fc.constantFrom<Act>(
  'save',
  'approve',
  'approve',
  'release',
  'release',
  'release',
  'run',
  'run',
  'run',
  'run',
  'pause',
  'resume',
  'resume',
  'cancel',
  'take-over',
  'again',
  'wait',
  'restore',
  'leave',
)
const step = fc.record({
  act,
  who: fc.constantFrom(ANNA, BO, staff('per_cy')),
  kill: fc.option(fc.constantFrom<RunStep>('started', 'prepared', 'claimed', 'called', 'handed', 'settled'), { nil: null }),
  answer: fc.constantFrom('sent' as const, 'refused' as const, 'later' as const, 'unknown' as const),
  reader: fc.integer({ min: 1, max: READERS }),
})

const answerOf = (answer: 'sent' | 'refused' | 'later' | 'unknown'): Sent => {
  if (answer === 'sent') return { outcome: 'sent', reference: 'r' }
  return answer === 'later' ? { outcome: 'later', why: '450', down: false } : { outcome: answer, why: 'x' }
}

beforeEach(emptyAll)

describe('a campaign in the hands of several people', () => {
  it.each(['one by one', 'in batches'])(
    'goes where it may go, is never released by who wrote or approved it, reaches nobody twice and nobody who left, and tells each change once, %s',
    { timeout: 60_000 },
    async (way) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
          await emptyAll()
          await consenting(READERS)
          const id = await drafted()
          const marker = markerIn()
          const clock = clockFrom()
          const left = new Set<string>()
          const accepted = new Map<string, number>()
          // A provider that takes each key once, whatever happens to us, and forgets it after a while.
          const provider = { keys: new Map<string, number>(), keyLife: 30 * MINUTE }
          let authors = new Set([ANNA.personId])
          let approver = ''
          let allowedAgain = false
          for (const one of steps) {
            const before = await at(id)
            const fresh = { ...one.who, assertedAt: clock() }
            const deed = { who: fresh.personId, id, now: clock() }
            if (one.act === 'save') {
              const saved = await saveDraft(
                db,
                before,
                { name: `by ${fresh.personId}`, content: before.content, audience: before.audience, countsLinks: false },
                fresh.personId,
                clock(),
              )
              if (saved.ok) authors = before.state === 'approved' ? new Set([fresh.personId]) : authors.add(fresh.personId)
            } else if (one.act === 'approve') {
              if ((await approve(db, before, fresh.personId, clock())).ok) approver = fresh.personId
            } else if (one.act === 'release') {
              const outcome = await release({ ...db, members, transport: {} }, before, fresh, { time: null, typed: '' }, clock())
              if (outcome.ok) expect([...authors, approver]).not.toContain(fresh.personId)
            } else if (one.act === 'pause') await pauseCampaign(db, deed)
            else if (one.act === 'resume') await resumeCampaign(db, deed)
            else if (one.act === 'cancel') await cancelCampaign(db, deed)
            else if (one.act === 'take-over') await takeOver({ db: DB, marker, log: testEnv.INSTANCE }, before, fresh, clock())
            else if (one.act === 'again')
              allowedAgain = (await settleUnknown(db, { campaignId: id, readerId: null, as: 'again', who: fresh.personId }, clock())).ok || allowedAgain
            else if (one.act === 'wait') {
              clock.forward(7 * MINUTE)
              await settleLeases({ db: DB, keyed: way === 'in batches', keyLife: provider.keyLife }, clock())
            } else if (one.act === 'restore') marker.marks.set('fence', 'another')
            else if (one.act === 'leave') {
              const reader = await readerById(DB, `sub_${String(one.reader).padStart(26, '0')}`)
              if (reader) await leave(DESK, reader, { way: 'page', campaign: id }, clock())
              left.add(`r${one.reader}@d${one.reader}.example`)
            } else {
              const take = ({ to }: Message) => accepted.set(to, (accepted.get(to) ?? 0) + 1)
              const batches: Transport['batches'] = {
                most: 4,
                send: async (key, messages) => {
                  for (const { to } of messages) expect(left.has(to), `${to} had left`).toBe(false)
                  // Half of the lost answers are of batches that were taken.
                  const isTaken = one.answer === 'sent' || (one.answer === 'unknown' && one.reader % 2 === 0)
                  const isKnown = clock() - (provider.keys.get(key) ?? -Infinity) < provider.keyLife
                  if (isTaken && !isKnown) messages.forEach(take)
                  if (isTaken && !isKnown) provider.keys.set(key, clock())
                  return messages.map(({ messageId }) =>
                    isKnown && one.answer !== 'unknown' ? { outcome: 'sent', reference: messageId } : answerOf(one.answer),
                  )
                },
              }
              const { transport } = serverOf(({ to }) => {
                expect(left.has(to), `${to} had left`).toBe(false)
                if (one.answer === 'sent') accepted.set(to, (accepted.get(to) ?? 0) + 1)
                return answerOf(one.answer)
              })
              const used = way === 'in batches' ? { ...transport, keyed: true, keyLife: provider.keyLife, batches } : transport
              await runCampaign({ ...runningWith(used, { marker, clock, time: 60 }), ...(one.kill === null ? {} : { stop: (now) => now === one.kill }) }, id)
              await new Promise((resolve) => setTimeout(resolve, 1))
            }
            const after = await at(id)
            if (after.state !== before.state)
              expect(MAY[one.act]?.[before.state] ?? [], `${one.act} led from ${before.state} to ${after.state}`).toContain(after.state)
            if (after.state === 'running' || after.state === 'preparing') expect(after.releasedBy).not.toBe(after.author)
            const { all } = await progressOf(DB, id)
            expect(all.prepared).toBe(all.pending + all.claimed + all.calling + all.accepted + all.rejected + all.cancelled + all.unknown)
            if (after.frozenAt !== null) expect(all.prepared).toBeGreaterThanOrEqual(READERS - left.size)
            if (after.state === 'finished') expect(all.pending + all.claimed + all.calling).toBe(0)
          }
          // Only a person can make a mail leave a second time.
          if (!allowedAgain) for (const [to, times] of accepted) expect(times, to).toBe(1)
          // Nothing is claimed that is not so, and nothing is denied that may be.
          const { results } = await DB.prepare("SELECT substr(address_key, 4) AS n, state FROM deliveries WHERE state IN ('accepted', 'cancelled')").all<{
            n: string
            state: string
          }>()
          for (const { n, state } of results)
            if (state === 'accepted' || !allowedAgain) expect(accepted.has(`r${n}@d${n}.example`), `${n} is ${state}`).toBe(state === 'accepted')
          expect((await verifyCampaign(db, id))?.without).toEqual([])
          expect((await told()).map(({ topic }) => topic)).toEqual(await shouldBeTold())
        }),
        { numRuns: 12 },
      )
    },
  )
})
