import { ring } from '@stem/jobs/outbox'
import { beforeEach, describe, expect, it } from 'vitest'
import { archiveIssue, removeFromArchive } from '../archive/archive-issue.ts'
import { cancelCampaign, holdCampaign, pauseCampaign, resumeCampaign } from '../campaigns/steer.ts'
import { takeOver } from '../campaigns/take-over.ts'
import { LATEST } from '../delivery/prepare.ts'
import { settleUnknown } from '../delivery/finish.ts'
import { runCampaign } from '../delivery/run-campaign.ts'
import { told } from '../testing/announcing.ts'
import { at, BO, clockFrom, drafted, markerIn, readers, released, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { DB, emptyAll, NOW, testEnv } from '../testing/reading.ts'
import { ANNOUNCEMENT } from './announce.ts'

const db = { db: DB }
const act = (id: string) => ({ who: BO.personId, id, now: NOW })

const topics = async () => (await told()).map(({ topic }) => topic)

beforeEach(emptyAll)

describe('programs elsewhere', () => {
  it('are told once that a campaign began and once that it is over, however many runs work on it, with its numbers and nobody’s address', async () => {
    await readers(40)
    const id = await released()
    const { transport } = serverOf(({ to }) => (to.startsWith('r1@') ? { outcome: 'refused', why: '550' } : { outcome: 'sent', reference: 'r' }))
    const running = runningWith(transport)
    await Promise.all(Array.from({ length: 10 }, () => runCampaign(running, id)))
    await runOut(running, id)
    const [started, finished, ...more] = await told()
    expect(more).toEqual([])
    expect(started).toMatchObject({ topic: 'campaign.started', data: { id, kind: 'issue', state: 'running', mails: { prepared: 40, accepted: 0 } } })
    expect(finished).toMatchObject({
      topic: 'campaign.finished',
      data: { id, state: 'finished', mails: { prepared: 40, accepted: 39, rejected: 1, cancelled: 0, unknown: 0 } },
    })
    expect(JSON.stringify(await told())).not.toMatch(/@|example|sub_|per_|key\d|Issue 1|News/)
  })

  it('are told each pause and each going on once, also when many press the button at once, and nothing of a press that came too late', async () => {
    await readers(3)
    const id = await released()
    await runCampaign(runningWith(serverOf().transport, { stop: (step) => step === 'prepared' }), id)
    const presses = await Promise.all(Array.from({ length: 8 }, () => pauseCampaign(db, act(id))))
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1)
    await resumeCampaign(db, act(id))
    expect((await resumeCampaign(db, act(id))).ok).toBe(false)
    await cancelCampaign(db, act(id))
    expect(await topics()).toEqual(['campaign.started', 'campaign.paused', 'campaign.resumed', 'campaign.cancelled'])
    expect((await told()).at(-1)?.data).toMatchObject({ mails: { prepared: 3, cancelled: 3 } })
  })

  it('are told when a campaign is held, and that it is paused when a person took over one that had begun', async () => {
    await readers(2)
    const late = await released()
    const marker = markerIn()
    await runCampaign(runningWith(serverOf().transport, { marker, clock: clockFrom(NOW + LATEST + 60_000) }), late)
    await takeOver({ ...db, marker, log: testEnv.INSTANCE }, await at(late), BO, NOW)
    expect([await topics(), (await at(late)).state]).toEqual([['campaign.held'], 'approved'])
    const begun = await released()
    await runCampaign(runningWith(serverOf().transport, { marker, stop: (step) => step === 'prepared' }), begun)
    await holdCampaign(db, begun, 'copy', NOW)
    await takeOver({ ...db, marker, log: testEnv.INSTANCE }, await at(begun), BO, NOW)
    expect((await topics()).slice(1)).toEqual(['campaign.started', 'campaign.held', 'campaign.paused'])
  })

  it('are told that a finished campaign goes on when mails of which nobody knew are sent once more', async () => {
    await readers(1)
    const id = await released()
    let lost = true
    const running = runningWith(serverOf(() => (lost ? { outcome: 'unknown', why: 'closed' } : { outcome: 'sent', reference: 'r' })).transport)
    await runOut(running, id)
    expect((await told()).at(-1)?.data).toMatchObject({ mails: { unknown: 1 } })
    lost = false
    await settleUnknown(db, { campaignId: id, readerId: null, as: 'again', who: BO.personId }, NOW)
    await runOut(running, id)
    expect(await topics()).toEqual(['campaign.started', 'campaign.finished', 'campaign.resumed', 'campaign.finished'])
    await settleUnknown(db, { campaignId: id, readerId: null, as: 'accepted', who: BO.personId }, NOW)
    expect(await topics()).toHaveLength(4)
  })

  it('are told of an issue by its public address when it stands in the archive, and when it is taken out', async () => {
    await readers(1)
    const id = await released()
    await runOut(runningWith(serverOf().transport), id)
    await archiveIssue(DB, await at(id), BO.personId, NOW)
    await archiveIssue(DB, await at(id), BO.personId, NOW)
    await removeFromArchive(DB, await at(id), BO.personId, NOW)
    const [published, withdrawn, ...more] = (await told()).slice(2)
    const { slug } = await at(id)
    expect([published, withdrawn, more]).toMatchObject([{ topic: 'issue.published', data: { id, slug } }, { topic: 'issue.withdrawn', data: { id, slug } }, []])
  })

  it('are told under one name, however often the outbox sends it, and after a queue that was down', async () => {
    await readers(1)
    await runOut(runningWith(serverOf().transport), await released())
    const sent: { event: string }[] = []
    const queue = { sendBatch: async (messages: { body: { event: string } }[]) => void sent.push(...messages.map(({ body }) => body)) } as unknown as Queue
    const down = { sendBatch: () => Promise.reject(new Error('down')) } as unknown as Queue
    expect([await ring(DB, down, NOW, ANNOUNCEMENT), sent]).toEqual([false, []])
    await Promise.all([ring(DB, queue, NOW, ANNOUNCEMENT), ring(DB, queue, NOW, ANNOUNCEMENT)])
    await ring(DB, queue, NOW, ANNOUNCEMENT)
    expect(new Set(sent.map(({ event }) => event))).toEqual(new Set((await told()).map(({ event }) => event)))
    expect(new Set(sent.map(({ event }) => event)).size).toBe(2)
  })

  it('are told nothing of what was never released', async () => {
    const id = await drafted()
    expect((await cancelCampaign(db, act(id))).ok).toBe(true)
    expect(await told()).toEqual([])
  })
})
