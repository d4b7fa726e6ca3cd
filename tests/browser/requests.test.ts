import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SECRETARIAT, startSystem, type System } from '@stem/infra/start/system'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './chromium.ts'
import { mailTo, signIn, somebody, type Somebody } from './people.ts'

let system: System
let browser: Browser
let dataDir = ''
let officer: Somebody
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stem-requests-'))
  system = await startSystem({ port: 0, dataDir })
  browser = await launch()
  officer = await somebody(browser, { passkeys: true })
  await signIn(system, officer.page, SECRETARIAT)
  await officer.page.goto(`${system.origin}/account/security`)
  await officer.page.getByRole('button', { name: 'Add a passkey' }).click()
  await officer.page.getByText('Added').waitFor()
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const ASKER = 'anna@min.example'

/** Goes through the whole form. */
async function request(page: Page, address: string, look: (place: string) => Promise<void> = async () => undefined): Promise<string> {
  await page.goto(`${system.origin}/support/request`)
  await look('kind')
  await page.getByRole('radio', { name: 'Taskforce' }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('alert').waitFor()
  await look('errors')
  await page.getByLabel('Your name').fill('Anna Kask')
  await page.getByLabel('E-mail address').fill(address)
  await page.getByLabel('Country').selectOption('EE')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('The question you want answered').fill('How do we get more girls into physics?')
  await look('challenge')
  await page.getByRole('button', { name: 'Back' }).click()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Anna Kask')
  await page.getByRole('button', { name: 'Continue' }).click()
  expect(await page.getByLabel('The question you want answered').inputValue()).toContain('physics')
  await page.getByRole('button', { name: 'Continue' }).click()
  await look('check')
  await page.getByRole('button', { name: 'Send request' }).click()
  await page.getByRole('heading', { name: 'We received your request' }).waitFor()
  await look('received')
  return (await page.locator('.mono').textContent()) ?? ''
}

describe('a request for support', () => {
  it('is asked, acknowledged, answered, worked on and closed, and an internal note reaches nobody', async () => {
    const asker = await somebody(browser, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
    const reference = await request(asker.page, ASKER, asker.look)
    await asker.page.goto((await mailTo(system, ASKER, reference)).links[0] ?? '')
    await asker.look('tracking')

    const { page, look } = officer
    await page.goto(`${system.origin}/console/requests`)
    await look('desk list')
    await page.goto(`${system.origin}/console/requests/promises`)
    await page.getByRole('heading', { name: 'At risk' }).waitFor()
    await look('promises')
    await page.goBack()
    await page
      .getByRole('main')
      .getByRole('link', { name: /Taskforce/ })
      .click()
    await look('desk')
    await page.getByRole('button', { name: 'Take it' }).click()
    await page.getByRole('button', { name: 'Leave it to others' }).waitFor()
    await page.getByLabel('Note', { exact: true }).fill('CANARY for colleagues')
    await page.getByRole('button', { name: 'Add note' }).click()
    await page.locator('.msg.int').waitFor()
    await page.getByLabel('Message', { exact: true }).fill('Which age groups?')
    await page.getByLabel('Then set status').selectOption('waiting')
    await page.getByRole('button', { name: 'Send reply' }).click()
    await page.locator('.cb').getByText('Waiting').waitFor()
    await look('desk with note')

    const mail = await mailTo(system, ASKER, 'answer')
    expect(mail.text + mail.html).not.toMatch(/CANARY|age groups/)
    await asker.page.goto(mail.links[0] ?? '')
    await asker.page.getByText('Your turn').waitFor()
    expect(await asker.page.content()).not.toContain('CANARY')
    await asker.page.getByLabel('Your answer').fill('12 to 15')
    await asker.page.getByRole('button', { name: 'Send answer' }).click()
    await asker.page.getByText('In progress').waitFor()

    await page.reload()
    await page.getByText('12 to 15').waitFor()
    await page.getByLabel('State').selectOption('closed')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.cb').getByText('Closed').waitFor()
    await asker.page.reload()
    await asker.page.getByRole('radio', { name: 'Very well' }).check()
    await asker.page.getByRole('button', { name: 'Tell us' }).click()
    await asker.page.getByText('Thank you').waitFor()
    await asker.look('closed')
    expect([...officer.problems, ...asker.problems]).toEqual([])
  })

  it('is asked without JavaScript', async () => {
    const { page } = await somebody(browser, { javaScriptEnabled: false })
    expect(await request(page, 'plain@min.example')).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
  })

  it.each([
    ['fr', 'Continuer'],
    ['el', 'Συνέχεια'],
  ])('speaks %s on every step', async (locale, on) => {
    const { page, look, problems } = await somebody(browser, { viewport: { width: 320, height: 640 } })
    await page.goto(`${system.origin}/${locale}/support/request?kind=question`)
    await page.getByRole('button', { name: on }).click()
    await page.locator('#f-name').fill('Anna')
    await page.locator('#f-address').fill(`anna-${locale}@min.example`)
    await page.getByRole('button', { name: on }).click()
    await page.locator('#f-challenge').fill('?')
    await page.getByRole('button', { name: on }).click()
    await look('check')
    await page.locator('button[value=send]').click()
    await page.waitForURL(/received/)
    const mail = await mailTo(system, `anna-${locale}@min.example`, '')
    expect(mail.headers.find(([name]) => name === 'content-language')?.[1]).toBe(locale)
    expect(problems).toEqual([])
  })
})
