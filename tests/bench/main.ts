import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '@stem/infra/start/build'
import { startSystem, type System, type WorkerOptions } from '@stem/infra/start/system'
import { benchCampaigns } from './campaigns.ts'
import { grow } from './grow.ts'
import { median, percentile, throughput, times } from './load.ts'
import { growSearch, SITE_SEARCHES } from './search.ts'
import { gates, tell } from './tell.ts'

const ROUNDS = 5
const SECONDS = 4
const FEW = 1000
const MANY = 100_000
const UNLIMITED = 1_000_000_000

/** Returns the bytes it was last given, and nothing else: what a Worker costs that does nothing. `/database` asks its database first. */
const BARE = `
let body = new Uint8Array()
export default { async fetch(request, env) {
  if (request.method === 'POST') { body = new Uint8Array(await request.arrayBuffer()); return new Response('') }
  if (request.url.endsWith('/database')) await env.DB.prepare('SELECT 1').first()
  return new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } })
} }`

const socket = { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] }
const adapt = (workers: WorkerOptions[]): WorkerOptions[] => [
  ...workers.map((worker) =>
    worker.name === 'stem-gateway'
      ? {
          ...worker,
          ...socket,
          ratelimits: Object.fromEntries(
            Object.entries(worker.ratelimits ?? {}).map(([name, limit]) => [name, { ...limit, simple: { ...limit.simple, limit: UNLIMITED } }]),
          ),
        }
      : worker,
  ),
  { name: 'stem-bare', modules: true, script: BARE, compatibilityDate: '2026-11-01', d1Databases: { DB: 'bare' }, ...socket },
]

/** Requests per second of a page beside those of a bare Worker with the same bytes, in turns, by the medians of all rounds. */
async function beside(system: System, what: string, gate: number, next: () => string, sample: string, bareFor = '/'): Promise<void> {
  const [own, bare] = await Promise.all([system.direct('stem-gateway'), system.direct('stem-bare')])
  await fetch(bare, { method: 'POST', body: await (await fetch(own + sample)).arrayBuffer() })
  const found: { own: number; bare: number }[] = []
  for (let round = 0; round < ROUNDS; round++) found.push({ bare: await throughput(bare, () => bareFor, SECONDS), own: await throughput(own, next, SECONDS) })
  const rates = { own: median(found.map((one) => one.own)), bare: median(found.map((one) => one.bare)) }
  const ratios = found.map((one) => one.own / one.bare)
  tell(
    what,
    rates.own / rates.bare,
    gate,
    true,
    `${Math.round(rates.own)} against ${Math.round(rates.bare)} requests/s; rounds ${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
  )
}

const TOPICS = ['gender', 'teacher-development', 'career-orientation', 'role-models', 'digital-skills', 'school-company-collaboration', 'robotics', 'mentoring']
const COUNTRIES = ['DK', 'NL', 'FR', 'ES', 'HU', 'FI', 'SE', 'IE']
const WORDS = ['school', 'sci', 'technology', 'girls', 'company', 'teach', 'network', 'students']
const pairs = (a: string[], b: string[], path: (one: string, two: string) => string) => a.flatMap((one) => b.map((two) => path(one, two)))
const LISTS = [
  ...Array.from({ length: 20 }, (_, page) => `/practices?page=${page + 2}`),
  ...Array.from({ length: 20 }, (_, page) => `/practices?page=${page + 2}&sort=newest`),
  ...TOPICS.map((topic) => `/practices?topic=${topic}`),
  ...COUNTRIES.map((country) => `/practices?country=${country}`),
  ...pairs(TOPICS, COUNTRIES, (topic, country) => `/practices?country=${country}&topic=${topic}`),
]
const SEARCHES = [
  ...WORDS.map((word) => `/practices?q=${word}`),
  ...pairs(WORDS, WORDS, (one, two) => `/practices?q=${one}+${two}`),
  ...pairs(WORDS, TOPICS, (word, topic) => `/practices?q=${word}&topic=${topic}`),
]

/** Times of all lists and searches at `count` practices, in a system whose memory is empty. */
async function timesAt(dataDir: string, count: number): Promise<{ lists: number[]; searches: number[]; site: number[] }> {
  const system = await startSystem({ port: 0, dataDir, adapt })
  try {
    const origin = await system.direct('stem-gateway')
    await times(origin, ['/search?q=warm', '/about', '/practices/jet-net-technet-jntn', '/practices?topic=physics'])
    const found = { lists: await times(origin, LISTS), searches: await times(origin, SEARCHES), site: await times(origin, [...SITE_SEARCHES]) }
    const show = (values: number[]) => `p50 ${percentile(values, 0.5).toFixed(0)} ms, p95 ${percentile(values, 0.95).toFixed(0)} ms`
    console.log(
      `  ${count.toLocaleString('en')} practices: ${LISTS.length} lists ${show(found.lists)}; ${SEARCHES.length} searches ${show(found.searches)}; ${SITE_SEARCHES.length} over everything ${show(found.site)}`,
    )
    return found
  } finally {
    await system.stop()
  }
}

async function growTo(dataDir: string, count: number): Promise<void> {
  const system = await startSystem({ port: 0, dataDir, adapt })
  try {
    await grow(await system.database('content'), count)
    await growSearch(await system.database('content', 'SEARCH'), count)
  } finally {
    await system.stop()
  }
}

/** Measures pages: lists and searches as the number of practices grows, and pages against bare Workers. */
async function benchPages(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stem-bench-'))
  try {
    await growTo(dataDir, FEW)
    const few = await timesAt(dataDir, FEW)
    await growTo(dataDir, MANY)
    const many = await timesAt(dataDir, MANY)
    tell('list of 100,000 practices against 1,000, p95', percentile(many.lists, 0.95) / percentile(few.lists, 0.95), 3, false, '')
    tell('search in 100,000 practices against 1,000, p95', percentile(many.searches, 0.95) / percentile(few.searches, 0.95), 3, false, '')
    tell('search over everything in 100,000 documents against 1,000, p95', percentile(many.site, 0.95) / percentile(few.site, 0.95), 3, false, '')
    const system = await startSystem({ port: 0, dataDir, adapt })
    try {
      const { results } = await (
        await system.database('content')
      )
        .prepare("SELECT slug FROM published WHERE type = 'practice' AND item_id LIKE '%-%' LIMIT 99000")
        .all<{ slug: string }>()
      let at = 0
      const next = () => `/practices/${results[at++]?.slug ?? ''}`
      const sample = '/practices/jet-net-technet-jntn'
      await beside(system, 'a cached page against a bare Worker', 0.7, () => '/practices', '/practices')
      await beside(system, 'an uncached page against a bare Worker', 0.15, next, sample)
      await beside(system, 'an uncached page against a bare Worker that asks a database once', 0.15, next, sample, '/database')
    } finally {
      await system.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

const PARTS = { pages: benchPages, campaigns: benchCampaigns }
const wanted = process.argv.slice(2)
const stranger = wanted.find((part) => !Object.keys(PARTS).includes(part))
if (stranger !== undefined) throw new Error(`There is no part "${stranger}". Choose of: ${Object.keys(PARTS).join(', ')}.`)
build()
for (const [name, bench] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) await bench()
if (!gates.met) process.exitCode = 1
