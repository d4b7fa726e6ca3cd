import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, visit } from './chromium.ts'
import { EVERY_PAGE, PAGES_IN_SOME_LANGUAGES } from './site-pages.ts'

const origin = inject('origin')
const WIDTHS = [320, 360, 640, 768, 1024, 1280, 1920]
const SOME_WIDTHS = [320, 768, 1280]

/** Ways in which a reader or a language changes the text of a page, each taken back before the next. */
const READERS: Record<string, { change: () => void; undo: () => void }> = {
  'right to left': {
    change: () => {
      document.documentElement.dir = 'rtl'
    },
    undo: () => {
      document.documentElement.dir = 'ltr'
    },
  },
  'with WCAG 1.4.12 text spacing': {
    change: () => {
      const sheet = document.createElement('style')
      sheet.id = 'spacing'
      sheet.textContent = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}'
      document.head.append(sheet)
    },
    undo: () => document.getElementById('spacing')?.remove(),
  },
  'with long words': {
    change: () => {
      for (const heading of document.querySelectorAll('h1')) heading.textContent = 'Ausbildungsplatzvermittlungsstrategien Donaudampfschifffahrt'
      for (const tag of document.querySelectorAll('.tag')) tag.textContent = 'Koulutus- ja yritysyhteistyöverkosto'
    },
    undo: () => undefined,
  },
}

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe('nothing reaches beyond the window at any width', () => {
  it.each(EVERY_PAGE)('%s', async (page) => {
    const found: string[] = []
    await visit(browser, origin + page, { viewport: { width: 320, height: 800 }, bypassCSP: true }, async (tab) => {
      const measure = async (name: string, widths: number[]) => {
        for (const width of widths) {
          await tab.setViewportSize({ width, height: 800 })
          const beyond = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          if (beyond > 0) found.push(`${name} at ${width}: ${beyond}px`)
        }
      }
      await measure('as served', WIDTHS)
      for (const [name, { change, undo }] of PAGES_IN_SOME_LANGUAGES.includes(page) ? Object.entries(READERS) : []) {
        await tab.evaluate(change)
        await measure(name, SOME_WIDTHS)
        await tab.evaluate(undo)
      }
    })
    expect(found).toEqual([])
  })
})

describe('what a finger must hit is large enough', () => {
  it.each(PAGES_IN_SOME_LANGUAGES)('%s', async (page) => {
    const small = await visit(browser, origin + page, { viewport: { width: 360, height: 800 } }, (tab) =>
      tab.evaluate(() =>
        [...document.querySelectorAll('a,button,input,select,summary')]
          .filter((control) => {
            const { width, height } = control.getBoundingClientRect()
            const inText = control.closest('p,td,th,dd,svg,.skip,figcaption') !== null
            const stretched = control.matches('h2 a,h3 a,.rk a')
            return (
              width > 0 && height > 0 && (width < 24 || height < 24) && !inText && !stretched && !control.matches('[type=checkbox],[type=radio],[type=hidden]')
            )
          })
          .map((control) => control.outerHTML.slice(0, 120)),
      ),
    )
    expect(small).toEqual([])
  })
})
