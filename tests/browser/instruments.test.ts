import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSystem, type System } from '@stem/infra/start/system'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, putPeople } from '../journeys/people.ts'
import { launch } from './chromium.ts'
import { mailTo, somebody } from './people.ts'

let system: System
let browser: Browser
let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stem-instruments-'))
  system = await startSystem({ port: 0, dataDir })
  browser = await launch()
  await putPeople(system, 900, 2, { role: 'secretariat-officer', scope: 'coalition' })
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** A member of the secretariat, signed in with a passkey a moment ago. */
async function officer(number: number, options: BrowserContextOptions = {}) {
  const who = await somebody(browser, options)
  const [name = '', value = ''] = cookieOf(number).split(/=(.*)/s)
  await who.page.context().addCookies([{ name, value, url: system.origin.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Lax' }])
  return who
}

const ASKER = 'canary@min.example'

/** Asks for a taskforce as a program of the ministry would; the case it became. */
async function ask(): Promise<{ id: string; reference: string }> {
  const answer = await fetch(`${system.origin}/api/v1/support-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'f'.repeat(32) },
    body: JSON.stringify({ kind: 'taskforce', name: 'Canary Kask', address: ASKER, organisation: 'Canary ministry', country: 'EE', challenge: 'Canary words' }),
  })
  expect(answer.status).toBe(201)
  const { reference } = (await answer.json()) as { reference: string }
  const db = await system.database('contact-form')
  const row = await db.prepare('SELECT id FROM cases WHERE reference = ?').bind(reference).first<{ id: string }>()
  return { id: row?.id ?? '', reference }
}

/** Everything that content keeps. */
async function everything(): Promise<string> {
  const db = await system.database('content')
  const { results } = await db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'")
    .all<{ name: string }>()
  const tables = await Promise.all(results.map(async ({ name }) => (await db.prepare(`SELECT * FROM "${name}"`).all()).results))
  return JSON.stringify(tables)
}

describe('a request that becomes a taskforce', () => {
  it('is drafted, written, advised, published by a second person without JavaScript, and found by who asked', async () => {
    const { id, reference } = await ask()
    const asker = await somebody(browser, { viewport: { width: 320, height: 640 } })
    const own = (await mailTo(system, ASKER, reference)).links[0] ?? ''

    const first = await officer(900)
    const { page, look } = first
    await page.goto(`${system.origin}/console/requests/${id}`)
    await page.locator('summary', { hasText: 'Turn into' }).click()
    expect(await page.getByLabel('Title of the draft').inputValue()).toBe('Taskforce: Estonia')
    await page.getByRole('button', { name: 'Make draft' }).click()
    await page.getByRole('alert').waitFor()
    await look('turn into, with an error')
    await page.getByRole('radio', { name: 'May be named in public' }).check()
    await page.getByRole('button', { name: 'Make draft' }).click()
    await page.waitForURL(/console\/instruments\/itm_/)
    await look('draft')
    const address = page.url()
    await page.getByRole('link', { name: reference }).waitFor()
    await page.locator('#f-title_en').fill('Girls in physics')
    await page.locator('#f-summary_en').fill('Why so few choose it, and what helped elsewhere.')
    for (const part of ['title', 'summary']) await page.locator(`details:has(#f-${part}_fr) > summary`).click()
    await page.locator('#f-title_fr').fill('Des filles en physique')
    await page.locator('#f-summary_fr').fill('Pourquoi si peu la choisissent, et ce qui a aidé ailleurs.')
    await page.locator('#f-start').fill('2026-11-02')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Readers see it once somebody else publishes it').waitFor()

    await page.getByRole('link', { name: 'Add a recommendation' }).click()
    await page.locator('#f-text_en').fill('Name one contact for every school.')
    await page.getByLabel('Who should act').fill('The ministry of education')
    await page.getByLabel('Until when').fill('2026-11-20')
    await look('new recommendation')
    await page.getByRole('button', { name: 'Add a recommendation' }).click()
    await page.getByRole('link', { name: /Change or follow up/ }).click()
    expect(await page.locator('#f-country').inputValue()).toBe('EE')
    await page.locator('#f-state').selectOption('considered')
    await page.locator('#f-on').fill('2026-11-10')
    await page.locator('#f-source').fill('https://min.example/plan')
    await page.getByRole('button', { name: 'Record' }).click()
    await page.getByText('Saved.').waitFor()
    await look('recommendation')
    await page.goto(address)
    await page.getByText('You made the last change').waitFor()
    await look('instrument')
    await asker.page.goto(own)
    await asker.page.getByText('A taskforce is being prepared.').waitFor()
    await asker.look('being prepared')

    const second = await officer(901, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
    await second.page.goto(`${system.origin}/console/instruments?view=drafts`)
    await second.page.getByRole('link', { name: 'Girls in physics' }).click()
    await second.page.getByRole('button', { name: 'Publish for everybody' }).waitFor()
    expect(await second.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await second.page.getByRole('button', { name: 'Publish for everybody' }).click()
    await second.page.getByText('Published.').waitFor()

    await asker.page.reload()
    await asker.page.getByText('This became:').waitFor()
    await asker.look('became')
    await asker.page.getByRole('link', { name: 'Girls in physics' }).click()
    await asker.page.waitForURL(/taskforces\/girls-in-physics$/)
    const entry = asker.page.locator('main')
    await entry.getByText('Name one contact for every school.').waitFor()
    await entry.getByText('Considered').waitFor()
    await asker.look('on its page')
    expect(await everything()).not.toMatch(/canary/i)
    expect([...first.problems, ...asker.problems]).toEqual([])
  })

  it('is worked on at 320 pixels, in the dark, too', async () => {
    const { page, look, problems } = await officer(901, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
    for (const view of ['?view=overdue', '']) {
      await page.goto(`${system.origin}/console/instruments${view}`)
      await look(`list ${view}`)
    }
    await page.getByRole('link', { name: 'Girls in physics' }).click()
    await page.locator('#f-title_en').waitFor()
    await look('instrument')
    await page.getByRole('link', { name: /Change or follow up/ }).click()
    await page.locator('#f-source').waitFor()
    await look('recommendation')
    expect(problems).toEqual([])
  })
})

describe('practices that nobody looked at', () => {
  it('wait in a queue, and one press says that a practice still holds, also without JavaScript on a phone', async () => {
    const { page, look, problems } = await officer(900)
    await page.goto(`${system.origin}/console/freshness`)
    await look('queue')
    const first = page.locator('main li').first()
    const name = (await first.getByRole('link').textContent()) ?? ''
    await first.getByLabel('Check again by').fill('2020-01-01')
    await first.getByRole('button').click()
    await page.getByRole('alert').waitFor()
    await look('queue, with an error')

    const phone = await officer(900, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
    await phone.page.goto(`${system.origin}/console/freshness`)
    await phone.page.locator('main li').first().getByRole('button').click()
    await phone.page.getByText('It is noted, with your name').waitFor()
    expect(await phone.page.locator('main li').first().getByRole('link').textContent()).not.toBe(name)
    expect(problems).toEqual([])
  })
})
