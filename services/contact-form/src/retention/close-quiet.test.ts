import { beforeEach, describe, expect, it } from 'vitest'
import { changeCase } from '../cases/change-case.ts'
import { eventsOf } from '../cases/event.ts'
import { undoEvent } from '../cases/undo.ts'
import { ask, count, DB, emptyAll, NOW, READING, somebody } from '../testing/asking.ts'
import { askedAt, caseOf, workedAt } from '../testing/made-cases.ts'
import { hook } from '../testing/receivers.ts'
import { closeQuiet } from './close-quiet.ts'

const DAY = 24 * 60 * 60_000
beforeEach(emptyAll)

async function inState(state: 'new' | 'triage' | 'in-progress' | 'waiting' | 'answered'): Promise<string> {
  const { id } = await askedAt(NOW)
  if (state !== 'new') await workedAt(id, NOW, { act: 'state', state })
  return id
}

describe('a request nobody says anything about', () => {
  it.each([
    ['waiting', 60],
    ['answered', 30],
  ] as const)('is closed by the system when it was %s for %i days, and not earlier', async (state, days) => {
    await hook('https://hooks.example.org/', ['closed'])
    const id = await inState(state)
    expect(await closeQuiet(READING, NOW + days * DAY - 1)).toBe(0)
    expect((await caseOf(id)).state).toBe(state)
    expect(await closeQuiet(READING, NOW + days * DAY)).toBe(1)
    expect(await caseOf(id)).toMatchObject({ state: 'closed', closedAt: NOW + days * DAY, dueAt: null })
    expect((await eventsOf(DB, id)).at(-1)).toMatchObject({ kind: 'moved', actor: 'system', state: 'closed', before: { state } })
    expect([await closeQuiet(READING, NOW + 999 * DAY), await count('webhook_deliveries')]).toEqual([0, 1])
  })

  it('stays open while it is the turn of the secretariat', async () => {
    for (const state of ['new', 'triage', 'in-progress'] as const) await inState(state)
    expect(await closeQuiet(READING, NOW + 999 * DAY)).toBe(0)
  })

  it('stays open as long as something happens to it', async () => {
    const id = await inState('waiting')
    await workedAt(id, NOW + 59 * DAY, { act: 'note', body: 'Called them' })
    expect([await closeQuiet(READING, NOW + 118 * DAY), await closeQuiet(READING, NOW + 119 * DAY)]).toEqual([0, 1])
  })

  it('is taken up again by undoing, and closed again only after the same time', async () => {
    const id = await inState('waiting')
    await closeQuiet(READING, NOW + 60 * DAY)
    const event = (await eventsOf(DB, id)).at(-1)
    if (!event) throw new Error('no event')
    expect((await undoEvent(READING, 'per_a', await caseOf(id), event, NOW + 61 * DAY)).ok).toBe(true)
    expect([(await caseOf(id)).state, await closeQuiet(READING, NOW + 120 * DAY), await closeQuiet(READING, NOW + 121 * DAY)]).toEqual(['waiting', 0, 1])
  })

  it('is closed twenty at a time, the quietest first, also when one of them cannot be read', async () => {
    const ids = []
    for (let index = 0; index < 22; index++) ids.push(await inState('answered'))
    await DB.prepare('UPDATE cases SET updated_at = updated_at - 1, requester = ?2 WHERE id = ?1')
      .bind(ids[21] ?? '', 'k1.broken')
      .run()
    expect([await closeQuiet(READING, NOW + 30 * DAY), await closeQuiet(READING, NOW + 30 * DAY)]).toEqual([19, 2])
  })

  it('two runs at once close once', async () => {
    const id = await inState('waiting')
    await Promise.all([closeQuiet(READING, NOW + 60 * DAY), closeQuiet(READING, NOW + 60 * DAY)])
    expect(await eventsOf(DB, id)).toHaveLength(3)
  })

  it('tells staff when that will be', async () => {
    const id = await inState('answered')
    const officer = somebody('secretariat-officer')
    const page = async () => (await ask(`/console/requests/${id}`, { who: officer })).text()
    expect(await page()).toMatch(/Closes by itself[^]*24 Dec/)
    const found = await caseOf(id)
    await changeCase(DB, found, { kind: 'moved', actor: 'per_a', set: { state: 'in-progress' } }, NOW)
    expect(await page()).not.toContain('Closes by itself')
  })
})
