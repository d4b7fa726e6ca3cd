import type { Sent } from '@stem/mail/transport'
import { beforeEach, describe, expect, it } from 'vitest'
import { progressOf } from '../delivery/progress.ts'
import { runCampaign, type RunStep } from '../delivery/run-campaign.ts'
import { settleLeases } from '../delivery/settle.ts'
import { verifyCampaign } from '../delivery/verify-campaign.ts'
import { exportReader } from '../own-data/export-reader.ts'
import { readHistory } from '../people/read-history.ts'
import { readerById, readerByKey, readerKeyOf, type Reader } from '../readers/reader.ts'
import { clockFrom, released, runOut, runningWith, serverOf } from '../testing/campaigning.ts'
import { count, DAY, DB, DESK, emptyAll, NOW, subscribed } from '../testing/reading.ts'
import { leave } from '../unsubscribe/leave.ts'
import { agree } from './agree.ts'
import { askToChangeAddress } from './ask-to-change-address.ts'
import { changeOf } from './change.ts'

const [OLD, NEW] = ['anna@min.example', 'anna@new.example']
const MINUTE = 60_000
const BUSY: Sent = { outcome: 'later', why: '450', down: false }

/** Both sides agree; what the last of them was told. */
async function moved(reader: Reader, to = NEW, now = NOW + 1000) {
  await askToChangeAddress(DESK, (await readerById(DB, reader.id)) ?? expect.fail('no reader'), to, now)
  const change = (await changeOf(DB, reader.id)) ?? expect.fail('no wish')
  await agree(DESK, { change, side: 'old', shownIn: 'en' }, now)
  return agree(DESK, { change, side: 'new', shownIn: 'en' }, now)
}
const sound = async (id: string) => expect(await verifyCampaign({ db: DB }, id)).toMatchObject({ faults: [], without: [], leftOut: [] })

beforeEach(emptyAll)

describe('who changes the address', () => {
  it('is proved for every issue of before, under each address they and who left under the new one had', async () => {
    const former = await subscribed(NEW)
    const reader = await subscribed(OLD)
    const first = await released()
    const { handed, transport } = serverOf()
    const running = runningWith(transport)
    await runOut(running, first)
    await leave(DESK, former, { way: 'page', campaign: first }, NOW + MINUTE)
    expect((await moved(reader, NEW, NOW + 2 * MINUTE)).ok).toBe(true)
    const second = await released({}, { time: { at: NOW + 2 * DAY, zone: 'UTC' } })
    running.clock = clockFrom(NOW + 2 * DAY)
    await runOut(running, second)
    expect(handed.map(({ to }) => to).toSorted()).toEqual([OLD, NEW, NEW])
    expect((await moved(reader, 'anna@third.example', NOW + 3 * DAY)).ok).toBe(true)
    for (const id of [first, second]) await sound(id)
    expect((await verifyCampaign({ db: DB }, first))?.handedOver).toBe(2)
    const after = (await readerById(DB, reader.id)) ?? expect.fail('no reader')
    expect(((await exportReader(DESK, after)) as { mails: object[] }).mails).toHaveLength(3)
    expect((await readHistory(DB, after)).issues.filter(({ state }) => state === 'accepted')).toHaveLength(3)
  })

  it('is told nothing of who has the old address after them, and the other way round', async () => {
    const reader = await subscribed(OLD)
    const first = await released()
    await runOut(runningWith(serverOf().transport), first)
    await moved(reader)
    const next = await subscribed(OLD, {}, NOW + 2 * DAY)
    expect(next.id).not.toBe(reader.id)
    const [mine, theirs] = (await Promise.all(
      [reader.id, next.id].map(async (id) => exportReader(DESK, (await readerById(DB, id)) ?? expect.fail('none'))),
    )) as {
      mails: object[]
      consents: { at: string }[]
    }[]
    expect([mine?.mails.length, theirs?.mails.length]).toEqual([1, 0])
    expect(mine?.consents.filter(({ at }) => Date.parse(at) > NOW + DAY)).toEqual([])
    expect(theirs?.consents.filter(({ at }) => Date.parse(at) < NOW + DAY)).toEqual([])
  })

  it.each(['prepared', 'claimed'] as RunStep[])('while their row is %s gets the issue once, at the new address', async (step) => {
    const reader = await subscribed(OLD)
    const id = await released()
    const { handed, transport } = serverOf()
    const running = runningWith(transport)
    await runCampaign({ ...running, stop: (now) => now === step }, id)
    expect((await moved(reader)).ok).toBe(true)
    running.clock = clockFrom(NOW + 5 * MINUTE)
    await settleLeases({ db: DB, keyed: false }, running.clock())
    await runOut(running, id)
    expect(handed.map(({ to }) => to)).toEqual([NEW])
    await sound(id)
    expect((await progressOf(DB, id)).all).toMatchObject({ prepared: 1, accepted: 1 })
  })

  it.each([false, true])('while a mail of it is being handed over waits for that, and gets no second one (keys mean something: %s)', async (keyed) => {
    const reader = await subscribed(OLD)
    const id = await released()
    const { handed, transport } = serverOf(undefined, keyed)
    const running = runningWith(transport)
    await runCampaign({ ...running, stop: (now) => now === 'called' }, id)
    expect(await moved(reader)).toEqual({ ok: false, code: 'busy' })
    expect((await readerById(DB, reader.id))?.address).toBe(OLD)
    running.clock = clockFrom(NOW + 5 * MINUTE)
    await settleLeases({ db: DB, keyed }, running.clock())
    const change = (await changeOf(DB, reader.id)) ?? expect.fail('no wish')
    expect((await agree(DESK, { change, side: 'new', shownIn: 'en' }, running.clock())).ok).toBe(true)
    await runOut(running, id)
    // It may have arrived at the old address: nobody knows, so it is said, and never sent to another one.
    expect(handed).toEqual([])
    expect((await progressOf(DB, id)).all).toMatchObject({ prepared: 1, unknown: 1 })
    await sound(id)
  })

  it('gets an issue that waits to be tried again once', async () => {
    const reader = await subscribed(OLD)
    const id = await released()
    const { handed, transport } = serverOf(({ to }) => (to === OLD ? BUSY : { outcome: 'sent', reference: 'r' }))
    const running = runningWith(transport, { time: 100 })
    await runCampaign(running, id)
    expect(await count('deliveries', "state = 'pending' AND attempts > 0")).toBe(1)
    expect((await moved(reader)).ok).toBe(true)
    running.clock = clockFrom(NOW + 60 * MINUTE)
    await runOut(running, id)
    expect(handed.filter(({ to }) => to === NEW)).toHaveLength(1)
    await sound(id)
  })

  it.each([
    ['was cancelled, since they had left', false],
    ['was sent already', true],
  ])('to one whose row in the same issue %s gets it once all the same', async (_, wasSent) => {
    const former = await subscribed(NEW)
    const reader = await subscribed(OLD)
    const id = await released()
    const { handed, transport } = serverOf(({ to }) => (to === OLD ? BUSY : { outcome: 'sent', reference: 'r' }))
    const running = runningWith(transport, { time: 100 })
    await runCampaign({ ...running, stop: (now) => !wasSent && now === 'prepared' }, id)
    await leave(DESK, former, { way: 'page', campaign: id }, NOW + 1000)
    expect((await moved(reader, NEW, NOW + 2000)).ok).toBe(true)
    running.clock = clockFrom(NOW + 60 * MINUTE)
    await runOut(running, id)
    expect(handed.filter(({ to }) => to === NEW)).toHaveLength(1)
    expect((await progressOf(DB, id)).all).toMatchObject({ prepared: 2, accepted: 1, cancelled: 1 })
    expect((await readerByKey(DB, await readerKeyOf(DESK, NEW)))?.id).toBe(reader.id)
    await sound(id)
  })

  it('is accused by the proof when a mail went to the old address afterwards', async () => {
    const reader = await subscribed(OLD)
    const id = await released()
    await runOut(runningWith(serverOf().transport), id)
    await moved(reader)
    await sound(id)
    await DB.prepare('UPDATE deliveries SET called_seq = (SELECT max(seq) FROM consents)').run()
    expect((await verifyCampaign({ db: DB }, id))?.without).toEqual([reader.id])
  })
})
