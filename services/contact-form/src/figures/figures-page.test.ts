import { figuresSchema } from '@stem/contracts/api-figures'
import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, emptyAll } from '../testing/asking.ts'
import { askedAt, workedAt } from '../testing/made-cases.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const NOW = utc('2026-12-10T10:00')
beforeEach(emptyAll)

/** Six requests, five of them answered after a working day, one never. */
async function sixRequests() {
  for (let index = 0; index < 6; index++) {
    const { id } = await askedAt(utc('2026-11-23T10:00'), { kind: index < 2 ? 'taskforce' : 'question', country: 'EE' })
    if (index > 0) await workedAt(id, utc('2026-11-24T10:00'), { act: 'reply', body: 'CANARY answer', state: 'answered' })
  }
  await askedAt(utc('2026-11-23T10:00'), { spam: true })
}

describe('the page of figures', () => {
  it('may be kept, tells what was found, and holds no name, no country and no word of anybody', async () => {
    await sixRequests()
    const answer = await ask('/support/figures', { now: NOW })
    const html = await answer.text()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=900, stale-while-revalidate=600'])
    expect(html).toContain('6 requests arrived in 2026. Half of the first answers came within 1 working day.')
    expect(html).toContain('83%')
    expect(html).not.toMatch(/CANARY|Estonia|EE</)
  })

  it('is whole before the first request, and says fewer than five instead of a speed', async () => {
    const html = await (await ask('/support/figures', { now: NOW })).text()
    expect(html).toContain('fewer than 5')
    expect(html).toContain('How many requests arrive')
  })

  it('says the same as file and to programs, which may send no parameter', async () => {
    await sixRequests()
    const answer = await ask('/api/v1/support-figures', { now: NOW })
    const figures = v.parse(figuresSchema, await answer.json())
    expect(figures).toMatchObject({
      asOf: '2026-12-10',
      open: { taskforce: 1, question: 0 },
      years: [{ period: '2026', total: 6, answered: 5, withinPromise: 83 }],
    })
    const file = await (await ask('/support/figures.csv', { now: NOW })).text()
    expect(file.split('\r\n')).toEqual([
      'period,policy-briefing,taskforce,roundtable,question,total,answered,median_working_days,within_promise_percent',
      '2026,0,2,0,4,6,5,1,83',
      '2026-Q4,0,2,0,4,6,5,1,83',
      '',
    ])
    expect((await ask('/api/v1/support-figures?country=EE', { now: NOW })).status).toBe(400)
  })
})
