import { beforeEach, describe, expect, it } from 'vitest'
import { caseToken } from '../cases/read-case.ts'
import { ask, DB, emptyAll, READING, somebody } from '../testing/asking.ts'
import { askedAt, caseOf, workedAt } from '../testing/made-cases.ts'
import { sortPromises } from './sort-promises.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const NOW = utc('2026-11-26T10:00')
const officer = somebody('secretariat-officer')
const at = (now: number) => ({ who: { ...officer, provedAt: now, assertedAt: now }, now })
beforeEach(emptyAll)

/** A late request, one at risk, one in time, one that waits, and one each that has no clock. */
async function oneOfEach() {
  const late = await askedAt(utc('2026-11-23T10:00'), { kind: 'roundtable' })
  const risk = await askedAt(utc('2026-11-25T10:00'), { kind: 'taskforce' })
  const calm = await askedAt(utc('2026-11-25T10:00'))
  await workedAt(calm.id, utc('2026-11-25T11:00'), { act: 'assign', to: 'per_01' })
  const waits = await askedAt(utc('2026-11-20T10:00'))
  await workedAt(waits.id, utc('2026-11-20T11:00'), { act: 'state', state: 'waiting' })
  await askedAt(utc('2026-11-20T10:00'), { spam: true })
  for (const state of ['merged', 'withdrawn']) {
    const { id } = await askedAt(utc('2026-11-20T10:00'))
    await DB.prepare('UPDATE cases SET state = ?2, due_at = NULL, promise = NULL WHERE id = ?1').bind(id, state).run()
  }
  return { late, risk, calm, waits }
}

describe('the report of promises', () => {
  it('sorts what is due into late, at risk and on time, and counts what has no clock', async () => {
    const { late, risk, calm } = await oneOfEach()
    const { rows, counts, waiting, excluded } = await sortPromises(DB, NOW)
    expect(Object.values(rows).map((list) => list.map(({ id, standing }) => [id, standing]))).toEqual([
      [[late.id, 'late']],
      [[risk.id, 'at-risk']],
      [[calm.id, 'on-time']],
    ])
    expect(counts).toEqual({ read: { late: 1, 'at-risk': 1, 'on-time': 0 }, answer: { late: 0, 'at-risk': 0, 'on-time': 1 } })
    expect([waiting, excluded]).toEqual([1, { spam: 1, merged: 1, withdrawn: 1 }])
  })

  it('shows each with a link, its owner and its due time in words, and where the calendar ends', async () => {
    const { late, risk, calm, waits } = await oneOfEach()
    const html = await (await ask('/console/requests/promises', at(NOW))).text()
    for (const { id } of [late, risk, calm]) expect(html).toContain(`href="/console/requests/${id}"`)
    expect(html).not.toContain(waits.id)
    for (const words of ['overdue by 1 day', 'due tomorrow', 'due on 9 Dec 2026', 'Name of 01', 'Unassigned']) expect(html).toContain(words)
    expect(html).not.toMatch(/CANARY|calendar of holidays ends/)
    expect(await (await ask('/console/requests/promises', at(utc('2028-11-01T10:00')))).text()).toContain('calendar of holidays ends with 2028')
  })

  it.each([
    ['nobody', null, 303],
    ['an auditor', somebody('auditor'), 404],
    ['an officer', officer, 200],
  ])('for %s', async (_, who, status) => {
    expect((await ask('/console/requests/promises', { who })).status).toBe(status)
  })
})

describe('a due time', () => {
  it('stands in words on the case, and for the requester', async () => {
    const { id } = await askedAt(utc('2026-11-25T10:00'))
    await workedAt(id, utc('2026-11-25T11:00'), { act: 'assign', to: 'per_01' })
    expect(await (await ask(`/console/requests/${id}`, at(NOW))).text()).toContain('due on 9 Dec 2026')
    const link = `/support/case?case=${id}&token=${await caseToken(READING.keys, await caseOf(id))}`
    expect(await (await ask(link, { now: NOW })).text()).toMatch(/By 9 Dec 2026<\/p><p>You get an answer, or a question\./)
  })
})
