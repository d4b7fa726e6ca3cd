import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, visit } from './chromium.ts'
import { EVERY_PAGE } from './site-pages.ts'

const origin = inject('origin')
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
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
  it.each(EVERY_PAGE)('%s', async (page) => {
    const violations = await visit(browser, origin + page, { ...view, bypassCSP: true }, async (tab) => {
      await tab.evaluate(axe)
      const results = await tab.evaluate(
        (tags) =>
          (globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<AxeResults> } }).axe.run(document, {
            runOnly: tags,
            resultTypes: ['violations'],
          }),
        RULES,
      )
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    })
    expect(violations).toEqual([])
  })
})
