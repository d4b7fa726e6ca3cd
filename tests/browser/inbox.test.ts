import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SECRETARIAT, startSystem, type System } from '@stem/infra/start/system'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './chromium.ts'
import { signIn, somebody, type Somebody } from './people.ts'

const NARROW = { width: 320, height: 640 }
const MOST_STEPS = 120

let system: System
let browser: Browser
let dataDir = ''
let officer: Somebody
const references: string[] = []

/** A request that a program sends. */
async function send(challenge: string, index: number): Promise<string> {
  const answer = await fetch(`${system.origin}/api/v1/support-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `journey-of-the-inbox-${index}` },
    body: JSON.stringify({
      kind: 'roundtable',
      name: `Person ${index}`,
      organisation: 'Ministry of Education, Science, Innovation and Vocational Training of Somewhere',
      address: `p${index}@min.example`,
      country: 'EE',
      challenge,
      language: 'en',
    }),
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  return ((await answer.json()) as { reference: string }).reference
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stem-inbox-'))
  system = await startSystem({ port: 0, dataDir })
  browser = await launch()
  officer = await somebody(browser, { passkeys: true, viewport: NARROW, colorScheme: 'dark' })
  await signIn(system, officer.page, SECRETARIAT)
  await officer.page.goto(`${system.origin}/account/security`)
  await officer.page.getByRole('button', { name: 'Add a passkey' }).click()
  await officer.page.getByText('Added').waitFor()
  await officer.page.goto(`${system.origin}/console/requests`)
  await officer.look('first use')
  await officer.page.getByText('No request yet').waitFor()
  for (const [index, challenge] of ['Mehr Mädchen in die Physik', 'Λιγότερη γραφειοκρατία', 'Teachers for chemistry'].entries())
    references.push(await send(challenge, index))
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** Goes to an element by the tabulator alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('cannot be reached by the keyboard')
}

describe('the inbox', () => {
  it('is worked by keyboard alone, without JavaScript, at 320 pixels: select, assign, undo', async () => {
    const { page } = await somebody(browser, { javaScriptEnabled: false, viewport: NARROW, storageState: await officer.page.context().storageState() })
    await page.goto(`${system.origin}/console/requests`)
    expect(await page.locator('.il > li').count()).toBe(3)
    for (const reference of references.slice(0, 2)) {
      await tabTo(page, page.getByLabel(`Select ${reference}`))
      await page.keyboard.press('Space')
    }
    await tabTo(page, page.getByLabel('With the selected requests'))
    await page.keyboard.type('Assign to me')
    await tabTo(page, page.getByRole('button', { name: 'Apply' }))
    await page.keyboard.press('Enter')
    await page.getByText('2 requests changed').waitFor()
    expect(await page.locator('.tabs').getByText('My desk').textContent()).toBe('My desk2')
    await tabTo(page, page.getByRole('button', { name: 'Undo' }))
    await page.keyboard.press('Enter')
    await page.getByText('2 requests are as they were before').waitFor()
    expect(await page.locator('.tabs').getByText('My desk').textContent()).toBe('My desk0')

    await tabTo(page, page.getByRole('link', { name: 'Select all on this page' }))
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Select none' }).waitFor()
    await tabTo(page, page.getByRole('button', { name: 'Apply' }))
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Choose what to do').waitFor()
    expect(await page.locator('.il :checked').count()).toBe(3)
  })

  it('is searched, narrowed down, and the view kept, on a narrow dark screen and a wide one', async () => {
    const { page, look, problems } = officer
    await page.goto(`${system.origin}/console/requests`)
    await look('list')
    await page.getByRole('searchbox', { name: 'Search requests' }).fill('madchen PHYSIK')
    await page.getByRole('searchbox', { name: 'Search requests' }).press('Enter')
    await page.getByText('1 result').waitFor()
    await look('found')
    expect(await page.locator('.il .ref').allTextContents()).toEqual([references[0]])
    await page.goto(`${system.origin}/console/requests?view=all&country=EE`)
    await page.getByText('Save this view').first().click()
    await page.getByLabel('Name of the view').fill('Requests from Estonia')
    await page.getByRole('button', { name: 'Save this view' }).click()
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Requests from Estonia' }).waitFor()
    await look('saved view')
    await page.getByRole('link', { name: /Remove filter/ }).click()
    await page.getByText('Filter', { exact: true }).click()
    await page.getByLabel('Kind').selectOption('question')
    await look('filters')
    await page.getByRole('button', { name: /Filter “/ }).click()
    await page.getByText('Nothing matches these filters').waitFor()
    await look('no match')
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${system.origin}/console/requests?tick=all`)
    await page.getByLabel('With the selected requests').selectOption('state:triage')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('3 requests changed').waitFor()
    await look('changed')
    await page.goto(`${system.origin}/console/search?q=chemistry`)
    await page.getByRole('link', { name: /Search requests for/ }).click()
    await page.getByText('1 result').waitFor()
    expect(problems).toEqual([])
  })
})
