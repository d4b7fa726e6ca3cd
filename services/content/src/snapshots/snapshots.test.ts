import { beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '@stem/contracts/context'
import * as v from 'valibot'
import { snapshotSchema, vintagesSchema, type VintagesOfApi } from '@stem/contracts/api-indicators'
import { fingerprint } from '@stem/jobs/ids'
import { importRecords } from '../import/import-records.ts'
import { withdrawItem } from '../publish/withdraw-item.ts'
import { DB, outbox } from '../testing/database.ts'
import { ask, NOW, officer, somebody } from '../testing/desk.ts'
import { graduateRecords, indicatorRecord } from '../testing/samples.ts'
import { pinSnapshot } from './pin-snapshot.ts'

const SLUG = 'stem-tertiary-graduates-per-1000'
const source = (letter: string) => ({ hash: letter.repeat(64), retrievedOn: '2026-11-20', licence: 'CC BY 4.0' })
const bring = (records: unknown[], letter: string, more: object = {}) =>
  importRecords({ db: DB }, 'indicators', records, NOW, { source: source(letter), ...more })
const changed = () => [
  indicatorRecord({ country: 'DK', year: 2023, value: 25 }),
  indicatorRecord({ country: 'SE', year: 2022, value: 17.2, flag: 'e' }),
  indicatorRecord({ country: 'MT', year: 2021, value: null }),
]
const vintages = async (query = '') => (await (await ask(`/api/v1/indicators/${SLUG}/vintages${query}`)).json()) as VintagesOfApi
const itemId = async () => (await DB.prepare("SELECT id FROM items WHERE source_key LIKE 'indicators/stem%'").first<{ id: string }>())?.id ?? ''

let publication = ''
let pinned = ''
beforeAll(async () => {
  await importRecords(
    { db: DB },
    'publications',
    [
      {
        id: 'report',
        title: 'Graduates in Europe',
        type: 'Reports and studies',
        date: '2026',
        author_or_publisher: 'EU STEM Coalition',
        country: null,
        url: 'https://example.org/r',
        summary: 'What the figures say.',
        source_url: 'https://example.org/r',
      },
    ],
    NOW,
  )
  publication = (await DB.prepare("SELECT id FROM items WHERE source_key = 'publications/report'").first<{ id: string }>())?.id ?? ''
  const [first, second] = [graduateRecords().slice(0, 7), graduateRecords().slice(7)]
  await bring(first, 'a')
  await bring(second, 'a')
})

describe('a file of values', () => {
  it('makes one vintage, in however many batches it comes', async () => {
    const { data, differences } = await vintages()
    expect(data.map(({ number, retrievedOn, licence, fileHash }) => [number, retrievedOn, licence, fileHash])).toEqual([
      [1, '2026-11-20', 'CC BY 4.0', 'a'.repeat(64)],
    ])
    expect(differences).toBeNull()
    const { results } = await DB.prepare('SELECT series FROM vintages').all<{ series: string }>()
    expect(Object.keys(JSON.parse(results[0]?.series ?? '{}') as object)).toEqual(['DK', 'EU', 'GR', 'IE', 'MT', 'SE'])
  })

  it('makes no other when it comes again, nor when another file says the same', async () => {
    expect(new Set((await bring(graduateRecords(), 'a')).map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
    expect(new Set((await bring(graduateRecords(), 'b')).map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
    expect((await vintages()).data).toHaveLength(1)
  })

  it('can be tried: each outcome is told, nothing is written', async () => {
    const before = await (await ask(`/data/${SLUG}.json`)).text()
    expect((await bring([...changed(), indicatorRecord({ country: 'Sweden' })], 'c', { dryRun: true })).map(({ outcome }) => outcome)).toEqual([
      'updated',
      'updated',
      'updated',
      'refused',
    ])
    expect((await vintages()).data).toHaveLength(1)
    expect(await (await ask(`/data/${SLUG}.json`)).text()).toBe(before)
  })
})

describe('a snapshot', () => {
  const faces = async () =>
    Promise.all(
      [`/data/snapshots/${pinned}.json`, `/data/snapshots/${pinned}.csv`, `/api/v1/snapshots/${pinned}`].map(async (path) => {
        const answer = await ask(path)
        expect(answer.status, path).toBe(200)
        return answer.text()
      }),
    )

  it('is pinned by the secretariat, once for the same content, and told to the pages', async () => {
    const form = { vintage: `${await itemId()}:1`, publication }
    const written = (await outbox()).length
    const [answer, again] = [await ask('/console/indicators', { who: officer(), form }), await ask('/console/indicators', { who: officer('other'), form })]
    pinned = /done=(snp_[0-9a-f]{26})$/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
    expect(pinned).not.toBe('')
    expect(again.headers.get('location')).toBe(answer.headers.get('location'))
    expect(await DB.prepare('SELECT count(*) AS n FROM snapshots').first()).toEqual({ n: 1 })
    const { results } = await DB.prepare('SELECT action FROM audit WHERE object = ? ORDER BY seq').bind(pinned).all()
    expect(results).toEqual([{ action: 'snapshot.pinned' }, { action: 'snapshot.cited' }])
    expect((await outbox()).slice(written).flatMap(({ tags }) => tags)).toEqual(expect.arrayContaining([await itemId(), publication]))
    expect(await (await ask('/console/indicators?done=' + pinned, { who: officer() })).text()).toContain(pinned)
  })

  it('never changes when later vintages arrive, and says so', async () => {
    const before = await faces()
    const page = await (await ask(`/data/snapshots/${pinned}`)).text()
    expect(page).toContain('This is still the newest vintage')
    await bring(changed(), 'd')
    await bring([indicatorRecord({ country: 'DK', year: 2023, value: 26, publisher: 'Somebody else', unit: 'per 100', label: 'Other' })], 'e')
    expect(await faces()).toEqual(before)
    const later = await (await ask(`/data/snapshots/${pinned}`)).text()
    expect(later).toContain('A newer vintage is on file')
    expect(later.replace(/<a class="more".*?<\/a>/s, '')).toBe(page.replace(/<a class="more".*?<\/a>/s, ''))
  })

  it('is cited with the hash of its file', async () => {
    const [text] = await faces()
    const hash = await fingerprint(text ?? '')
    const page = await (await ask(`/data/snapshots/${pinned}`)).text()
    expect(page).toContain(`SHA-256 ${hash})`)
    expect(page).toContain('Graduates in Europe')
    const body = v.parse(snapshotSchema, await (await ask(`/api/v1/snapshots/${pinned}`)).json())
    expect(body.hash).toBe(hash)
    expect(body.content.series['SE']).toEqual([
      { year: 2021, value: 17, flags: null },
      { year: 2022, value: null, flags: null },
      { year: 2023, value: 17.5, flags: null },
    ])
  })

  it('cannot be changed or removed by anybody who has the database', async () => {
    await expect(DB.prepare("UPDATE snapshots SET doc = '{}'").run()).rejects.toThrow('a snapshot never changes')
    await expect(DB.prepare('DELETE FROM snapshots').run()).rejects.toThrow('a snapshot is never removed')
  })

  it('is not made of what is not on file', async () => {
    const id = await itemId()
    for (const pin of [
      { itemId: id, vintage: 99, citedBy: null },
      { itemId: 'itm_none', vintage: 1, citedBy: null },
      { itemId: id, vintage: 1, citedBy: 'itm_none' },
    ])
      expect(await pinSnapshot({ db: DB }, 'per_a', pin, NOW)).toEqual({ ok: false, code: 'unknown' })
    const refused = await ask('/console/indicators', { who: officer(), form: { vintage: `${id}:99`, publication: '' } })
    expect(refused.status).toBe(422)
    expect((await ask('/console/indicators', { who: officer(), form: { vintage: 'x', publication: '' } })).status).toBe(422)
  })
})

describe('vintages', () => {
  it('differ in exactly what changed, missing values as missing', async () => {
    const { data, differences, snapshots } = v.parse(vintagesSchema, await vintages('?from=1&to=2'))
    expect(data.map(({ number }) => number)).toEqual([3, 2, 1])
    expect(snapshots.map(({ id, vintage }) => [id, vintage])).toEqual([[pinned, 1]])
    expect(differences?.data).toEqual([
      { country: 'DK', year: 2023, before: { value: 24.25, flags: null }, after: { value: 25, flags: null } },
      { country: 'MT', year: 2021, before: { value: 12, flags: null }, after: { value: null, flags: null } },
      { country: 'SE', year: 2022, before: { value: null, flags: null }, after: { value: 17.2, flags: 'e' } },
    ])
    expect((await vintages()).differences).toMatchObject({ from: 2, to: 3 })
    const page = await (await ask(`/data/${SLUG}/vintages?from=1&to=2`)).text()
    expect(page).toContain('3 values differ.')
    expect(page).toContain('<abbr title="not available">:</abbr>')
    expect((await ask(`/api/v1/indicators/${SLUG}/vintages?from=0`)).status).toBe(400)
  })

  it('stay as they were when an old file comes again', async () => {
    const now = await (await ask(`/data/${SLUG}.json`)).text()
    expect(new Set((await bring(graduateRecords(), 'a')).map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
    expect(await (await ask(`/data/${SLUG}.json`)).text()).toBe(now)
    expect((await vintages()).data).toHaveLength(3)
  })
})

const PEOPLE: [string, Principal | null, number][] = [
  ['nobody', null, 303],
  ['a person without a role', somebody('none'), 404],
  ['a reviewer of a country', somebody('reviewer', { roles: [{ role: 'platform-reviewer', scope: 'country:EE' }] }), 404],
  ['an auditor', somebody('auditor', { roles: [{ role: 'auditor', scope: 'coalition' }] }), 404],
  ['an officer whose role sleeps', somebody('asleep', { asleep: [{ role: 'secretariat-officer', scope: 'coalition' }] }), 303],
]
it.each(PEOPLE)('the desk of indicators is not for %s', async (_, who, status) => {
  const before = await DB.prepare('SELECT count(*) AS n FROM relations').first()
  expect((await ask('/console/indicators', { who })).status).toBe(status)
  const post = await ask('/console/indicators', { who, form: { vintage: `${await itemId()}:2`, publication } })
  expect([post.status, post.headers.get('location')?.includes('done') ?? false]).toEqual([status, false])
  expect(await DB.prepare('SELECT count(*) AS n FROM relations').first()).toEqual(before)
})

it('a withdrawn indicator takes its vintages and snapshots out of every face', async () => {
  const row = await DB.prepare('SELECT id, version FROM items WHERE id = ?')
    .bind(await itemId())
    .first<{ id: string; version: number }>()
  await withdrawItem({ db: DB }, row?.id ?? '', row?.version ?? 0, 'per_a', NOW)
  for (const path of [`/data/snapshots/${pinned}`, `/data/snapshots/${pinned}.json`, `/api/v1/snapshots/${pinned}`])
    expect((await ask(path)).status, path).toBe(410)
  for (const path of [`/data/${SLUG}`, `/data/${SLUG}/vintages`, `/data/${SLUG}.csv`, `/api/v1/indicators/${SLUG}/vintages`])
    expect((await ask(path)).status, path).toBe(404)
  await bring([indicatorRecord({ country: 'DK', year: 2024, value: 30 })], 'f')
  expect((await ask(`/data/${SLUG}`)).status).toBe(404)
})
