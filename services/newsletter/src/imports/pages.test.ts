import { beforeEach, describe, expect, it } from 'vitest'
import { ANNA, BO, staff } from '../testing/campaigning.ts'
import { askDesk } from '../testing/composing.ts'
import { addresses, asFile, importAt, runOut, tableOf, upload, uploadForm } from '../testing/importing.ts'
import { count, DB, emptyAll, NOW } from '../testing/reading.ts'

const HERE = '/console/newsletter/imports'
const pathOf = (answer: Response) => answer.headers.get('location') ?? ''
const idOf = (path: string) => path.split('/').at(-1) ?? ''
const act = (path: string, form: Record<string, string>, who = BO) => askDesk(path, { who, form })

async function brought(text = tableOf(addresses(3))): Promise<string> {
  const path = pathOf(await upload(asFile(text)))
  await runOut(idOf(path))
  return path
}

beforeEach(emptyAll)

describe('the pages of imports', () => {
  it('lead from the file to readers, by two people', async () => {
    expect(await (await askDesk(HERE, { who: ANNA })).text()).toContain('No import yet')
    const sent = await upload(asFile(tableOf([...addresses(2), 'nobody'])))
    expect(sent.status).toBe(303)
    const path = pathOf(sent)
    expect(await (await askDesk(path, { who: ANNA })).text()).toContain('being read and checked')
    await runOut(idOf(path))
    const own = await (await askDesk(path, { who: ANNA })).text()
    expect(own).toMatch(/You brought this file[^]*Sign-up sheet[^]*I want the newsletter[^]*Not an e-mail address/)
    expect([own.includes('Add 2 readers'), own.includes('nobody')]).toEqual([false, true])
    expect((await act(path, { do: 'approve' }, ANNA)).status).toBe(403)
    expect(await (await askDesk(path, { who: BO })).text()).toContain('Add 2 readers')
    expect((await act(path, { do: 'approve' })).status).toBe(303)
    await runOut(idOf(path))
    expect(await (await askDesk(path, { who: BO })).text()).toMatch(/2 readers were added[^]*Approved by/)
    expect(await (await askDesk(HERE, { who: BO })).text()).toMatch(/Applied/)
    expect(await count('subscribers')).toBe(2)
    expect((await act(path, { do: 'cancel' })).status).toBe(409)
  })

  it('let in nobody but the secretariat, and change nothing by being looked at', async () => {
    const path = await brought()
    const strangers = [null, staff('per_x', { roles: [] }), staff('per_y', { roles: [{ role: 'auditor', scope: 'coalition' }] })]
    for (const who of strangers) {
      for (const one of [HERE, `${HERE}/new`, path]) expect((await askDesk(one, { who })).status).not.toBe(200)
      expect([303, 404]).toContain((await upload(asFile(tableOf(addresses(1))), { who })).status)
      for (const one of [path, `${path}/left-out`]) expect([303, 404]).toContain((await askDesk(one, { who, form: { do: 'cancel' } })).status)
    }
    for (const one of [HERE, `${HERE}/new`, path, `${path}?show=ready&page=1`]) expect((await askDesk(one, { who: BO })).status).toBe(200)
    expect([await count('imports'), (await importAt(idOf(path))).state]).toEqual([1, 'checked'])
    expect((await askDesk(`${HERE}/imp_${'0'.repeat(26)}`, { who: BO })).status).toBe(404)
  })

  it('ask who approves to prove who they are', async () => {
    const path = await brought()
    const stale = staff('per_bo', { assertedAt: NOW - 16 * 60_000 })
    expect(pathOf(await act(path, { do: 'approve' }, stale))).toBe(`/account/step-up?back=${encodeURIComponent(path)}`)
    expect(pathOf(await act(`${path}/left-out`, {}, stale))).toContain('/account/step-up')
    expect((await importAt(idOf(path))).state).toBe('checked')
  })

  it.each([
    ['no file', null, {}, 'Choose one file'],
    ['a file of something else', 'PK\u0003\u0004', {}, 'must hold one CSV'],
    ['no header', 'a@x.example,2026-05-01\n', {}, 'must name the columns'],
    ['no words', tableOf(['a@x.example']), { basis: ' ' }, 'Fill this in'],
    ['no topic', tableOf(['a@x.example']), { 'topic-policy': '' }, 'Choose at least one topic'],
    ['a day to come', tableOf(['a@x.example']), { consentedOn: '2026-12-24' }, 'not in the future'],
    ['no day', tableOf(['a@x.example']), { consentedOn: '2026-02-30' }, 'Write a day'],
  ])('say what is wrong with %s, and keep what was typed', async (_name, text, over, words) => {
    const answer = await upload(text === null ? null : asFile(text), { form: uploadForm({ source: 'Typed with care', ...over }) })
    const html = await answer.text()
    expect([answer.status, html.includes(words), html.includes('Typed with care'), await count('imports')]).toEqual([422, true, true, 0])
  })

  it('ask for the columns that nobody could guess', async () => {
    const path = await brought('Kontakt,Wann,Wer\na@x.example,2026-05-01,Anna\n')
    expect(await (await askDesk(path, { who: ANNA })).text()).toContain('Which column is which?')
    const wrong = await act(path, { do: 'columns', 'column-address': '0', 'column-consent': '' }, ANNA)
    expect([wrong.status, (await wrong.text()).includes('Choose a column')]).toEqual([422, true])
    expect((await act(path, { do: 'columns', 'column-address': '0', 'column-consent': '1' }, ANNA)).status).toBe(303)
    await runOut(idOf(path))
    expect(await (await askDesk(path, { who: ANNA })).text()).toMatch(/Columns not kept[^]*Wer/)
  })

  it('show rows fifty at a time', async () => {
    const path = await brought(tableOf(Array.from({ length: 60 }, (_, index) => `wrong${index}`)))
    const second = await (await askDesk(`${path}?show=refused&page=2`, { who: ANNA })).text()
    expect([second.includes('wrong49'), second.includes('wrong50'), second.includes('wrong59')]).toEqual([false, true, true])
  })

  it('hand out what was left out, with reasons, as a file no spreadsheet runs; written down, one at a time', async () => {
    const path = await brought(`address,consented_at\n=1+1,2026-05-01\n"@SUM(A1)\tx",2026-05-01\na@x.example,\n`)
    const answer = await act(`${path}/left-out`, {})
    const lines = (await answer.text()).trim().split('\r\n')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="left-out.csv"')
    expect(lines.map((line) => line.replace('\uFEFF', ''))).toEqual([
      'row,address,outcome,reason',
      `2,"'=1+1",Refused,Not an e-mail address`,
      `3,"'@SUM(A1)\tx",Refused,Not an e-mail address`,
      '4,a@x.example,Refused,"No date of consent, or not a date"',
    ])
    expect((await act(`${path}/left-out`, {})).status).toBe(429)
    expect(await DB.prepare("SELECT count(*) AS n FROM audit WHERE action = 'import.exported'").first()).toEqual({ n: 1 })
    await act(path, { do: 'cancel' })
    expect(await (await askDesk(path, { who: BO })).text()).toContain('not kept')
  })
})
