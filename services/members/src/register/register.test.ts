import { env } from 'cloudflare:workers'
import { counted } from '@stem/test-kit/counted'
import { visitor } from '@stem/test-kit/visitor'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../app.ts'
import { addressOf, counts, inCountry, organisation, sitemap } from '../facts/read-register.ts'
import { importRecords } from '../import/import-records.ts'
import { withdrawOrganisation } from './withdraw-organisation.ts'

const { DB } = env as unknown as { DB: D1Database }
const NOW = Date.UTC(2026, 10, 24)
const record = (over: object) => ({
  id: 'astra',
  name: 'Astra',
  country: 'DK',
  website: null,
  description: 'A centre.',
  source_url: 'https://example.org',
  region: null,
  kind: 'dedicated-platform',
  role: 'National STEM platform',
  organisation_type: null,
  status: 'listed',
  ...over,
})
const bring = (records: unknown[], now = NOW) => importRecords({ db: DB }, 'members', records, now)
const ask = (path: string, db = DB) =>
  app.fetch(new Request(`https://stem.example${path}`), { ...(env as object), DB: db, context: visitor(path.split('?')[0] ?? '/') } as never)

beforeAll(async () => {
  await bring([
    record({}),
    record({ id: 'house', name: 'House of Science', status: 'named' }),
    record({ id: 'region', name: 'Midtjylland', status: 'related', kind: 'regional-authority', role: null }),
    record({ id: 'ptvt', name: 'Talent', country: 'NL' }),
  ])
  const {
    region: _region,
    role: _role,
    organisation_type: _type,
    status: _status,
    ...partner
  } = record({ id: 'cesaer', name: 'CESAER', country: 'BE', kind: 'european' })
  await importRecords({ db: DB }, 'partners', [partner], NOW)
})

describe('the register', () => {
  it('counts members, unconfirmed members, partners and contacts apart', async () => {
    expect(await counts({ db: DB })).toEqual({ members: 2, unconfirmed: 1, partners: 1, contacts: 1, countries: 2 })
  })

  it('never shows a related organisation as a member', async () => {
    const { data } = (await (await ask('/api/v1/organisations?standing=member')).json()) as { data: { name: string }[] }
    expect(data.map(({ name }) => name).sort()).toEqual(['Astra', 'Talent'])
    const html = await (await ask('/members')).text()
    expect(html.indexOf('Midtjylland')).toBeGreaterThan(html.indexOf('id="contacts"'))
  })

  it('lists those of a country, members first', async () => {
    expect((await inCountry({ db: DB }, 'DK')).map(({ name }) => name)).toEqual(['Astra', 'House of Science', 'Midtjylland'])
  })

  it('finds the organisation at an address with its neighbours', async () => {
    const found = await organisation({ db: DB }, 'astra', { locale: 'en' })
    expect(found.found === 'organisation' && found.neighbours.map(({ name }) => name)).toEqual(['House of Science', 'Midtjylland'])
  })

  it.each(['/members', '/members?kind=ministry&q=tal', '/members.csv', '/members.json', '/api/v1/organisations', '/api/v1/organisations/astra'])(
    'answers %s in one round trip',
    async (path) => {
      const { db, roundTrips } = counted(DB)
      expect((await ask(path, db)).status).toBe(200)
      expect(roundTrips()).toBe(1)
    },
  )

  it('answers its facts in one round trip each', async () => {
    for (const read of [
      (db: D1Database) => counts({ db }),
      (db: D1Database) => inCountry({ db }, 'DK'),
      (db: D1Database) => organisation({ db }, 'astra', { locale: 'en' }),
      (db: D1Database) => sitemap({ db }),
    ]) {
      const { db, roundTrips } = counted(DB)
      await read(db)
      expect(roundTrips()).toBe(1)
    }
  })
})

describe('an import', () => {
  it('never doubles, and reports what it refuses', async () => {
    const outcomes = await bring(
      [record({}), record({ id: 'bad', status: 'friend' }), record({ id: 'house', name: 'House of Sciences', status: 'named' })],
      NOW + 1000,
    )
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'refused', 'updated'])
    expect(outcomes[1]?.reasons).toEqual([{ path: 'members[1].status', reason: 'must be listed, named or related' }])
    expect((await counts({ db: DB })).members).toBe(2)
  })

  it('ends the old membership and begins a new one when the standing changes', async () => {
    await bring([record({ id: 'house', name: 'House of Sciences', status: 'listed' })], NOW + 2000)
    const { results } = await DB.prepare(
      "SELECT standing, ended_at IS NOT NULL AS ended FROM memberships JOIN organisations o ON o.id = organisation_id WHERE o.source_key LIKE '%/house' ORDER BY started_at, standing DESC",
    ).all()
    expect(results).toContainEqual({ standing: 'unconfirmed', ended: 1 })
    expect(results).toContainEqual({ standing: 'member', ended: 0 })
  })
})

describe('a withdrawn organisation', () => {
  it('is told apart at its address and by its id, and stays away when imported again', async () => {
    const row = await DB.prepare("SELECT id, version FROM organisations WHERE source_key LIKE '%/ptvt'").first<{ id: string; version: number }>()
    const id = row?.id ?? ''
    expect((await withdrawOrganisation({ db: DB }, id, row?.version ?? 0, 'per_test', NOW + 3000)).ok).toBe(true)
    expect((await organisation({ db: DB }, 'ptvt', { locale: 'en' })).found).toBe('withdrawn')
    expect((await addressOf({ db: DB }, id, { locale: 'en' })).found).toBe('withdrawn')
    await bring([record({ id: 'ptvt', name: 'Talent again', country: 'NL' })], NOW + 4000)
    expect((await organisation({ db: DB }, 'ptvt', { locale: 'en' })).found).toBe('withdrawn')
    expect((await sitemap({ db: DB })).map(({ path }) => path)).not.toContain('/members/ptvt')
  })
})
