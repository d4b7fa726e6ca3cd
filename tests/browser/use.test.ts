import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, visit } from './chromium.ts'
import { PAGES } from './site-pages.ts'

const origin = inject('origin')
let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe('by keyboard alone', () => {
  it('the first stop leads past the header to the content', async () => {
    const focused = await visit(browser, `${origin}/practices`, {}, async (page) => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      return page.evaluate(() => document.activeElement?.id)
    })
    expect(focused).toBe('main')
  })

  it('the language menu opens, leads to the same page in Greek, and Escape gives the focus back', async () => {
    await visit(browser, `${origin}/practices`, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const button = page.locator('button[popovertarget=lang]')
      await button.focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('#lang').isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await page.locator('#lang').isVisible()).toBe(false)
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
      await page.keyboard.press('Enter')
      await page.locator('#lang a[hreflang=el]').focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(`${origin}/el/practices`)
      expect(await page.locator('html').getAttribute('lang')).toBe('el')
    })
  })

  it.each(PAGES)('every stop on %s can be seen and has a ring', async (address) => {
    const hidden = await visit(browser, origin + address, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const problems: string[] = []
      for (let stop = 0; stop < 60; stop++) {
        await page.keyboard.press('Tab')
        const problem = await page.evaluate(() => {
          const element = document.activeElement
          if (element === null || element === document.body) return 'end'
          const { width, height } = element.getBoundingClientRect()
          const ring =
            [element, element.parentElement, element.closest('li')].some((part) => {
              if (part === null) return false
              const { outlineStyle, boxShadow } = getComputedStyle(part)
              return outlineStyle !== 'none' || boxShadow !== 'none'
            }) || element.querySelector('path') !== null
          return width > 0 && height > 0 && ring ? '' : element.outerHTML.slice(0, 120)
        })
        if (problem === 'end') break
        if (problem !== '') problems.push(problem)
      }
      return problems
    })
    expect(hidden).toEqual([])
  })
})

describe('without JavaScript', () => {
  it('a visitor filters practices, removes a filter, and opens one', async () => {
    await visit(browser, `${origin}/practices`, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.fill('input[name=q]', 'jet net')
      await page.locator('main form button').first().click()
      expect(new URL(page.url()).searchParams.get('q')).toBe('jet net')
      expect(await page.locator('main h2').first().textContent()).toMatch(/\d/)
      await page.locator('main .rows a').first().click()
      expect(page.url()).toBe(`${origin}/practices/jet-net-technet-jntn`)
    })
  })

  it('a reader chooses the dark theme, keeps it, and gives it up again', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' })
    const page = await context.newPage()
    await page.goto(`${origin}/about`)
    await page.click('button[name=theme][value=dark]')
    expect(page.url()).toBe(`${origin}/about`)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.goto(`${origin}/practices`)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await page.locator('button[value=dark]').getAttribute('aria-pressed')).toBe('true')
    await page.click('button[name=theme][value=system]')
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull()
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  it('the members of a country are found by map, list and country page alike', async () => {
    await visit(browser, `${origin}/members`, { javaScriptEnabled: false }, async (page) => {
      const listed = await page.locator('main a[href="/countries/dk"]').count()
      expect(listed).toBeGreaterThan(0)
      await page.locator('main h3 a[href="/countries/dk"]').first().click()
      expect(await page.locator('h1').textContent()).toContain('Denmark')
    })
  })
})

describe('on paper', () => {
  it('a country profile is a brief of at most two pages', async () => {
    const sheets = await visit(browser, `${origin}/countries/dk`, {}, async (page) => {
      const pdf = await page.pdf({ format: 'A4', printBackground: true })
      return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
    })
    expect(sheets).toBeGreaterThan(0)
    expect(sheets).toBeLessThanOrEqual(2)
  })
})

describe('in forced colours', () => {
  it.each(['/', '/members', '/countries/dk'])('the picture on %s keeps its parts apart', async (address) => {
    const outlined = await visit(browser, origin + address, { forcedColors: 'active' }, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('.t, .cc, .tag')]
          .filter((part) => part.getBoundingClientRect().width > 0)
          .every((part) => getComputedStyle(part).borderStyle !== 'none'),
      ),
    )
    expect(outlined).toBe(true)
  })
})
