import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSystem, type System } from '@stem/infra/start/system'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, putPeople } from '../journeys/people.ts'
import { launch } from './chromium.ts'
import { mailTo, somebody } from './people.ts'

const SHOTS = process.env['SHOTS']
let system: System
let browser: Browser
let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stem-composer-'))
  system = await startSystem({ port: 0, dataDir })
  browser = await launch()
  await putPeople(system, 910, 2, { role: 'secretariat-officer', scope: 'coalition' })
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
  const look = async (place: string) => {
    if (SHOTS !== undefined) await who.page.screenshot({ path: `${SHOTS}/${place.replaceAll(' ', '-')}.png`, fullPage: true })
    await who.look(place)
  }
  return { ...who, look }
}

const SUBJECT = 'What worked in schools this autumn'
let address = ''

describe('an issue of the newsletter', () => {
  it('is composed from what is published, looked at, sent as a test and handed over', async () => {
    const { page, look, problems } = await officer(910)
    await page.goto(`${system.origin}/console/newsletter`)
    await look('no issue')
    await page.getByLabel('New issue').fill('Autumn 2026')
    await page.getByRole('button', { name: 'Begin an issue' }).click()
    await page.waitForURL(/cmp_/)
    address = page.url()
    await page.locator('#f-subject-en').fill(SUBJECT)
    await page.locator('#f-preheader-en').fill('One practice worth copying, and where we meet next.')
    await page.locator('#f-kind').selectOption('text')
    await page.getByRole('button', { name: 'Save and add' }).click()
    const text = page.locator('textarea[name$="-en"]').first()
    await text.fill('Dear reader,\n\nsee what members [have tried](/practices), or [go wrong](javascript:alert(1)).')
    await page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await page.getByRole('alert').waitFor()
    await look('refused link')
    await text.fill(
      'Dear reader,\n\nsee what members [have tried](/practices). Autumn brought more of it than any season before: schools opened their workshops, and companies came in.',
    )
    for (const kind of ['quote', 'image', 'button', 'heading']) {
      await page.locator('#f-kind').selectOption(kind)
      await page.getByRole('button', { name: 'Save and add' }).click()
      await page
        .locator('legend', { hasText: new RegExp(`\\. ${{ quote: 'Quote', image: 'Picture', button: 'Button', heading: 'Heading' }[kind]}$`) })
        .waitFor({ state: 'attached' })
    }
    await page.locator('textarea[name^="words-"][name$="-en"]').fill('We did not copy it. We asked why it works, and began there.')
    await page.locator('input[name^="who-"][name$="-en"]').fill('A ministry of education')
    await page.locator('fieldset', { hasText: 'Picture of this site' }).locator('input[name^="url-"]').fill('/og/site.png')
    await page.locator('input[name^="label-"][name$="-en"]').fill('See all practices')
    await page.locator('fieldset', { hasText: 'Where it leads' }).locator('input[name^="url-"]').fill('/practices')
    await page.locator('input[name^="text-"][name$="-en"]').fill('From the members')
    await page.getByRole('button', { name: 'Save and take in what is published' }).first().click()
    await page.getByLabel('Search in what is published').fill('Jet-Net')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await look('items')
    await page
      .getByRole('button', { name: /^Take in: Jet-Net/ })
      .first()
      .click()
    await page.waitForURL(/saved=yes/)
    await look('issue')
    await page.getByRole('link', { name: 'Audience' }).click()
    await page.getByText('Reaches 0 readers').waitFor()
    await look('audience')
    await page.getByRole('link', { name: 'Preview and check' }).click()
    await page.getByText('A picture has no words').waitFor()
    await look('not yet')
    await page.getByRole('link', { name: 'Content', exact: true }).click()
    await page.locator('input[name^="alt-"][name$="-en"]').fill('The countries of the coalition as tiles')
    await page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await page.getByText('Saved.').waitFor()
    await page.getByRole('link', { name: 'Preview and check' }).click()
    await page.frameLocator('iframe').getByRole('heading', { name: SUBJECT }).waitFor()
    for (const shape of ['Phone', 'Dark', 'Plain text', 'Desktop']) {
      await page.getByRole('link', { name: shape, exact: true }).click()
      await page.waitForURL(/shape=/)
      await page.waitForLoadState('networkidle')
      await look(`preview ${shape}`)
    }
    await page.getByRole('button', { name: 'Send the test' }).click()
    await page.getByText('The test is on its way to you.').waitFor()
    const mail = await mailTo(system, 'p910@stem.example', SUBJECT)
    expect(mail.subject).toBe(`Test: ${SUBJECT}`)
    await page.getByRole('button', { name: 'Hand over for release' }).click()
    await page.getByText('Handed over.').waitFor()
    await look('handed over')
    expect(problems).toEqual([])
  })

  it('is changed at 320 pixels, without JavaScript, and keeps what two people wrote', async () => {
    const other = await officer(911, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false, bypassCSP: false })
    await other.page.goto(address)
    await other.page.getByText('waits to be released').waitFor()
    expect(await other.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    const first = await officer(910, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
    await first.page.goto(address)
    await first.look('issue 320 dark')
    await first.page.locator('#f-preheader-en').fill('Written by the first.')
    await first.page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await first.page.getByText('Saved.').waitFor()
    await other.page.locator('#f-preheader-en').fill('Written by the second.')
    await other.page.getByRole('button', { name: /^Move up: 2/ }).click()
    await other.page.getByText('saved this issue meanwhile').waitFor()
    const page = await other.page.content()
    expect([page.includes('Written by the first.'), await other.page.locator('#f-preheader-en').inputValue()]).toEqual([true, 'Written by the second.'])
    await other.page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await other.page.getByText('Saved.').waitFor()
    await other.page.getByRole('link', { name: 'Preview and check' }).click()
    const picture = other.page.frameLocator('iframe').getByRole('img', { name: 'The countries of the coalition as tiles' })
    await picture.waitFor()
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    for (const step of ['Audience', 'Preview and check']) {
      await first.page.getByRole('link', { name: step }).click()
      await first.look(`${step} 320 dark`)
    }
    expect(first.problems).toEqual([])
  })

  it('stands in the archive once it was sent, for everybody, in every language', async () => {
    const id = address.split('/').at(-1)?.split('?')[0] ?? ''
    const db = await system.database('newsletter')
    await db.prepare("UPDATE campaigns SET state = 'finished', started_at = ?2, finished_at = ?2 WHERE id = ?1").bind(id, Date.now()).run()
    const { page } = await officer(910)
    await page.goto(`${system.origin}/console/newsletter/${id}/check`)
    await page.getByRole('button', { name: 'Put into the archive' }).click()
    await page.getByText('It stands in the public archive.').waitFor()
    const visitor = await somebody(browser, { viewport: { width: 320, height: 640 } })
    const look = async (place: string) => {
      if (SHOTS !== undefined) await visitor.page.screenshot({ path: `${SHOTS}/${place.replaceAll(' ', '-')}.png`, fullPage: true })
      await visitor.look(place)
    }
    await visitor.page.goto(`${system.origin}/newsletter`)
    await visitor.page.getByRole('link', { name: 'Earlier issues' }).click()
    await look('archive')
    await visitor.page.getByRole('link', { name: SUBJECT }).click()
    await visitor.page.getByRole('heading', { name: SUBJECT }).waitFor()
    await look('archived issue')
    await visitor.page.goto(visitor.page.url().replace('/newsletter', '/fr/newsletter'))
    await visitor.page.getByText('anglais').waitFor()
    await look('archived issue in French')
    expect(visitor.problems).toEqual([])
  })
})
