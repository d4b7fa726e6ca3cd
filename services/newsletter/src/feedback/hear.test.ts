import type { Sent } from '@stem/mail/transport'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { EVERYBODY } from '../audience/audience.ts'
import { countAudience } from '../audience/count-audience.ts'
import { progressOf } from '../delivery/progress.ts'
import { runCampaign } from '../delivery/run-campaign.ts'
import { eraseReader } from '../own-data/erase-reader.ts'
import { readerById } from '../readers/reader.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { at, clockFrom, readers, released, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { count, DAY, DB, DESK, emptyAll, HOUR, NOW } from '../testing/reading.ts'
import { SOFT } from './consequences.ts'
import type { FeedbackKind } from './feedback.ts'
import { hear } from './hear.ts'
import type { SentMail } from './sent-mail.ts'
import { undoFeedback } from './undo-feedback.ts'

const db = { db: DB }
const READER = `sub_${'1'.padStart(26, '0')}`
const KEY = 'key1'

beforeEach(async () => {
  await emptyAll()
  await readers(1)
})

/** Mails of campaigns `1` to `n` that had left for the reader. */
const mails = (n: number) =>
  DB.batch(
    Array.from({ length: n }, (_, index) =>
      DB.prepare(
        `INSERT INTO deliveries (campaign_id, subscriber_id, address_key, domain, locale, state, attempts, next_at, called_at) VALUES (?, ?, ?, 'd1.example', 'en', 'accepted', 1, 1, ?)`,
      ).bind(mailOf(index + 1).campaignId, READER, KEY, NOW),
    ),
  )
const mailOf = (number: number): SentMail => ({ campaignId: `cmp_${String(number).padStart(26, '0')}`, readerId: READER, addressKey: KEY })

let told = 0
const say = (kind: FeedbackKind, { mail = 1, now = NOW + HOUR, key = `k${++told}` } = {}) =>
  hear(db, mailOf(mail), { kind, code: null, eventKey: key, source: 'mail', at: now }, now)
const suppression = () =>
  DB.prepare('SELECT reason, expires_at AS expiresAt, lifted_at AS liftedAt, lifted_by AS liftedBy FROM suppressions').first<{
    reason: string
    expiresAt: number | null
    liftedAt: number | null
    liftedBy: string | null
  }>()
const idOf = async (kind: FeedbackKind) =>
  (await DB.prepare('SELECT id FROM feedback WHERE kind = ? AND undone_at IS NULL LIMIT 1').bind(kind).first<{ id: string }>())?.id ?? ''
const undo = async (kind: FeedbackKind) => undoFeedback(db, { id: await idOf(kind), who: 'per_anna' }, NOW + 2 * HOUR)
const heardOf = async () => (await DB.prepare('SELECT heard FROM deliveries LIMIT 1').first<{ heard: string | null }>())?.heard

describe('what is heard', () => {
  it.each<[FeedbackKind, string | null, string]>([
    ['hard', 'hard', 'bounced'],
    ['complaint', 'complaint', 'complained'],
    ['soft', null, 'bounced'],
    ['policy', null, 'bounced'],
    ['block', null, 'bounced'],
    ['reply', null, 'replied'],
  ])('%s once suppresses for %s', async (kind, reason, heard) => {
    await mails(1)
    expect(await say(kind)).toBe('heard')
    expect([(await suppression())?.reason ?? null, await heardOf()]).toEqual([reason, heard])
  })

  it('however often of the mail or its sender, suppresses nobody', async () => {
    await mails(20)
    for (let mail = 1; mail <= 20; mail++) for (const kind of ['policy', 'block'] as const) await say(kind, { mail })
    expect(await suppression()).toBeNull()
  })

  it('stops the very next claim of a campaign that runs, for that reader alone', async () => {
    await emptyAll()
    await readers(4)
    const id = await released()
    const { handed, transport } = serverOf()
    const running = runningWith(transport)
    await runCampaign({ ...running, stop: (step) => step === 'prepared' }, id)
    await hear(
      db,
      { campaignId: 'cmp_before', readerId: READER, addressKey: KEY },
      { kind: 'complaint', code: null, eventKey: 'x', source: 'mail', at: NOW },
      NOW,
    )
    await runOut(running, id)
    expect(handed.map(({ to }) => to).sort()).toEqual(['r2@d2.example', 'r3@d3.example', 'r4@d4.example'])
    expect((await progressOf(DB, id)).all).toMatchObject({ prepared: 4, accepted: 3, cancelled: 1 })
  })

  it('is worth more or less: a complaint is not forgotten for a bounce that comes later, an answer is', async () => {
    await mails(1)
    for (const [kind, heard] of [
      ['reply', 'replied'],
      ['soft', 'bounced'],
      ['complaint', 'complained'],
      ['reply', 'complained'],
      ['hard', 'complained'],
    ] as const) {
      await say(kind)
      expect(await heardOf()).toBe(heard)
    }
  })

  it('of an address that is not the reader’s any more ends no subscription', async () => {
    await mails(1)
    await DB.prepare("UPDATE subscribers SET address_key = 'another'").run()
    await say('complaint')
    expect([(await suppression())?.reason, (await readerById(DB, READER))?.state]).toEqual(['complaint', 'active'])
    expect(await count('consents')).toBe(0)
  })

  it('never weakens what a person said, and a lasting cause takes the place of one for a while', async () => {
    await mails(SOFT.most)
    await suppressRow(DB, { addressKey: KEY, reason: 'staff', source: 'console' }, NOW).run()
    await say('hard')
    expect((await suppression())?.reason).toBe('staff')
    await DB.prepare('DELETE FROM suppressions').run()
    for (let mail = 1; mail <= SOFT.most; mail++) await say('soft', { mail })
    expect(await suppression()).toMatchObject({ reason: 'soft', expiresAt: NOW + HOUR + SOFT.rests })
    await say('complaint')
    expect(await suppression()).toMatchObject({ reason: 'complaint', expiresAt: null })
  })
})

describe('failures for a time', () => {
  it('suppress when there are five mails of them within fourteen days, and no sooner', async () => {
    const spread = fc.array(fc.record({ day: fc.integer({ min: 0, max: 40 }), mail: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 14 })
    await mails(9)
    await fc.assert(
      fc.asyncProperty(spread, async (failures) => {
        await DB.batch([DB.prepare('DELETE FROM feedback'), DB.prepare('DELETE FROM suppressions')])
        const inOrder = failures.toSorted((one, other) => one.day - other.day)
        let expected = false
        for (const [index, { day, mail }] of inOrder.entries()) {
          await say('soft', { mail, now: NOW + day * DAY })
          const late = new Set(inOrder.slice(0, index + 1).flatMap((one) => (one.day > day - 14 ? [one.mail] : [])))
          expected ||= late.size >= SOFT.most
          expect((await suppression()) !== null).toBe(expected)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('let mails through again after ninety days', async () => {
    await mails(SOFT.most)
    for (let mail = 1; mail <= SOFT.most; mail++) await say('soft', { mail })
    const totalAt = async (now: number) => (await countAudience(db, EVERYBODY, now)).total
    expect([await totalAt(NOW + HOUR + SOFT.rests - 1), await totalAt(NOW + HOUR + SOFT.rests)]).toEqual([0, 1])
  })
})

describe('undoing', () => {
  it('a failure lifts what it caused, once, and stands in the audit log', async () => {
    await mails(1)
    await say('hard')
    expect(await undo('hard')).toEqual({ ok: true, value: { lifted: true } })
    expect(await suppression()).toMatchObject({ liftedAt: NOW + 2 * HOUR, liftedBy: 'per_anna' })
    expect(await DB.prepare('SELECT actor, action, detail FROM audit').first()).toEqual({
      actor: 'per_anna',
      action: 'feedback.undone',
      detail: JSON.stringify({ kind: 'hard' }),
    })
    expect(await heardOf()).toBeNull()
    expect(await undo('hard')).toEqual({ ok: false, code: 'stale' })
    expect((await readerById(DB, READER))?.state).toBe('active')
  })

  it('a complaint asks for a second person, whatever else was heard and undone', async () => {
    for (const first of [null, 'hard', 'soft'] as const) {
      await emptyAll()
      await readers(1)
      await mails(SOFT.most)
      if (first === 'hard') await say('hard')
      if (first === 'soft') for (let mail = 1; mail <= SOFT.most; mail++) await say('soft', { mail })
      await say('complaint')
      expect((await suppression())?.reason).toBe('complaint')
      expect(await undo('complaint')).toEqual({ ok: true, value: { lifted: false } })
      if (first !== null) expect(await undo(first)).toEqual({ ok: true, value: { lifted: false } })
      const kept = await DB.prepare('SELECT reason, lifted_at, lift_asked_by, lift_asked_at, lift_reason FROM suppressions').first()
      expect(kept).toEqual({ reason: 'complaint', lifted_at: null, lift_asked_by: 'per_anna', lift_asked_at: NOW + 2 * HOUR, lift_reason: 'mistake' })
      expect((await readerById(DB, READER))?.state).toBe('withdrawn')
    }
  })

  it('the same event again after that changes nothing', async () => {
    await mails(1)
    await say('hard', { key: 'same' })
    await undo('hard')
    expect(await say('hard', { key: 'same' })).toBe('known')
    expect((await suppression())?.liftedAt).not.toBeNull()
  })

  it('one cause of two leaves the other', async () => {
    await mails(2)
    await say('hard')
    await say('complaint', { mail: 2 })
    expect(await undo('hard')).toEqual({ ok: true, value: { lifted: false } })
    expect(await suppression()).toMatchObject({ reason: 'complaint', liftedAt: null })
    expect(await undo('complaint')).toEqual({ ok: true, value: { lifted: false } })
  })

  it('a failure for a time lifts when too few are left', async () => {
    await mails(SOFT.most + 1)
    for (let mail = 1; mail <= SOFT.most + 1; mail++) await say('soft', { mail })
    expect(await undo('soft')).toEqual({ ok: true, value: { lifted: false } })
    expect(await undo('soft')).toEqual({ ok: true, value: { lifted: true } })
  })

  it.each(['staff', 'objection'] as const)('never lifts what rests on %s', async (reason) => {
    await mails(1)
    await say('hard')
    await suppressRow(DB, { addressKey: KEY, reason, source: 'page' }, NOW + HOUR).run()
    expect(await undo('hard')).toEqual({ ok: true, value: { lifted: false } })
    expect(await suppression()).toMatchObject({ reason, liftedAt: null })
  })

  it('never brings back who was erased', async () => {
    await mails(1)
    await say('hard')
    const reader = await readerById(DB, READER)
    if (reader) await eraseReader(DESK, reader, 'page', NOW + HOUR)
    await undo('hard')
    expect(await suppression()).toMatchObject({ reason: 'erasure', liftedAt: null })
  })
})

describe('a refusal at hand-over', () => {
  const REFUSED: Record<string, Sent> = {
    'r1@d1.example': { outcome: 'refused', why: 'EENVELOPE RCPT TO 550', failure: { kind: 'hard', code: '5.1.1' } },
    'r2@d2.example': { outcome: 'refused', why: 'EENVELOPE RCPT TO 554', failure: { kind: 'policy', code: '5.7.1' } },
    'r3@d3.example': { outcome: 'refused', why: 'EENVELOPE RCPT TO 552', failure: { kind: 'soft', code: '5.2.2' } },
    'r4@d4.example': { outcome: 'refused', why: 'status 400' },
  }
  const rows = async () => (await DB.prepare('SELECT address_key AS k, kind, code, source FROM feedback ORDER BY k').all<object>()).results

  beforeEach(async () => {
    await emptyAll()
    await readers(5)
  })

  it('is kept with what the server said, and suppresses for a lasting one alone', async () => {
    const id = await released()
    await runOut(runningWith(serverOf(({ to }) => REFUSED[to] ?? { outcome: 'sent', reference: 'r' }).transport), id)
    expect(await rows()).toEqual([
      { k: 'key1', kind: 'hard', code: '5.1.1', source: 'smtp' },
      { k: 'key2', kind: 'policy', code: '5.7.1', source: 'smtp' },
      { k: 'key3', kind: 'soft', code: '5.2.2', source: 'smtp' },
    ])
    expect(await count('suppressions')).toBe(1)
    expect((await progressOf(DB, id)).all).toMatchObject({ prepared: 5, rejected: 4, accepted: 1 })
    const next = await released()
    const { handed, transport } = serverOf()
    await runOut(runningWith(transport), next)
    expect(handed.map(({ to }) => to)).not.toContain('r1@d1.example')
    expect(handed).toHaveLength(4)
  })

  it('that a killed run did not write down is not kept either', async () => {
    const id = await released()
    const running = runningWith(serverOf(() => REFUSED['r1@d1.example'] as Sent).transport)
    await runCampaign({ ...running, stop: (step) => step === 'handed' }, id)
    expect([await count('feedback'), await count('suppressions')]).toEqual([0, 0])
  })

  it('that was only for now counts when it was given up', async () => {
    const id = await released()
    const clock = clockFrom()
    const busy: Sent = { outcome: 'later', why: '452', down: false, failure: { kind: 'soft', code: '4.2.2' } }
    const running = runningWith(serverOf(({ to }) => (to === 'r1@d1.example' ? busy : { outcome: 'sent', reference: 'r' })).transport, { clock, time: 3000 })
    await runCampaign(running, id)
    expect(await count('feedback')).toBe(0)
    await DB.prepare("UPDATE deliveries SET attempts = 19 WHERE address_key = 'key1'").run()
    clock.forward(2 * HOUR)
    await runOut(running, id, 3)
    expect(await rows()).toEqual([{ k: 'key1', kind: 'soft', code: '4.2.2', source: 'smtp' }])
    expect((await at(id)).state).toBe('finished')
  })
})
