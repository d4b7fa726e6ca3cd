import { csvStream } from '@stem/web/csv'
import fc from 'fast-check'
import Papa from 'papaparse'
import { beforeEach, describe, expect, it } from 'vitest'
import { BO, readers, staff } from '../testing/campaigning.ts'
import { askDesk } from '../testing/composing.ts'
import { count, DB, emptyAll, NOW } from '../testing/reading.ts'
import { exportReaders, type ReaderFilter } from './export-readers.ts'

const HERE = '/console/newsletter/exports'
const linesOf = async (answer: Response) => Papa.parse<string[]>((await answer.text()).replace('\uFEFF', '').trim()).data
const take = (form: Record<string, string> = {}, who = BO) => askDesk(HERE, { who, form })

beforeEach(emptyAll)

describe('an export of readers', () => {
  it('holds those the filter means, is written down, and is not taken twice by a second press', async () => {
    await readers(6)
    await DB.batch([
      DB.prepare("UPDATE subscribers SET state = 'withdrawn' WHERE address LIKE 'r1@%'"),
      DB.prepare("UPDATE subscribers SET state = 'erased', address = NULL WHERE address LIKE 'r2@%'"),
      DB.prepare(`UPDATE subscribers SET countries = '["EE","GR"]', frequency = 'monthly', state = 'paused' WHERE address LIKE 'r3@%'`),
    ])
    const [head, ...rows] = await linesOf(await take())
    expect(head).toEqual(['address', 'language', 'topics', 'countries', 'frequency', 'state', 'confirmed_at'])
    expect(rows.map(([address]) => address)).toEqual(['r3@d3.example', 'r4@d4.example', 'r5@d5.example', 'r6@d6.example'])
    expect(rows[0]).toEqual(['r3@d3.example', 'en', 'policy', 'EE GR', 'monthly', 'paused', new Date(NOW - 1000).toISOString()])
    const entry = await DB.prepare("SELECT actor, detail FROM audit WHERE action = 'readers.exported'").first<{ actor: string; detail: string }>()
    expect([entry?.actor, JSON.parse(entry?.detail ?? '{}')]).toMatchObject(['per_bo', { rows: 4 }])
    const again = await take({ 'topic-policy': 'yes' })
    expect([again.status, (await again.text()).includes('wait ten seconds')]).toEqual([429, true])
  })

  it.each([
    [{ 'state-withdrawn': 'yes' }, 0],
    [{ frequency: 'monthly' }, 0],
    [{ 'locale-fr': 'yes' }, 2],
    [{ who: 'members' }, 3],
    [{ 'topic-gender': 'yes' }, 0],
    [{ 'country-EE': 'yes' }, 6],
  ])('of %j holds so many', async (form, n) => {
    await readers(6)
    expect((await linesOf(await take(form as Record<string, string>))).length - 1).toBe(n)
  })

  it('is for the secretariat, after a fresh proof, and what was chosen comes back', async () => {
    expect((await askDesk(HERE, { who: null, form: {} })).status).toBe(303)
    expect((await askDesk(HERE, { who: staff('per_x', { roles: [] }), form: {} })).status).toBe(404)
    const stale = await take({ 'locale-fr': 'yes', who: 'members' }, staff('per_bo', { assertedAt: null }))
    const back = decodeURIComponent((stale.headers.get('location') ?? '').split('back=')[1] ?? '')
    expect(back).toBe(`${HERE}?locale-fr=yes&who=members`)
    expect(await (await askDesk(back, { who: BO })).text()).toMatch(/name="locale-fr" value="yes" checked/)
    expect((await take({ sort: 'x' })).status).toBe(400)
    expect(await count('audit')).toBe(0)
  })

  it('has no more than one page in memory, and stops reading when nobody takes it any more', async () => {
    await readers(5000)
    let read = 0
    const filter: ReaderFilter = { topics: [], countries: [], locales: [], who: 'all', frequency: null, states: ['active'] }
    async function* counted() {
      for await (const page of exportReaders({ db: DB }, filter)) {
        read++
        yield page
      }
    }
    const reader = csvStream(['a'], counted(), 'a.csv').body?.getReader()
    await reader?.read()
    await reader?.read()
    expect(read).toBeLessThanOrEqual(2)
    await reader?.cancel()
    expect(read).toBeLessThanOrEqual(2)
  })

  it('can be run by no spreadsheet, whatever addresses say, and holds them all the same', async () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', 'a', '1', ' ') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), async (rows) => {
        async function* pages() {
          for (const row of rows) yield [row]
        }
        const text = (await csvStream(['x', 'y'], pages(), 'a.csv').text()).replace('\uFEFF', '')
        const read = Papa.parse<string[]>(text, { newline: '\r\n', delimiter: ',' }).data.slice(1, -1)
        for (const one of read.flat()) expect(one).not.toMatch(/^[=+\-@\t\r]/)
        expect(read).toEqual(rows.map((row) => row.map((one) => (/^[=+\-@\t\r]/.test(one) ? `'${one}` : one))))
      }),
      { numRuns: 200 },
    )
  })
})
