import { brotliCompressSync, constants } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch } from './chromium.ts'
import { EVERY_PAGE, PAGES_IN_SOME_LANGUAGES } from './site-pages.ts'

const origin = inject('origin')
const HTML_BYTES = 14_000
const VISIT_BYTES = 60 * 1024
const REQUESTS = 6

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const brotli = (bytes: Uint8Array): number => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length

describe.each(EVERY_PAGE)('%s', (page) => {
  it(`weighs at most ${HTML_BYTES} bytes with its styles and carries no script and no style attribute`, async () => {
    const html = await (await fetch(origin + page)).text()
    expect(brotli(Buffer.from(html))).toBeLessThanOrEqual(HTML_BYTES)
    expect(html.match(/<script(?![^>]*type="application\/ld\+json")/g)).toBeNull()
    expect(html.match(/ style="| on\w+="|javascript:/g)).toBeNull()
  })

  it.runIf(PAGES_IN_SOME_LANGUAGES.includes(page))('asks only this origin, a few times, and leaves nothing behind', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const tab = await context.newPage()
    const asked: string[] = []
    const refused: string[] = []
    let bytes = 0
    tab.on('console', (message) => {
      if (/Content Security Policy|Refused|blocked/i.test(message.text())) refused.push(message.text())
    })
    tab.on('requestfailed', (request) => refused.push(request.url()))
    tab.on('response', async (response) => {
      asked.push(response.url())
    })
    const bodies: Promise<number>[] = []
    tab.on('requestfinished', (request) => {
      bodies.push(
        request.response().then(async (response) => {
          const body = (await response?.body()) ?? Buffer.alloc(0)
          return /font|png|image\/(?!svg)/.test(response?.headers()['content-type'] ?? '') ? body.length : brotli(body)
        }),
      )
    })
    await tab.goto(origin + page, { waitUntil: 'networkidle' })
    for (const size of await Promise.all(bodies)) bytes += size
    const left = await tab.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
    }))
    const cookies = await context.cookies()
    await context.close()
    expect(asked.filter((url) => !url.startsWith(`${origin}/`))).toEqual([])
    expect(refused).toEqual([])
    expect(asked.length).toBeLessThanOrEqual(REQUESTS)
    expect(bytes).toBeLessThanOrEqual(VISIT_BYTES)
    expect(cookies).toEqual([])
    expect(left).toEqual({ local: 0, session: 0, databases: 0 })
  })
})
