import { cloudflareTransport } from '@stem/mail/cloudflare'
import { beforeEach, describe, expect, it } from 'vitest'
import { EVERYBODY } from '../audience/audience.ts'
import { countAudience } from '../audience/count-audience.ts'
import { runCampaign } from '../delivery/run-campaign.ts'
import { prepare, start } from '../delivery/prepare.ts'
import { fenceOf, LAG, RENEW } from '../delivery/fence.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { ANNA, at, BO, clockFrom, drafted, markerIn, members, readers, released, runningWith, runOut, serverOf, staff } from '../testing/campaigning.ts'
import { count, DAY, DB, emptyAll, HOUR, NOW, subscribed, testEnv } from '../testing/reading.ts'
import { approve } from './approve.ts'
import { release } from './release.ts'
import { saveDraft } from './save-draft.ts'
import { takeOver } from './take-over.ts'
import { instantOf, isZone, localTime } from './zoned-time.ts'

const db = { db: DB }
const MINUTE = 60_000
beforeEach(emptyAll)

describe('the audience', () => {
  it('is who a filter means and who may receive, counted with those left out', async () => {
    await subscribed('a@min.example', { 'topic-policy': 'yes', 'topic-events': '', 'country-EE': 'yes' })
    await subscribed('b@min.example', { 'topic-policy': '', 'topic-events': 'yes', 'country-EE': '' })
    await subscribed('c@min.example', { 'topic-policy': '', 'topic-events': '', 'topic-data': 'yes', 'country-EE': '', 'country-FR': 'yes' })
    await subscribed('d@min.example', { frequency: 'monthly' })
    for (const [name, state] of [
      ['e', 'paused'],
      ['f', 'withdrawn'],
    ]) {
      await subscribed(`${name}@min.example`)
      await DB.prepare('UPDATE subscribers SET state = ? WHERE address = ?').bind(state, `${name}@min.example`).run()
    }
    const kept = await subscribed('g@min.example')
    await suppressRow(DB, { addressKey: kept.addressKey, reason: 'hard', source: 'smtp' }, NOW).run()
    const ask = (over: Partial<typeof EVERYBODY>) => countAudience(db, { ...EVERYBODY, ...over }, NOW)
    expect(await ask({})).toMatchObject({
      total: 3,
      byLocale: { en: 3 },
      byCountry: { '': 1, EE: 1, FR: 1 },
      byTopic: { data: 1, events: 1, policy: 1 },
      left: { paused: 1, withdrawn: 1, suppressed: 1, frequency: 1 },
      suppressed: { hard: 1 },
    })
    expect((await ask({})).sample.sort()).toEqual(['a…@min.example', 'b…@min.example', 'c…@min.example'])
    expect((await ask({ topics: ['events', 'data'] })).total).toBe(2)
    expect((await ask({ countries: ['EE'] })).total).toBe(2)
    expect((await ask({ countries: ['FR'], topics: ['policy'] })).total).toBe(0)
    expect((await ask({ locales: ['fr'] })).total).toBe(0)
    expect((await ask({ who: 'members' })).total).toBe(0)
    expect((await ask({ frequency: 'monthly' })).total).toBe(1)
  })
})

describe('a release', () => {
  const approved = async () => {
    const id = await drafted()
    await approve(db, await at(id), ANNA.personId, NOW)
    return id
  }
  const go = async (id: string, who = BO, over: Partial<Parameters<typeof release>[3]> = {}) => {
    const outcome = await release({ ...db, members, transport: {} }, await at(id), who, { time: null, typed: '', ...over }, NOW)
    return outcome.ok ? 'ok' : outcome.code
  }

  it('is made by another person than the author, who has just proved who they are, and to somebody', async () => {
    const id = await approved()
    expect(await go(id)).toBe('nobody')
    await readers(3)
    expect(await go(id, ANNA)).toBe('own')
    expect(await go(id, staff('per_bo', { assertedAt: NOW - HOUR }))).toBe('not_fresh')
    expect(await go(id, BO, { time: { at: NOW - 1, zone: 'UTC' } })).toBe('past')
    expect(await go(id)).toBe('ok')
    expect(await go(id)).toBe('stale')
    expect(await count('audit', "action = 'campaign.released'")).toBe(1)
  })

  it('is refused where mails leave by a way that carries single mails alone; what was released before is held', async () => {
    await readers(3)
    const id = await approved()
    const single = cloudflareTransport({ send: () => Promise.reject(new Error('asked for a mail')) })
    expect(await release({ ...db, members, transport: single }, await at(id), BO, { time: null, typed: '' }, NOW)).toMatchObject({ code: 'transport' })
    expect(await go(id)).toBe('ok')
    await runCampaign(runningWith(single), id)
    expect([(await at(id)).state, await count('deliveries')]).toEqual(['held', 0])
    expect(await DB.prepare("SELECT detail FROM audit WHERE action = 'campaign.held'").first('detail')).toBe('{"why":"transport"}')
  })

  it('asks for the number above a thousand', async () => {
    await readers(1200)
    const id = await approved()
    expect(await go(id)).toBe('number')
    expect(await go(id, BO, { typed: '1199' })).toBe('number')
    expect(await go(id, BO, { typed: '1,200' })).toBe('ok')
  })

  it('and the approval end with any change, and the last to write is the author', async () => {
    await readers(3)
    const id = await approved()
    expect(await go(id)).toBe('ok')
    const before = await at(id)
    const saved = await saveDraft(db, before, { name: 'x', content: before.content, audience: before.audience, countsLinks: false }, BO.personId, NOW)
    expect(saved.ok).toBe(true)
    expect(await at(id)).toMatchObject({ state: 'draft', frozenHash: null, releasedBy: null, scheduledAt: null, author: BO.personId })
    expect(
      await saveDraft(db, before, { name: 'y', content: before.content, audience: before.audience, countsLinks: false }, ANNA.personId, NOW),
    ).toMatchObject({ ok: false })
    await approve(db, await at(id), ANNA.personId, NOW)
    // Bo wrote it, Anna approved it.
    expect([await go(id, BO), await go(id, ANNA)]).toEqual(['own', 'own'])
    expect(await go(id, staff('per_cy'))).toBe('ok')
  })

  it('is not made by anybody who wrote since the last approval, or approved it, under no account of theirs', async () => {
    await readers(3)
    const id = await drafted()
    const write = async (who: string) => {
      const { name, content, audience, countsLinks, ...before } = await at(id)
      return saveDraft(db, before, { name, content, audience, countsLinks }, who, NOW)
    }
    await write(BO.personId)
    await write('per_cy')
    await approve(db, await at(id), 'per_dan', NOW)
    for (const who of [ANNA, BO, staff('per_cy'), staff('per_dan')]) expect(await go(id, who)).toBe('own')
    // The page shows what the rule says, and the statement holds without it.
    const aliased = { mailAddressOf: async (personId: string) => (personId === 'per_bo2' ? 'Per_Bo+two@people.example' : `${personId}@people.example`) }
    const asked = await release({ ...db, members: aliased, transport: {} }, await at(id), staff('per_bo2'), { time: null, typed: '' }, NOW)
    expect(asked).toMatchObject({ ok: false, code: 'own' })
    const nowhere = { mailAddressOf: async () => null }
    expect(await release({ ...db, members: nowhere, transport: {} }, await at(id), staff('per_eve'), { time: null, typed: '' }, NOW)).toMatchObject({
      code: 'own',
    })
    // What was approved once and written anew by somebody else rests on those two.
    await write('per_dan')
    expect(await at(id)).toMatchObject({ state: 'draft', writers: ['per_dan'], approvedBy: null, frozenHash: null })
    await approve(db, await at(id), 'per_dan', NOW)
    expect(await go(id, staff('per_dan'))).toBe('own')
    expect(await go(id, ANNA)).toBe('ok')
  })
})

describe('an approval', () => {
  it('needs one language in which everything is said', async () => {
    const id = await drafted()
    await DB.prepare("UPDATE campaigns SET content = json_set(content, '$.en.blocks[1]', json(?))")
      .bind(JSON.stringify({ id: 'b00002', kind: 'text', text: '' }))
      .run()
    expect(await approve(db, await at(id), ANNA.personId, NOW)).toMatchObject({ ok: false, code: 'empty' })
    expect((await at(id)).state).toBe('draft')
  })
})

describe('a schedule', () => {
  it('starts at its time, and not before', async () => {
    await readers(3)
    const id = await released({}, { time: { at: NOW + HOUR, zone: 'Europe/Athens' } })
    const { handed, transport } = serverOf()
    const running = runningWith(transport)
    await runOut(running, id)
    expect((await at(id)).state).toBe('approved')
    await runOut({ ...running, clock: clockFrom(NOW + HOUR + MINUTE) }, id)
    expect(handed).toHaveLength(3)
  })

  it('missed by more than fifteen minutes is held, until somebody has looked and somebody releases it anew', async () => {
    await readers(3)
    const id = await released({}, { time: { at: NOW + HOUR, zone: 'UTC' } })
    const { handed, transport } = serverOf()
    const marker = markerIn()
    const late = runningWith(transport, { clock: clockFrom(NOW + HOUR + 16 * MINUTE), marker })
    await runOut(late, id)
    expect((await at(id)).state).toBe('held')
    expect(await takeOver({ db: DB, marker, log: testEnv.INSTANCE }, { id }, staff('per_anna', { assertedAt: 0 }), NOW)).toMatchObject({ ok: false })
    await takeOver({ db: DB, marker, log: testEnv.INSTANCE }, { id }, ANNA, NOW)
    expect(await at(id)).toMatchObject({ state: 'approved', releasedBy: null, scheduledAt: null })
    await release({ ...db, members, transport: {} }, await at(id), BO, { time: null, typed: '' }, NOW)
    await runOut(runningWith(transport, { marker }), id)
    expect(handed).toHaveLength(3)
  })

  it('is an instant in a zone, also in the nights in which clocks change', () => {
    const iso = (local: string, zone: string) => {
      const instant = instantOf(local, zone)
      return instant === null ? null : new Date(instant).toISOString().slice(0, 16)
    }
    expect(iso('2026-03-29T01:59', 'Europe/Brussels')).toBe('2026-03-29T00:59')
    expect(iso('2026-03-29T02:30', 'Europe/Brussels')).toBeNull()
    expect(iso('2026-03-29T03:00', 'Europe/Brussels')).toBe('2026-03-29T01:00')
    expect(iso('2026-10-25T02:30', 'Europe/Brussels')).toBe('2026-10-25T00:30')
    expect(iso('2026-10-25T03:00', 'Europe/Brussels')).toBe('2026-10-25T02:00')
    expect(iso('2026-10-25T03:30', 'Europe/Athens')).toBe('2026-10-25T00:30')
    expect(iso('2026-03-29T01:30', 'Europe/Lisbon')).toBeNull()
    expect(iso('2026-07-01T09:00', 'UTC')).toBe('2026-07-01T09:00')
    expect([iso('2026-13-01T09:00', 'UTC'), iso('2026-02-30T09:00', 'UTC'), iso('9:00', 'UTC'), iso('2026-07-01T09:00', 'Mars/Base')]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect([isZone('Europe/Athens'), isZone('')]).toEqual([true, false])
    for (const zone of ['Europe/Brussels', 'Europe/Athens', 'Europe/Lisbon', 'UTC'])
      for (let instant = Date.UTC(2026, 2, 28); instant < Date.UTC(2026, 2, 31); instant += 15 * MINUTE)
        expect(instantOf(localTime(instant, zone), zone)).toBe(instant)
  })
})

describe('a copy of the database that was brought back', () => {
  const begun = async (n: number) => {
    await readers(n)
    const id = await released()
    const marker = markerIn()
    const server = serverOf()
    const running = runningWith(server.transport, { marker, time: 3000 })
    return { id, marker, server, running }
  }

  it('sends nothing: what runs is held', async () => {
    const { id, marker, server, running } = await begun(20)
    await runCampaign({ ...running, stop: (step) => step === 'claimed' }, id)
    // Somebody else's installation, or this one from before its mark was renewed.
    marker.marks.set('fence', 'of another')
    running.clock = clockFrom(NOW + HOUR)
    await runOut(running, id)
    expect(server.handed).toHaveLength(0)
    expect((await at(id)).state).toBe('held')
    expect(await DB.prepare("SELECT detail FROM audit WHERE action = 'campaign.held'").first('detail')).toBe('{"why":"copy"}')
    await takeOver({ db: DB, marker, log: testEnv.INSTANCE }, { id }, ANNA, NOW)
    expect((await at(id)).state).toBe('paused')
    expect((await at(id)).fence).toBe(marker.marks.get('fence'))
  })

  it('is told from the original by a mark that is renewed, and a renewal cut in half is repaired', async () => {
    const marker = markerIn()
    const deps = { db: DB, marker }
    const first = await fenceOf(deps, NOW)
    expect(await fenceOf(deps, NOW + MINUTE)).toBe(first)
    const second = await fenceOf(deps, NOW + RENEW + 1)
    expect(second).not.toBe(first)
    await DB.prepare('UPDATE instance SET fence = ?, since = ?').bind(first, NOW).run()
    expect(await fenceOf(deps, NOW + RENEW + LAG)).toBeNull()
    await DB.prepare('UPDATE instance SET fence = ?, since = ?')
      .bind('third', NOW + 2 * RENEW)
      .run()
    expect(await fenceOf(deps, NOW + 2 * RENEW + 1)).toBe('third')
    expect(marker.marks.get('fence')).toBe('third')
    marker.marks.clear()
    expect(await fenceOf(deps, NOW + 3 * RENEW)).toBeNull()
  })

  it('is not what a renewal in the middle of a campaign looks like', async () => {
    const { id, server, running } = await begun(20)
    await runCampaign({ ...running, stop: (step) => step === 'claimed' }, id)
    running.clock = clockFrom(NOW + HOUR)
    await Promise.all([runCampaign(running, id), runCampaign(running, id), runCampaign(running, id)])
    await DB.prepare("UPDATE deliveries SET state = 'pending', lease = NULL WHERE state = 'claimed'").run()
    await runOut(running, id)
    expect(server.handed).toHaveLength(20)
    expect((await at(id)).state).toBe('finished')
  })
})

describe('preparation', () => {
  it('makes a row for each of 20,000 readers in pages, whoever works on it and wherever it is cut', async () => {
    await readers(20_000)
    const id = await released({}, { typed: '20000' })
    const marker = markerIn()
    const fence = (await fenceOf({ db: DB, marker }, NOW)) ?? ''
    await start(db, await at(id), fence, NOW)
    const campaign = await at(id)
    expect(campaign).toMatchObject({ state: 'preparing', candidates: 20_000 })
    const began = Date.now()
    // One that has no time, and two that work at once.
    await prepare(db, campaign, () => NOW + DAY, NOW)
    await Promise.all([prepare(db, campaign, () => NOW, NOW + DAY), prepare(db, campaign, () => NOW, NOW + DAY)])
    expect(await count('deliveries')).toBe(20_000)
    expect((await at(id)).state).toBe('running')
    expect(Date.now() - began).toBeLessThan(20_000)
  })

  it('freezes only when nobody is missing, and else makes it again', async () => {
    await readers(50)
    const id = await released()
    await start(db, await at(id), (await fenceOf({ db: DB, marker: markerIn() }, NOW)) ?? '', NOW)
    const campaign = await at(id)
    // A cursor that ran ahead: rows of the first page were never made.
    await DB.prepare("UPDATE campaigns SET cursor = 'sub_zzz' WHERE id = ?").bind(id).run()
    expect(await prepare(db, campaign, () => NOW, NOW + DAY)).toBe(true)
    expect(await count('deliveries')).toBe(50)
  })
})
