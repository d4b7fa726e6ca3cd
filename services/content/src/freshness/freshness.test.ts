import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { renewProjection } from '../publish/renew-projection.ts'
import { saveItem } from '../publish/save-item.ts'
import { DB } from '../testing/database.ts'
import { ask, NOW, officer, somebody, TODAY } from '../testing/desk.ts'
import { listedItem } from '../testing/faces.ts'
import { dayOver, DUE_BEFORE, freshnessOf } from './freshness.ts'
import { verifyPractice } from './verify-practice.ts'

const DAY = 86_400_000
const NEXT = '2027-11-24'
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)
const practice = listedItem('practice', { slug: 'checked-practice', texts: [{ locale: 'en', title: 'Robots', summary: 'S.', body: '[]' }] })
const unchecked = listedItem('practice', { slug: 'unchecked-practice', texts: [{ locale: 'en', title: 'Machines', summary: 'S.', body: '[]' }] })
const hidden = listedItem('practice', { slug: 'checked-draft', state: 'draft' })

const act = (form: Record<string, string>, who = officer()) => ask('/console/freshness', { who, form })
const audit = async () =>
  (await DB.prepare("SELECT actor, detail FROM audit WHERE action = 'practice.verified' AND object = ? ORDER BY seq").bind(practice.id).all()).results
const terms = async () =>
  (
    await DB.prepare("SELECT term FROM published_terms WHERE term LIKE 'checked:%' AND seq = (SELECT seq FROM published WHERE item_id = ?)")
      .bind(practice.id)
      .all()
  ).results.map(({ term }) => term)
const renewed = async (now: number) => {
  for (let times = 0; times < 20; times++) if ((await renewProjection({ db: DB }, now)) === 0) return
  expect.fail('the projection never comes to rest')
}
const page = async () => (await ask('/practices/checked-practice')).text()

beforeEach(async () => {
  for (const item of [practice, unchecked, hidden]) {
    const version = (await DB.prepare('SELECT version FROM items WHERE id = ?').bind(item.id).first<{ version: number }>())?.version ?? 0
    await DB.batch(saveItem(DB, { ...item, version: version + 1 }, 'per_test', NOW - 9 * DAY))
  }
  await DB.prepare('UPDATE items SET last_verified_at = NULL, review_by = NULL').run()
})

describe('how a record stands', () => {
  it('goes from fresh to due to overdue as time goes, and never back', () => {
    const order = ['fresh', 'due', 'overdue']
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 800 }), fc.array(fc.integer({ min: 0, max: 1000 * DAY }), { minLength: 1, maxLength: 8 }), (days, steps) => {
        const record = { verifiedOn: TODAY, reviewBy: isoDay(NOW + days * DAY) }
        const places = steps.toSorted((a, b) => a - b).map((step) => order.indexOf(freshnessOf(record, NOW + step)))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(places).not.toContain(-1)
      }),
    )
    const end = dayOver(NEXT)
    const at = (now: number) => freshnessOf({ verifiedOn: TODAY, reviewBy: NEXT }, now)
    expect([at(end - DUE_BEFORE - 1), at(end - DUE_BEFORE), at(end - 1), at(end)]).toEqual(['fresh', 'due', 'due', 'overdue'])
    expect(freshnessOf({}, NOW)).toBe('never')
  })
})

describe('saying that a practice still holds', () => {
  it('is an act with a name and a date, once a day however often the button is pressed, and tells the caches', async () => {
    expect(await page()).toContain('Not yet checked by a member')
    const answers = await Promise.all([act({ item: practice.id, review: NEXT }), act({ item: practice.id, review: NEXT })])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await audit()).toEqual([{ actor: officer().personId, detail: JSON.stringify({ reviewBy: NEXT }) }])
    const { results } = await DB.prepare('SELECT payload FROM outbox WHERE payload LIKE ? ORDER BY created_at DESC LIMIT 1')
      .bind(`%${practice.id}%`)
      .all<{ payload: string }>()
    expect(JSON.parse(results[0]?.payload ?? '{}')).toMatchObject({ tags: expect.arrayContaining([practice.id, 'list-practice']) })
    expect(await page()).toContain('Last checked on 24 Nov 2026; to be checked again by 24 Nov 2027')
    const { data } = (await (await ask('/api/v1/practices?q=robots')).json()) as { data: object[] }
    expect(data).toMatchObject([{ verifiedOn: TODAY, reviewBy: NEXT }])
  })

  it('counts as current until the day is over, then says since when not, in page and list; a new import forgets nothing', async () => {
    await verifyPractice({ db: DB }, 'per_a', { itemId: practice.id, reviewBy: '2026-11-30' }, NOW)
    await renewed(NOW)
    expect(await terms()).toEqual(['checked:current'])
    for (const query of ['checked=current', 'checked=current&q=robots', 'checked=current&country=DK', 'checked=current&country=NL&country=DK']) {
      const { data } = (await (await ask(`/api/v1/practices?${query}`)).json()) as { data: { url: string }[] }
      expect(data.map(({ url }) => url.split('/').at(-1))).toEqual(['checked-practice'])
    }
    const { version } = (await DB.prepare('SELECT version FROM items WHERE id = ?').bind(practice.id).first<{ version: number }>()) ?? { version: 0 }
    await DB.batch(saveItem(DB, { ...practice, version: version + 1 }, 'import', NOW))
    await renewed(NOW)
    expect(await terms()).toEqual(['checked:current'])
    await renewed(dayOver('2026-11-30'))
    expect(await terms()).toEqual([])
    await DB.prepare('UPDATE items SET last_verified_at = ?, review_by = ? WHERE id = ?')
      .bind(NOW - 400 * DAY, NOW - 2 * DAY, practice.id)
      .run()
    await DB.batch(saveItem(DB, { ...practice, version: version + 2 }, 'import', NOW))
    await renewed(NOW)
    const since = `Not verified since ${new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(NOW - 400 * DAY)}`
    expect(await page()).toContain(since)
    expect(await (await ask('/practices?q=robots')).text()).toContain(since)
  })

  it.each([
    ['a day that is over', { review: TODAY }, 422],
    ['a day too far away', { review: '2040-01-01' }, 422],
    ['no day', { review: '2027-02-30' }, 422],
    ['what is not public', { item: hidden.id }, 404],
    ['a field too many', { more: 'x' }, 400],
  ])('is refused with %s, and nothing is written', async (_, over, status) => {
    const answer = await act({ item: practice.id, review: NEXT, ...over })
    expect(answer.status).toBe(status)
    expect(await DB.prepare('SELECT count(*) AS n FROM items WHERE last_verified_at IS NOT NULL').first()).toEqual({ n: 0 })
    if (status === 422) expect(await answer.text()).toContain('href="#f-review')
  })
})

describe('the queue', () => {
  it('has what nobody verified first, then what is longest overdue, and never a draft', async () => {
    const html = await (await ask('/console/freshness', { who: officer() })).text()
    expect(html).toContain('Robots')
    expect(html).not.toContain('checked-draft')
    expect(html).toContain('Never checked')
  })

  it.each([
    ['nobody', null, 303],
    ['a person without a role', somebody('none'), 404],
    ['a reviewer of a country', somebody('reviewer', { roles: [{ role: 'platform-reviewer', scope: 'country:EE' }] }), 404],
    ['an auditor', somebody('auditor', { roles: [{ role: 'auditor', scope: 'coalition' }] }), 404],
  ])('is not for %s', async (_, who, status) => {
    const before = await audit()
    expect((await ask('/console/freshness', { who })).status).toBe(status)
    expect((await ask('/console/freshness', { who, form: { item: practice.id, review: NEXT } })).status).toBe(status)
    expect(await audit()).toEqual(before)
  })
})
