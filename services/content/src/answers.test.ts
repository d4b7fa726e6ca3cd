import { env } from 'cloudflare:workers'
import { counted } from '@stem/test-kit/counted'
import { visitor } from '@stem/test-kit/visitor'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from './app.ts'
import { cardById } from './facts/card-by-id.ts'
import { country } from './facts/country.ts'
import { home } from './facts/home.ts'
import { practicesOf } from './facts/practices-of.ts'
import { formerAddress } from './addresses/former-address.ts'
import { importRecords } from './import/import-records.ts'
import { DB } from './testing/database.ts'
import { graduateRecords, practiceRecord, publicationRecord } from './testing/samples.ts'

const NOW = Date.UTC(2026, 10, 24)

beforeAll(async () => {
  await importRecords(
    { db: DB },
    'practices',
    [practiceRecord(), practiceRecord({ id: 'formula', title: '=1+1', summary: '<script>alert(1)</script> & "more"' })],
    NOW,
  )
  await importRecords({ db: DB }, 'publications', [publicationRecord(), publicationRecord({ id: 'monitor', type: 'Monitoring instrument' })], NOW)
  await importRecords({ db: DB }, 'indicators', graduateRecords(), NOW)
})

const ask = (path: string, db = DB, locale: 'en' | 'fr' = 'en') =>
  app.fetch(new Request(`https://stem.example${path}`), { ...(env as object), DB: db, context: visitor(path.split('?')[0] ?? '/', { locale }) } as never)

describe('every page and file of the service', () => {
  it.each([
    ['/practices', 'text/html'],
    ['/practices?topic=gender&q=code', 'text/html'],
    ['/practices/girls-code', 'text/html'],
    ['/about', 'text/html'],
    ['/how-we-work', 'text/html'],
    ['/practices.csv', 'text/csv'],
    ['/practices.json', 'application/json'],
    ['/practices.atom', 'application/atom+xml'],
    ['/api/v1/practices', 'application/json'],
    ['/api/v1/practices/girls-code', 'application/json'],
    ['/data', 'text/html'],
    ['/data/compare', 'text/html'],
    ['/data/compare?indicator=stem-tertiary-graduates-per-1000&country=DK&country=MT', 'text/html'],
    ['/data/targets', 'text/html'],
    ['/data/stem-tertiary-graduates-per-1000', 'text/html'],
    ['/data/stem-tertiary-graduates-per-1000/table', 'text/html'],
    ['/data/stem-tertiary-graduates-per-1000/vintages', 'text/html'],
    ['/data/stem-tertiary-graduates-per-1000.csv', 'text/csv'],
    ['/data/stem-tertiary-graduates-per-1000.json', 'application/json'],
    ['/data/stem-tertiary-graduates-per-1000.jsonstat.json', 'application/json'],
    ['/data/stem-tertiary-graduates-per-1000.csv-metadata.json', 'application/csvm+json'],
    ['/data/stem-tertiary-graduates-per-1000.svg', 'image/svg+xml'],
    ['/api/v1/indicators', 'application/json'],
    ['/api/v1/indicators/stem-tertiary-graduates-per-1000', 'application/json'],
    ['/api/v1/indicators/stem-tertiary-graduates-per-1000/vintages', 'application/json'],
  ])('%s answers %s in one round trip to the database and names its tags', async (path, type) => {
    const { db, roundTrips } = counted(DB)
    const answer = await ask(path, db)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+/)
    expect(answer.headers.get('cache-tag')).toMatch(/list-|itm_/)
    expect(roundTrips()).toBeLessThanOrEqual(1)
  })

  it('gives the facts of composed pages in one round trip each', async () => {
    for (const read of [
      (db: D1Database) => home({ db }, visitor('/')),
      (db: D1Database) => country({ db }, 'DK', visitor('/')),
      (db: D1Database) => practicesOf({ db }, ['Astra'], visitor('/')),
    ]) {
      const { db, roundTrips } = counted(DB)
      await read(db)
      expect(roundTrips()).toBe(1)
    }
  })
})

describe('text of others', () => {
  it('cannot become markup on a page, nor end the data block', async () => {
    const html = await (await ask('/practices/formula')).text()
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toMatch(/\\u003cscript>alert\(1\)\\u003c\/script>/)
  })

  it('cannot become a formula in a spreadsheet', async () => {
    const csv = await (await ask('/practices.csv')).text()
    expect(csv).toContain("'=1+1")
    expect(csv).not.toMatch(/(^|,)=1/m)
  })

  it('stays text in the feed', async () => {
    const xml = await (await ask('/practices.atom')).text()
    expect(xml).not.toContain('<script>')
    expect(xml).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; "more"')
    expect(xml).toContain('xml:lang="en"')
  })
})

describe('content without a translation', () => {
  it('is shown in its own language, marked, and offered to search engines only there', async () => {
    const html = await (await ask('/practices/girls-code', DB, 'fr')).text()
    expect(html).toContain('<h1 lang="en">Girls code</h1>')
    expect(html).toContain('<link rel="canonical" href="https://stem.example/practices/girls-code"')
    expect(html).not.toContain('hreflang="x-default"')
  })
})

describe('the API', () => {
  it('names what is wrong with a query', async () => {
    const answer = await ask('/api/v1/practices?limit=1000&colour=red')
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map(({ field }) => field).sort()).toEqual(['colour', 'limit'])
  })

  it('walks through all practices by cursor, each once', async () => {
    const seen: string[] = []
    let cursor: string | null = '0'
    while (cursor !== null) {
      const page = (await (await ask(`/api/v1/practices?limit=1&cursor=${cursor}`)).json()) as { data: { title: string }[]; next: string | null }
      seen.push(...page.data.map(({ title }) => title))
      cursor = page.next
    }
    expect(seen.sort()).toEqual(['=1+1', 'Girls code'])
  })
})

describe('addresses of the former site', () => {
  it.each([
    ['/programmes/girls-code', '/practices/girls-code'],
    ['/programme-or-initiative/girls-code', '/practices/girls-code'],
    ['/focus/gender', '/practices?topic=gender'],
    ['/education-level/primary', '/practices?level=primary'],
    ['/country/denmark', '/countries/dk'],
    ['/country/czech-republic', '/countries/cz'],
    ['/get-support', '/support'],
    ['/node', '/'],
    ['/programmes/never-was', '/practices'],
    ['/whats-happening/launch', '/news/launch'],
    ['/publications/launch', '/news/launch'],
    ['/publications/never-was', null],
    ['/monitoring-instruments/monitor', '/publications/monitor'],
    ['/monitoring-instruments/never-was', '/publications?publication=monitoring-instrument'],
    ['/meeting_reports/never-was', '/publications?publication=meeting-report'],
    ['/whats-happening/never-was', '/news'],
    ['/dossiers/never-was', '/taskforces'],
    ['/dossiers', '/taskforces'],
    ['/partners', '/members#partners'],
    ['/nothing', null],
    ['/nothing/of/that/kind', null],
  ])('%s leads to %s, which is never a former address itself', async (path, expected) => {
    const found = await formerAddress({ db: DB }, path)
    expect(found).toBe(expected)
    if (found !== null) expect(await formerAddress({ db: DB }, found.split('?')[0] ?? '')).toBeNull()
  })
})

it('a card is found by its id while the item is public, in the language asked for where there is one', async () => {
  const row = await DB.prepare("SELECT item_id AS id FROM published WHERE slug = 'girls-code'").first<{ id: string }>()
  const id = row?.id ?? ''
  const card = (locale: 'en' | 'fr', which = id) => cardById({ db: DB }, which, { locale, now: NOW })
  expect(await card('fr')).toMatchObject({ id, type: 'practice', title: 'Girls code', locale: 'en' })
  expect(await card('en', 'itm_nothing')).toBeNull()
  await DB.prepare('UPDATE published SET visible_until = ? WHERE item_id = ?').bind(NOW, id).run()
  expect(await card('en')).toBeNull()
  await DB.prepare('UPDATE published SET visible_until = NULL WHERE item_id = ?').bind(id).run()
})
