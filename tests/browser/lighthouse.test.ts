import { createServer } from 'node:net'
import lighthouse from 'lighthouse'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launch } from './chromium.ts'

const origin = inject('origin')
const RUNS = 3

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

let browser: Browser
let port: number
beforeAll(async () => {
  port = await freePort()
  browser = await launch(port)
})
afterAll(() => browser.close())

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

it.each(['/', '/members', '/practices', '/countries/dk'])('Lighthouse on a phone, %s', async (page) => {
  const scores: Record<string, number[]> = {}
  const complaints = new Set<string>()
  for (let run = 0; run < RUNS; run++) {
    const report = await lighthouse(origin + page, { port, logLevel: 'error', output: 'json' })
    for (const [name, { score }] of Object.entries(report?.lhr.categories ?? {})) {
      ;(scores[name] ??= []).push(Math.round((score ?? 0) * 100))
    }
    for (const audit of Object.values(report?.lhr.audits ?? {})) {
      if (audit.score === 0 && audit.scoreDisplayMode === 'binary') complaints.add(audit.id)
    }
  }
  const medians = Object.fromEntries(Object.entries(scores).map(([name, values]) => [name, median(values)]))
  const why = [...complaints].join(', ')
  expect(medians['accessibility'], why).toBe(100)
  expect(medians['best-practices'], why).toBe(100)
  expect(medians['seo'], why).toBe(100)
  expect(medians['performance'], why).toBeGreaterThanOrEqual(98)
})
