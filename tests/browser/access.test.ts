import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, visit } from './chromium.ts'
import { axeFindings } from './judge.ts'
import { PAGES_IN_SOME_LANGUAGES } from './site-pages.ts'

const origin = inject('origin')
const VIEWS: Record<string, BrowserContextOptions> = {
  'wide and light': { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  'narrow and dark': { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
}

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe.each(Object.entries(VIEWS))('axe finds nothing, %s', (_name, view) => {
  it.each(PAGES_IN_SOME_LANGUAGES)('%s', async (page) => {
    const violations = await visit(browser, origin + page, { ...view, bypassCSP: true }, axeFindings)
    expect(violations).toEqual([])
  })
})
