import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bring, practice, start, until, type Started } from './started.ts'

const VISIBLE = 2000
let system: Started
beforeAll(async () => {
  system = await start()
})
afterAll(() => system.stop())

const read = async (path: string) => (await fetch(system.origin + path)).text()

describe('a change', () => {
  it('is seen by the next visitor of every page that shows it within two seconds', async () => {
    await bring(system, 'practices', [practice({ title: 'Before the change' })])
    const faces = [
      '/practices?q=journey',
      '/practices/journey',
      '/fr/practices/journey',
      '/countries/dk',
      '/practices.csv?q=journey',
      '/practices.atom',
      '/api/v1/practices/journey',
    ]
    const titleOn = async (path: string, title: string) => (await read(path)).includes(title)
    const [list] = ['/practices?q=change']
    for (const path of faces.slice(1, 3)) await until(VISIBLE, () => titleOn(path, 'Before the change'))
    expect(await titleOn(list ?? '', 'Before the change')).toBe(true)
    await bring(system, 'practices', [practice({ title: 'After the change' })])
    const times = await Promise.all(
      ['/practices/journey', '/fr/practices/journey', '/practices?q=change', '/api/v1/practices/journey'].map((path) =>
        until(VISIBLE, () => titleOn(path, 'After the change')),
      ),
    )
    expect(Math.max(...times)).toBeLessThan(VISIBLE)
  })

  it('appears where the page was missing before', async () => {
    expect((await fetch(`${system.origin}/practices/newcomer`)).status).toBe(404)
    await bring(system, 'practices', [practice({ id: 'newcomer', title: 'Newcomer' })])
    await until(VISIBLE, async () => (await fetch(`${system.origin}/practices/newcomer`)).status === 200)
    expect(await read('/practices/newcomer')).toContain('Newcomer')
  })

  it('reaches home and register when it concerns an organisation', async () => {
    const record = {
      id: 'journey-ministry',
      name: 'Ministry of Journeys',
      country: 'MT',
      website: null,
      description: null,
      source_url: 'https://example.org',
      region: null,
      kind: 'ministry',
      role: null,
      organisation_type: null,
      status: 'listed',
    }
    const membersOn = async () => Number(/<b class="num">(\d+)<\/b>/.exec(await read('/'))?.[1])
    const before = await membersOn()
    expect(await read('/countries/mt')).not.toContain('Ministry of Journeys')
    await bring(system, 'members', [record])
    await until(VISIBLE, async () => (await membersOn()) === before + 1)
    await until(VISIBLE, async () => (await read('/countries/mt')).includes('Ministry of Journeys'))
    await until(VISIBLE, async () => (await read('/members')).includes('Ministry of Journeys'))
  })

  it('is imported once however often it is sent, also by several at a time', async () => {
    const records = [practice({ id: 'race', title: 'Race' })]
    await Promise.all(Array.from({ length: 8 }, () => bring(system, 'practices', records).catch(() => [])))
    const db = await system.database('content')
    const { n } = (await db.prepare("SELECT count(*) AS n FROM items WHERE source_key = 'practices/race'").first<{ n: number }>()) ?? { n: 0 }
    expect(n).toBe(1)
  })
})

describe('between two purges', () => {
  it('a page is answered from memory, and 304 to the browser that has it', async () => {
    const first = await fetch(`${system.origin}/about`)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"/)
    const requests = () => system.logs.filter((line) => line.includes('"event":"request"')).length
    const before = requests()
    const again = await fetch(`${system.origin}/about`, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(requests()).toBe(before)
    const dark = await fetch(`${system.origin}/about`, { headers: { 'if-none-match': etag, cookie: '__Host-theme=dark' } })
    expect(dark.status).toBe(200)
    expect(await dark.text()).toContain('data-theme="dark"')
  })
})
