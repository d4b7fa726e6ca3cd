import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { behind, type WorkerOptions } from '@stem/infra/start/system'
import { withdraw } from './editing.ts'
import { bring, practice, start, until, type Started } from './started.ts'

/** Stands between the gateway and content, and does what it is told: pass, fail or stall. */
const FAULTY = `
import { WorkerEntrypoint } from 'cloudflare:workers'
let mode = 'pass'
const gate = async () => {
  if (mode === 'fail') throw new Error('secret detail of the failure at /srv/content.ts')
  if (mode === 'stall') await new Promise((resolve) => setTimeout(resolve, 20000))
}
const names = ['handle', 'health', 'home', 'country', 'practicesOf', 'addressOf', 'formerAddress', 'sitemapGroups', 'sitemapFile', 'importRecords']
export default class Faulty extends WorkerEntrypoint {
  fetch(request) { mode = new URL(request.url).pathname.slice(1); return new Response(mode) }
}
for (const name of names) Faulty.prototype[name] = async function (...values) { await gate(); return this.env.REAL[name](...values) }
`
/** Content as it is built, over a database that can stop answering. */
const STALLING = `
import Content from './index.js'
let stalled = false
const gate = () => (stalled ? new Promise((resolve) => setTimeout(resolve, 20000)) : undefined)
const slow = (db) => new Proxy(db, { get: (target, name) => name === 'batch' ? async (list) => { await gate(); return target.batch(list) } : target[name].bind(target) })
export default class extends Content {
  constructor(ctx, env) { super(ctx, { ...env, DB: slow(env.DB) }) }
  fetch(request) { stalled = new URL(request.url).pathname === '/stall'; return new Response('') }
}
`
const AS_OF = /You are reading the copy of /
const DEADLINE = 5000
const SEEN = ['/', '/practices', '/practices/jet-net-technet-jntn', '/about', '/countries/dk', '/fr/practices']
let system: Started

beforeAll(async () => {
  const places: Record<string, (worker: WorkerOptions) => WorkerOptions> = {
    'stem-gateway': (worker) => ({ ...worker, serviceBindings: { ...worker.serviceBindings, CONTENT: { name: 'stem-faulty' } } }),
    'stem-content': (worker) => behind(worker, STALLING),
  }
  const faulty = { name: 'stem-faulty', modules: true, script: FAULTY, compatibilityDate: '2026-11-01', serviceBindings: { REAL: { name: 'stem-content' } } }
  system = await start({ adapt: (workers) => [...workers.map((worker) => places[worker.name ?? '']?.(worker) ?? worker), faulty] })
})
afterAll(() => system.stop())

const become = async (mode: 'pass' | 'fail' | 'stall') => {
  const faulty = await system.worker('stem-faulty')
  expect(await (await faulty.fetch(`http://faulty/${mode}`)).text()).toBe(mode)
}
const visit = async (path: string) => {
  const begin = performance.now()
  const answer = await fetch(system.origin + path)
  return { status: answer.status, text: await answer.text(), headers: answer.headers, ms: performance.now() - begin }
}
let change = 0
/** Sees every page once, so that a copy exists, and makes the memory of the gateway forget them. */
async function seenAndForgotten(): Promise<void> {
  await become('pass')
  for (const path of SEEN) expect((await visit(path)).status, path).toBe(200)
  const copies = await system.copies()
  await until(2000, async () => (await copies.list({ prefix: 'page:' })).keys.length >= SEEN.length)
  const records = (title: string) => [practice({ title }), practice({ id: 'journey-eu', country: 'EU', title })]
  await bring(system, 'practices', records(`Change ${++change}`))
  await new Promise((resolve) => setTimeout(resolve, 600))
  await bring(system, 'indicators', [
    { indicator: 'j', label: 'J', country: 'DK', year: 2000 + change, value: 1, unit: '%', flag: null, publisher: 'P', source_url: 'https://example.org' },
  ])
  await new Promise((resolve) => setTimeout(resolve, 600))
}

describe.each(['fail', 'stall'] as const)('when content should %s', (mode) => {
  it('every page seen before is shown as its last good copy, with a notice, in time', async () => {
    await seenAndForgotten()
    await become(mode)
    const answers = await Promise.all(['/', '/practices', '/practices/jet-net-technet-jntn', '/countries/dk'].map(visit))
    for (const { status, text, headers, ms } of answers) {
      expect(status).toBe(200)
      expect(text).toMatch(AS_OF)
      expect(text).toMatch(/<h1/)
      expect(text).not.toContain('secret detail')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('strict-transport-security')).toContain('63072000')
      expect(ms).toBeLessThan(DEADLINE)
    }
    expect((await visit('/fr/practices')).text).toContain('<div class="al tn">')
    await become('pass')
    expect((await visit('/practices')).text).not.toMatch(AS_OF)
  })

  it('a page never seen says so in the language of the reader, with a number, and leaks nothing', async () => {
    await become(mode)
    const { status, text, headers, ms } = await visit(`/fr/practices?q=never-seen-${mode}`)
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toMatch(/^\d+$/)
    expect(text).toContain('<html lang="fr"')
    expect(text).toContain(headers.get('x-request-id') ?? 'no number')
    expect(text).not.toMatch(/secret detail|\.ts|stack|Error:/)
    expect(ms).toBeLessThan(DEADLINE)
    const program = await visit('/api/v1/practices?q=never')
    expect([program.status, program.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8'])
    const health = await visit('/healthz')
    expect(health.status).toBe(503)
    expect(JSON.parse(health.text)).toMatchObject({ ok: false, services: { content: { ok: false }, members: { ok: true } } })
    expect((await visit('/members')).status).toBe(200)
    await become('pass')
  })
})

describe('when the database of content stalls', () => {
  it('the visitor gets the last good copy', async () => {
    await seenAndForgotten()
    const content = await system.worker('stem-content')
    await content.fetch('http://content/stall')
    const { status, text, ms } = await visit('/practices')
    await content.fetch('http://content/flow')
    expect(ms).toBeLessThan(DEADLINE)
    expect([status, AS_OF.test(text)]).toEqual([200, true])
  })
})

describe('when the database of content is broken', () => {
  it('the visitor gets the last good copy, and a page never seen says that it failed', async () => {
    await seenAndForgotten()
    const db = await system.database('content')
    await db.exec('ALTER TABLE published RENAME TO published_away')
    const { status, text } = await visit('/practices')
    const unseen = await visit('/practices?q=never-seen-broken')
    await db.exec('ALTER TABLE published_away RENAME TO published')
    expect([status, AS_OF.test(text)]).toEqual([200, true])
    expect(unseen.status).toBe(500)
    expect(unseen.text).not.toMatch(/SQLITE|no such table|published/)
    const number = unseen.headers.get('x-request-id') ?? 'no number'
    expect(unseen.text).toContain(number)
    expect(system.logs.some((line) => line.includes(number) && line.includes('"service":"content"'))).toBe(true)
  })
})

describe('what was withdrawn', () => {
  it('does not come back as a last good copy', async () => {
    await bring(system, 'practices', [practice({ id: 'takedown', title: 'To be taken down' })])
    await until(2000, async () => (await visit('/practices/takedown')).status === 200)
    const copies = await system.copies()
    await until(2000, async () => (await copies.list({ prefix: 'page:/practices/takedown' })).keys.length === 1)
    await withdraw(system, 'practices/takedown')
    await system.tick('content')
    await until(2000, async () => (await visit('/practices/takedown')).status === 410)
    const gone = await visit('/practices/takedown')
    expect(gone.text).toContain('withdrawn')
    await become('fail')
    expect((await visit('/practices/takedown')).text).not.toContain('To be taken down')
    await become('pass')
  })
})
