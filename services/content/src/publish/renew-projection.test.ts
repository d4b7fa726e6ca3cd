import { LISTS } from '@stem/contracts/lists'
import { describe, expect, it } from 'vitest'
import { findList } from '../listing/find-list.ts'
import { readListQuery } from '../listing/list-query.ts'
import { DB, outbox } from '../testing/database.ts'
import { listedItem } from '../testing/faces.ts'
import { statusByDates } from './facets.ts'
import { renewProjection } from './renew-projection.ts'
import { saveItem } from './save-item.ts'
import { withdrawItem } from './withdraw-item.ts'

const NOW = Date.UTC(2026, 10, 24)
const DAY = 86_400_000
const save = (item: ReturnType<typeof listedItem>, now = NOW) => DB.batch(saveItem(DB, item, 'per_test', now))
const listed = async (search: string, now = NOW) =>
  (await findList({ db: DB }, 'projects', readListQuery(LISTS.projects, new URLSearchParams(search)), { locale: 'en', now })).rows.map(({ slug }) => slug)
const rows = async (table: string) => (await DB.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all()).results

describe('how a project stands', () => {
  it.each([
    ['2026-11-25', '2027', 'planned', Date.UTC(2026, 10, 25)],
    ['2026', '2026', 'ongoing', Date.UTC(2027, 0, 1)],
    ['2026-11', '2026-11', 'ongoing', Date.UTC(2026, 11, 1)],
    ['2026-11-24', '2026-11-24', 'ongoing', Date.UTC(2026, 10, 25)],
    ['2020', '2025', 'completed', null],
    ['2020', '2026-11-23', 'completed', null],
    [null, '2025', 'completed', null],
    ['2020', null, null, null],
    [null, null, null, null],
  ])('from %s to %s is %s', (start, end, status, until) => {
    expect(statusByDates({ start, end }, NOW)).toEqual({ status, until })
  })
})

describe('a row whose time has come', () => {
  it('is found by what is true now: a project that ends is completed from the next day on', async () => {
    const fields = { programme: 'Horizon Europe (WIDERA)', reference: null, start: '2026-01', end: '2026-11-24', url: null }
    const item = listedItem('eu-project', { slug: 'ending', fields })
    await save(item)
    const changed = await DB.prepare('SELECT updated_at FROM published WHERE item_id = ?').bind(item.id).first()
    expect(await listed('status=ongoing&programme=horizon-europe')).toEqual(['ending'])
    expect(await renewProjection({ db: DB }, NOW + DAY - 1)).toBe(0)
    expect(await renewProjection({ db: DB }, NOW + DAY)).toBe(1)
    expect(await listed('status=ongoing')).toEqual([])
    expect(await listed('status=completed')).toEqual(['ending'])
    expect(await DB.prepare('SELECT updated_at FROM published WHERE item_id = ?').bind(item.id).first()).toEqual(changed)
    expect((await outbox()).at(-1)).toEqual({ tags: [item.id, 'list-eu-project', 'country-DK'], withdrawn: false })
    expect(await renewProjection({ db: DB }, NOW + DAY)).toBe(0)
  })

  it('stays as it was in everything else, counts and names too, however often', async () => {
    await save(listedItem('publication', { slug: 'renewed', names: ['Astra', 'Müller & Sønner'] }))
    await save(listedItem('quote', { slug: 'quoted', terms: {} }))
    const tables = ['term_counts', 'pair_counts']
    const before = await Promise.all(tables.map(rows))
    const terms = () =>
      DB.prepare("SELECT t.scope, t.term FROM published_terms t JOIN published USING (seq) WHERE slug IN ('renewed', 'quoted') ORDER BY 1, 2").all()
    const own = (await terms()).results
    const shown = () =>
      DB.prepare("SELECT item_id, slug, doc, sort_title, sort_date, country, updated_at FROM published WHERE slug IN ('renewed', 'quoted') ORDER BY 1").all()
    const docs = (await shown()).results
    for (const _ of [1, 2]) {
      await DB.prepare("UPDATE published SET renew_at = 0 WHERE slug IN ('renewed', 'quoted')").run()
      expect(await renewProjection({ db: DB }, NOW)).toBe(2)
    }
    expect((await terms()).results).toEqual(own)
    expect((await shown()).results).toEqual(docs)
    const kept = (list: Record<string, unknown>[]) => list.filter(({ n }) => n !== 0)
    expect((await Promise.all(tables.map(rows))).map(kept)).toEqual(before.map(kept))
  })

  it('never brings back what was withdrawn, and never what stands in a draft beside it', async () => {
    const item = listedItem('news', { slug: 'gone' })
    await save(item)
    await DB.prepare('UPDATE published SET renew_at = 0 WHERE item_id = ?').bind(item.id).run()
    const real = DB.batch.bind(DB)
    let isFirst = true
    // Withdrawn just after the row was read.
    const racing = new Proxy(DB, {
      get: (target, name) =>
        name === 'batch'
          ? async (statements: D1PreparedStatement[]) => {
              const answer = await real(statements)
              if (isFirst) {
                isFirst = false
                await withdrawItem({ db: DB }, item.id, 1, 'per_test', NOW)
              }
              return answer
            }
          : (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target),
    })
    await renewProjection({ db: racing }, NOW)
    expect(await DB.prepare('SELECT 1 FROM published WHERE item_id = ?').bind(item.id).first()).toBeNull()
    expect((await outbox()).at(-1)).toMatchObject({ withdrawn: true })

    const other = listedItem('news', { slug: 'edited', texts: [{ locale: 'en', title: 'Public title', summary: 'S', body: '[]' }] })
    await save(other)
    await DB.prepare("UPDATE translations SET title = 'Draft title' WHERE item_id = ?").bind(other.id).run()
    await DB.prepare('UPDATE published SET renew_at = 0 WHERE item_id = ?').bind(other.id).run()
    await renewProjection({ db: DB }, NOW)
    const text = await DB.prepare('SELECT title FROM published_texts JOIN published USING (seq) WHERE item_id = ?').bind(other.id).first()
    expect(text).toEqual({ title: 'Public title' })
  })
})
