import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { SECRETARIAT, startSystem, type System } from '@stem/infra/start/system'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './chromium.ts'
import { mailTo, signIn, somebody, type Somebody } from './people.ts'

let system: System
let browser: Browser
let dataDir = ''
let secretariat: Somebody
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stem-members-'))
  system = await startSystem({ port: 0, dataDir })
  browser = await launch()
  secretariat = await somebody(browser, { passkeys: true })
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const MANAGER = 'mette@csl.example'
const EDITOR = 'jens@csl.example'
const logo = () => Buffer.from(encode({ width: 120, height: 80, data: new Uint8Array(120 * 80 * 4).fill(200), channels: 4, depth: 8 }))

describe('the way of an organisation into the coalition', () => {
  it('begins with the secretariat, who signs in from the mailbox and sets up a passkey', async () => {
    const { page, look } = secretariat
    await signIn(system, page, SECRETARIAT)
    await page.getByLabel('Name', { exact: true }).first().fill('Ada Secretary')
    await page.getByRole('button', { name: 'Save' }).click()
    await look('account')
    await page.goto(`${system.origin}/console`)
    expect(page.url()).toContain('/account/step-up')
    await look('step-up')
    await page.getByRole('link', { name: 'Set up a passkey' }).click()
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('Added').waitFor()
    await page.getByRole('button', { name: 'Make ten new codes' }).click()
    await look('security')
    await page.goto(`${system.origin}/console`)
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
    await look('console')
    expect(secretariat.problems).toEqual([])
  })

  it('goes on with an applicant without JavaScript, at 320 pixels', async () => {
    const { page } = await somebody(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await page.goto(`${system.origin}/join`)
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Official name').fill('Centre for STEM Learning')
    await page.getByLabel('Country').selectOption('DK')
    await page.getByLabel('Kind of organisation').selectOption('ministry')
    await page.getByLabel('Website').fill('csl.example.org')
    await page.getByLabel('What it does').fill('We bring schools and companies together.')
    await page.getByLabel('Mandate').fill('A decree')
    await page.getByLabel('Your name').fill('Mette Hansen')
    await page.getByLabel('E-mail address at work').fill(MANAGER)
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByRole('button', { name: 'Send application' }).click()
    const { links } = await mailTo(system, MANAGER, 'Confirm')
    await page.goto(links[0] ?? '')
    await page.getByRole('button', { name: 'Confirm my address' }).click()
    await page.getByText('With the secretariat').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  it('is accepted in the console', async () => {
    const { page, look } = secretariat
    const { links } = await mailTo(system, SECRETARIAT, 'wants to join')
    await page.goto(links[0] ?? '')
    await look('application')
    await page.getByLabel('Message to the applicant').fill('Welcome!')
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByText('Done.').waitFor()
    expect(secretariat.problems).toEqual([])
  })

  it('lets its manager invite a colleague, who edits the profile; two who save at once see both versions', async () => {
    const manager = await somebody(browser)
    await manager.page.goto((await mailTo(system, MANAGER, 'Welcome')).links[0] ?? '')
    await manager.look('invitation')
    await manager.page.getByRole('button', { name: 'Accept' }).click()
    await manager.page.goto((await mailTo(system, MANAGER, 'Sign in')).links[0] ?? '')
    await manager.page.getByRole('main').getByRole('button').click()
    await manager.look('organisations')
    await manager.page.getByRole('main').getByRole('link', { name: 'Centre for STEM Learning' }).click()
    await manager.look('overview')
    await manager.page.getByRole('link', { name: 'People' }).click()
    await manager.page.getByLabel('E-mail address').fill(EDITOR)
    await manager.page.getByRole('radio').first().check()
    await manager.page.getByRole('button', { name: 'Send invitation' }).click()
    await manager.look('people')

    const editor = await somebody(browser, { colorScheme: 'dark', viewport: { width: 320, height: 640 } })
    await editor.page.goto((await mailTo(system, EDITOR, 'invitation')).links[0] ?? '')
    await editor.page.getByRole('button', { name: 'Accept' }).click()
    await editor.page.goto((await mailTo(system, EDITOR, 'Sign in')).links[0] ?? '')
    await editor.page.getByRole('main').getByRole('button').click()
    await editor.page.getByRole('main').getByRole('link', { name: 'Centre for STEM Learning' }).click()
    await editor.page.getByRole('link', { name: 'Edit profile' }).click()
    const address = editor.page.url()
    await manager.page.goto(address)
    await editor.look('profile')
    await editor.page.locator('details:has(#f-description_fr) > summary').click()
    await editor.page.locator('#f-description_fr').fill('Nous réunissons écoles et entreprises.')
    await editor.page.getByRole('button', { name: 'Save draft' }).click()
    await editor.page.getByText('The draft is saved').waitFor()
    await manager.page.locator('#f-since').fill('2014')
    await manager.page.getByRole('button', { name: 'Save draft' }).click()
    await manager.page.getByText('Somebody else saved in the meantime').waitFor()
    expect(await manager.page.getByText('Nous réunissons écoles et entreprises.').count()).toBeGreaterThan(0)
    await manager.look('conflict')
    await editor.page.locator('#f-picture').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo() })
    await editor.page.locator('#f-words').fill('Tiles')
    await editor.page.getByRole('button', { name: 'Upload logo' }).click()
    await editor.page.getByRole('img', { name: 'Tiles' }).waitFor()
    await editor.page.getByRole('button', { name: 'Save and ask for publication' }).click()
    await editor.page.getByText('with the secretariat').first().waitFor()
    await editor.look('submitted')
    expect([...manager.problems, ...editor.problems]).toEqual([])
  })

  it('ends on the public page, in the languages it was written in', async () => {
    const { page, look } = secretariat
    await page.goto(`${system.origin}/console`)
    await page.getByRole('link', { name: 'Centre for STEM Learning' }).first().click()
    await look('review')
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Done.').waitFor()
    await expect
      .poll(async () => (await fetch(`${system.origin}/fr/members/centre-for-stem-learning`)).text(), { timeout: 5000 })
      .toContain('Nous réunissons écoles et entreprises.')
    const visitor = await somebody(browser)
    await visitor.page.goto(`${system.origin}/members/centre-for-stem-learning`)
    expect(await visitor.page.getByRole('img', { name: 'Tiles' }).evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(120)
    await visitor.look('public')
    expect([...secretariat.problems, ...visitor.problems]).toEqual([])
  })
})

describe('the console', () => {
  it.each([
    '/console',
    '/console/organisations?country=DK',
    '/console/search?q=stem',
    '/console/people',
    '/console/audit',
    '/console/roles',
    '/console/mails',
    '/console/merge',
    '/account/data',
    '/account/newsletter',
    '/contacts',
  ])('%s holds nothing that axe finds, wide and at 320 pixels', async (path) => {
    const { page, look, problems } = secretariat
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(system.origin + path)
      await look(`${path} ${width}`)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(problems).toEqual([])
  })

  it('is worked with the keyboard alone', async () => {
    const { page } = secretariat
    await page.goto(`${system.origin}/console/organisations`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/console\/organisations\/org_/)
    const { page: fresh } = await somebody(browser)
    await fresh.goto(`${system.origin}/sign-in`)
    await fresh.getByLabel('E-mail address').focus()
    await fresh.keyboard.type('stranger@stem.example')
    await fresh.keyboard.press('Enter')
    await fresh.waitForURL(/sent/)
    await fresh.getByLabel('Code from the e-mail').focus()
    await fresh.keyboard.type('wrong')
    await fresh.keyboard.press('Enter')
    await fresh.getByRole('alert').waitFor()
  })
})

describe('a person', () => {
  it('signs in again with the passkey, sees everything that is kept, and is forgotten on demand', async () => {
    const { page } = await somebody(browser, { passkeys: true })
    await signIn(system, page, EDITOR)
    await page.goto(`${system.origin}/account/security`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('Added').waitFor()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.goto(`${system.origin}/sign-in?back=/account/data`)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL(/account\/data/)
    await page.getByRole('button', { name: 'Show it' }).click()
    expect(await page.getByRole('main').textContent()).toContain(EDITOR)
    await page.goto(`${system.origin}/account/data`)
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Delete for good' }).click()
    await page.waitForURL(/sign-in\/out/)
    await page.goto(`${system.origin}/account`)
    expect(page.url()).toContain('/sign-in')
    const told = await Promise.all(
      (['content', 'newsletter', 'contact-form'] as const).map(async (service) =>
        (await system.database(service)).prepare('SELECT count(*) AS n FROM erased').first(),
      ),
    )
    expect(told).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }])
  })
})
