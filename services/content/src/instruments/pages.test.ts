import { describe, expect, it } from 'vitest'
import type { Principal } from '@stem/contracts/context'
import { ADDRESSES_OF_CONSOLE } from '../testing/console-addresses.ts'
import { DB } from '../testing/database.ts'
import { advise, ask, draft, edit, newKey, NOW, officer, somebody, step } from '../testing/desk.ts'
import { readInstrument } from './read-instrument.ts'
import { recommendationById, recommendationsOf } from './recommendation.ts'
import { recordFollowUp } from './record-follow-up.ts'

const PEOPLE: [string, Principal | null, number][] = [
  ['nobody', null, 303],
  ['a person without a role', somebody('none'), 404],
  ['a manager of an organisation', somebody('manager', { roles: [{ role: 'organisation-manager', scope: 'organisation:org_1' }] }), 404],
  ['a reviewer of a country', somebody('reviewer', { roles: [{ role: 'platform-reviewer', scope: 'country:EE' }] }), 404],
  ['an auditor', somebody('auditor', { roles: [{ role: 'auditor', scope: 'coalition' }] }), 404],
  ['an officer whose role sleeps', somebody('asleep', { asleep: [{ role: 'secretariat-officer', scope: 'coalition' }] }), 303],
  ['an officer', officer(), 0],
  ['an administrator', somebody('admin', { roles: [{ role: 'secretariat-admin', scope: 'coalition' }] }), 0],
]
const NONE = 'itm_zzzzzzzzzzzzzzzzzzzzzzzzzz'
const texts = { text_en: 'Teach more', text_el: '', text_fr: '', addressee: 'Ministry', organisation: '', due: '' }

describe.each(PEOPLE)('%s', (_, who, refused) => {
  it.each(ADDRESSES_OF_CONSOLE.filter(([, path]) => path.startsWith('/console/instruments')))('%s %s', async (method, path) => {
    const { item } = await draft()
    const one = await advise(item.id, 'Teach more')
    const forms: Record<string, Record<string, string>> = {
      '/stage': { from: 'requested', to: 'scoped' },
      '/publish': { edits: '1', do: 'unpublish' },
      '/recommendations': { key: newKey(), ...texts },
      '/recommendations/:recommendation': { version: '1', do: 'save', ...texts },
      '/order': { place: '1', to: 'up' },
      '/follow-up': { seen: '', country: 'EE', state: 'open', on: '2026-11-01', source: '', note: '' },
    }
    const form =
      method === 'GET'
        ? {}
        : { form: Object.entries(forms).findLast(([end]) => path.endsWith(end))?.[1] ?? { version: '1', visibility: 'members', title_en: 'T' } }
    const at = (id: string) => path.replace(':id', id).replace(':recommendation', one.id)
    const before = await readInstrument(DB, item.id)
    const own = await ask(at(item.id), { who, ...form })
    if (refused === 0) {
      expect(own.status).toBe(method === 'GET' ? 200 : 303)
      expect(own.headers.get('cache-control')).toBe('no-store')
    } else {
      expect(own.status).toBe(refused)
      expect(await own.text()).not.toContain('Girls')
      expect(await readInstrument(DB, item.id)).toEqual(before)
    }
    if (path.includes(':id')) expect((await ask(at(NONE), { who, ...form })).status).toBe(refused === 0 ? 404 : refused)
  })
})

const form = (over: Record<string, string>) => ({
  agreed: 'public',
  visibility: 'public',
  country: 'EE',
  named: 'yes',
  organisation: '',
  start: '',
  end: '',
  title_en: 'Girls in physics',
  summary_en: '',
  ...over,
})

describe('the form of an instrument', () => {
  it('refuses a stale save, keeps what both wrote, and takes it the second time', async () => {
    const who = officer()
    const found = await draft()
    const path = `/console/instruments/${found.item.id}`
    await edit(found, { words: { en: { title: 'Girls in physics', summary: 'Theirs', background: '', objectives: '' } } }, 'per_b')
    const answer = await ask(path, { who, form: form({ version: '1', summary_en: 'Mine' }) })
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toMatch(/<del[^>]*>Theirs<\/del>[^]*<ins[^>]*>Mine<\/ins>/)
    expect(html).toMatch(/<textarea[^>]*name="summary_en"[^>]*>Mine<\/textarea>/)
    expect((await readInstrument(DB, found.item.id))?.content.words.en?.summary).toBe('Theirs')
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    expect((await ask(path, { who, form: form({ version, summary_en: 'Mine' }) })).status).toBe(303)
    expect((await readInstrument(DB, found.item.id))?.content.words.en?.summary).toBe('Mine')
  })

  it.each([
    ['title_en', { title_en: '' }],
    ['title_fr', { summary_fr: 'Sans titre' }],
    ['start', { start: '1 March' }],
    ['start', { start: '2026-02-30' }],
    ['end', { start: '2026-03-02', end: '2026-03-01' }],
    ['visibility', { visibility: 'nobody' }],
  ])('says what is wrong with %s and keeps the rest', async (field, over) => {
    const found = await draft()
    const answer = await ask(`/console/instruments/${found.item.id}`, { who: officer(), form: form({ version: '1', background_en: 'Kept words', ...over }) })
    const html = await answer.text()
    expect([answer.status, html.includes(`href="#f-${field}"`), html.includes('Kept words')]).toEqual([422, true, true])
  })

  it('refuses fields it does not have, and leads back to the request', async () => {
    const found = await draft()
    const path = `/console/instruments/${found.item.id}`
    expect((await ask(path, { who: officer(), form: form({ version: '1', state: 'published' }) })).status).toBe(400)
    expect(await (await ask(path, { who: officer() })).text()).toContain(`href="/console/requests/${found.caseId}">ABCDE-FGHJK</a>`)
  })

  it('publishes for a second person alone, and says what stands in the way', async () => {
    const found = await edit(await draft(), {}, officer('first').personId)
    const path = `/console/instruments/${found.item.id}`
    const page = async (name: string) => (await ask(path, { who: officer(name) })).text()
    expect(await page('first')).toContain('You made the last change')
    expect(await page('first')).not.toContain('value="publish"')
    const sent = { edits: String(found.edits), do: 'publish' }
    expect((await ask(`${path}/publish`, { who: officer('first'), form: sent })).status).toBe(409)
    expect(await page('second')).toContain('value="publish"')
    expect((await ask(`${path}/publish`, { who: officer('second'), form: sent })).status).toBe(303)
    expect(await page('second')).toContain('href="/taskforces/')
  })
})

describe('the form of a recommendation', () => {
  it('refuses a stale save and keeps what both wrote', async () => {
    const { item } = await draft()
    const one = await advise(item.id, 'Before')
    const path = `/console/instruments/${item.id}/recommendations/${one.id}`
    const save = (text: string) => ask(path, { who: officer(), form: { ...texts, version: '1', do: 'save', text_en: text, due: '2027-01-31' } })
    expect((await save('Theirs')).status).toBe(303)
    const late = await save('Mine')
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringMatching(/<del[^>]*>Theirs<\/del>[^]*<ins[^>]*>Mine<\/ins>[^]*name="version" value="2"/),
    ])
    expect((await recommendationById(DB, item.id, one.id))?.texts).toEqual({ en: 'Theirs' })
  })

  it('is added once however often it is sent, by the words of its original language', async () => {
    const { item } = await draft()
    const path = `/console/instruments/${item.id}/recommendations`
    const sent = { ...texts, key: newKey() }
    expect((await ask(path, { who: officer(), form: { ...sent, text_en: '', text_fr: 'Seul' } })).status).toBe(422)
    await Promise.all([1, 2, 3].map(() => ask(path, { who: officer(), form: sent })))
    expect(await recommendationsOf(DB, item.id)).toHaveLength(1)
    const record = `${path.replace(item.id, item.id)}`
    const bad = await ask(record, { who: officer(), form: { ...texts, key: newKey(), organisation: 'the ministry' } })
    expect([bad.status, (await bad.text()).includes('href="#f-organisation"')]).toEqual([422, true])
  })

  it('records what a country did from what was seen, and says what is missing', async () => {
    const { item } = await draft()
    const one = await advise(item.id, 'Teach more')
    const path = `/console/instruments/${item.id}/recommendations/${one.id}/follow-up`
    const send = (over: Record<string, string>) =>
      ask(path, { who: officer(), form: { seen: '', country: 'EE', state: 'open', on: '2026-11-01', source: '', note: '', ...over } })
    expect((await send({})).status).toBe(303)
    const stale = await send({ state: 'adopted', source: 'a.example/law', note: 'Typed' })
    const html = await stale.text()
    expect([stale.status, html.includes('Typed'), html.includes('name="seen" value="EE-1"')]).toEqual([409, true, true])
    const missing = await send({ seen: 'EE-1', state: 'adopted' })
    expect([missing.status, (await missing.text()).includes('href="#f-source"')]).toEqual([422, true])
    expect((await send({ seen: 'EE-1', state: 'adopted', source: 'a.example/law' })).status).toBe(303)
    expect((await recommendationById(DB, item.id, one.id))?.countries).toEqual([{ country: 'EE', state: 'adopted', on: '2026-11-01' }])
  })
})

describe('the list', () => {
  const list = async (query: string) => (await ask(`/console/instruments${query}`, { who: officer() })).text()

  it('is narrowed by kind, country, stage and state, and shows what is overdue until it is settled', async () => {
    const late = await draft({ type: 'briefing', country: 'MT', title: 'Late briefing', agreed: 'open' })
    const due = await advise(late.item.id, 'Act now', { dueOn: '2026-11-23' })
    await advise((await draft({ country: 'LU', title: 'In time' })).item.id, 'Act later', { dueOn: '2026-11-24' })
    expect(await list('?country=MT')).toMatch(/Late briefing[^]*1 of 1 recommendation open[^]*1 overdue/)
    expect(await list('?country=MT&type=taskforce')).not.toContain('Late briefing')
    expect(await list('?view=closed&country=MT')).not.toContain('Late briefing')
    expect(await list('?view=drafts&country=MT&stage=requested')).toContain('Late briefing')
    expect(await list('?view=overdue')).toMatch(/Act now[^]*Ministry · Late briefing/)
    expect(await list('?view=overdue')).not.toContain('Act later')
    await recordFollowUp(
      { db: DB },
      'per_a',
      { item: late.item, recommendation: due },
      step({ country: 'MT', state: 'rejected', source: 'https://a.example' }),
      NOW,
    )
    expect(await list('?view=overdue')).not.toContain('Act now')
  })
})
