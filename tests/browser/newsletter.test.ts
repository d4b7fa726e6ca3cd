import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSystem, type System } from '@stem/infra/start/system'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, putPeople } from '../journeys/people.ts'
import { launch } from './chromium.ts'
import { mailTo, somebody } from './people.ts'

const SHOTS = process.env['SHOTS']
const AN_HOUR_AGO = 60 * 60_000
const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 320, height: 640 }
const READER = 'rita@ministry.example'
const SUBJECT = 'What worked in schools this autumn'

let system: System
let browser: Browser
let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stem-newsletter-'))
  system = await startSystem({ port: 0, dataDir })
  browser = await launch()
  await putPeople(system, 920, 3, { role: 'secretariat-officer', scope: 'coalition' })
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** A member of the secretariat, signed in with a passkey a moment ago; `lookAtBoth` looks at a page in a wide and in a narrow window. */
async function officer(number: number, options: BrowserContextOptions & { passkeys?: boolean } = {}) {
  const who = await somebody(browser, options)
  const [name = '', value = ''] = cookieOf(number).split(/=(.*)/s)
  await who.page.context().addCookies([{ name, value, url: system.origin.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Lax' }])
  const lookAtBoth = async (place: string) => {
    for (const size of [NARROW, WIDE]) {
      await who.page.setViewportSize(size)
      if (SHOTS !== undefined) await who.page.screenshot({ path: `${SHOTS}/${place.replaceAll(' ', '-')}-${size.width}.png`, fullPage: true })
      await who.look(`${place} ${size.width}`)
    }
  }
  return { ...who, lookAtBoth }
}

/** Asks for the numbers again until a campaign is sent. */
async function untilSent(page: Page): Promise<void> {
  for (let looks = 0; looks < 60 && !(await page.getByText('Sent', { exact: true }).isVisible()); looks++) {
    await page.waitForTimeout(250)
    await page.getByRole('link', { name: 'Count again' }).click()
    await page.getByRole('link', { name: 'Count again' }).waitFor()
  }
}

let address = ''

describe('the newsletter', () => {
  it('is subscribed to, confirmed from the mailbox and adjusted without JavaScript', async () => {
    const { page } = await somebody(browser, { javaScriptEnabled: false, viewport: NARROW })
    await page.goto(`${system.origin}/newsletter`)
    const subscribe = page.getByRole('main').getByRole('button', { name: 'Subscribe' })
    await page.getByLabel('E-mail address').fill(READER)
    await subscribe.click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(READER)
    await page.getByLabel('Strategies and policy').check()
    await page.getByRole('radio', { name: 'Each issue' }).check()
    await page.getByLabel('I agree that').check()
    await subscribe.click()
    await page.waitForURL(/newsletter\/sent/)

    const { links } = await mailTo(system, READER, 'Confirm')
    await page.goto(links[0] ?? '')
    await page.getByRole('button', { name: 'Yes, subscribe me' }).click()
    await page.getByRole('heading', { name: 'You are subscribed' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Your newsletter' }).click()
    expect(await page.getByLabel('Strategies and policy').isChecked()).toBe(true)
    await page.getByLabel('Data and analysis').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
  })

  it('is composed and handed over by one of the secretariat, who cannot release it', async () => {
    const { page, lookAtBoth, problems } = await officer(920)
    await page.goto(`${system.origin}/console/newsletter`)
    await page.getByLabel('New issue').fill('Autumn 2026')
    await page.getByRole('button', { name: 'Begin an issue' }).click()
    await page.waitForURL(/cmp_/)
    address = page.url()
    await page.locator('#f-subject-en').fill(SUBJECT)
    await page.locator('#f-preheader-en').fill('One practice worth copying.')
    await page.locator('#f-kind').selectOption('text')
    await page.getByRole('button', { name: 'Save and add' }).click()
    await page.locator('textarea[name$="-en"]').first().fill('Dear reader,\n\nsee what members [have tried](/practices).')
    await page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await page.getByText('Saved.').waitFor()
    await page.getByRole('link', { name: 'Release and progress' }).click()
    await page.getByText('It is a draft.').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Preview and check' }).last().click()
    await page.getByRole('button', { name: 'Hand over for release' }).click()
    await page.getByText('Handed over.').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Release and progress' }).last().click()
    await page.getByText('You wrote or approved this version, so somebody else releases it.').waitFor()
    expect(await page.getByRole('button', { name: 'Release' }).count()).toBe(0)
    await lookAtBoth('own issue')
    expect(problems).toEqual([])
  })

  it('is released by a second person, who proves who they are again, and arrives with both ways to leave', async () => {
    const { page, lookAtBoth, problems } = await officer(921, { passkeys: true })
    await page.goto(`${system.origin}/account/security`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('Added').waitFor()
    const members = await system.database('members')
    await members
      .prepare("UPDATE sessions SET asserted_at = asserted_at - ?, proved_at = proved_at - ?1 WHERE person_id LIKE 'per_%921'")
      .bind(AN_HOUR_AGO)
      .run()

    await page.goto(`${system.origin}/console/newsletter`)
    await page.getByRole('link', { name: 'Autumn 2026' }).click()
    await page.getByRole('link', { name: 'Release and progress' }).click()
    await page.getByText('It goes to 1 reader').waitFor()
    await lookAtBoth('release')
    await page.getByRole('button', { name: 'Release' }).click()
    await page.waitForURL(/account\/step-up/)
    expect(system.mailbox.messages(READER).filter(({ subject }) => subject === SUBJECT)).toEqual([])
    await page.getByRole('main').getByRole('button').first().click()
    await page.waitForURL(/\/progress\?/)
    await page.getByRole('button', { name: 'Release' }).click()

    const mail = await mailTo(system, READER, SUBJECT)
    const header = (name: string) => mail.headers.find(([key]) => key === name)?.[1].replaceAll(/\r?\n\s+/g, ' ') ?? ''
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(header('list-unsubscribe')).toMatch(/^<http[^>]+>, <mailto:[^>]+>$/)
    expect(mail.text).toContain(`${system.origin}/practices`)
    await untilSent(page)
    const all = page.getByRole('row', { name: /^All/ }).getByRole('cell')
    // Prepared, waiting, being sent, accepted, rejected, left out, unknown.
    expect(await all.allTextContents()).toEqual(['1', '0', '0', '1', '0', '0', '0'])
    await lookAtBoth('progress')
    expect(problems).toEqual([])

    const url = /<(http[^>]+)>/.exec(header('list-unsubscribe'))?.[1] ?? ''
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(answer.status).toBe(200)
    const newsletter = await system.database('newsletter')
    const reader = await newsletter.prepare('SELECT state FROM subscribers WHERE address = ?').bind(READER).first<{ state: string }>()
    expect(reader?.state).toBe('withdrawn')
    expect(system.mailbox.messages(READER).filter(({ subject }) => subject === SUBJECT).length).toBe(1)
    await page.goto(`${system.origin}/console/newsletter`)
    await page.getByRole('link', { name: 'Autumn 2026' }).click()
    await page.waitForURL(`${address.split('?')[0]}/progress`)
  })

  it('has its readers in the console, and one of them is suppressed by one person and released by another', async () => {
    const [asker, releaser] = [await officer(920), await officer(922)]
    await asker.page.goto(`${system.origin}/console/newsletter/people`)
    await asker.page.getByLabel('Find by address').fill(READER.toUpperCase())
    await asker.page.getByRole('button', { name: 'Find' }).click()
    await asker.page.getByRole('heading', { name: READER }).waitFor()
    expect(asker.page.url()).not.toContain('ministry')
    await asker.lookAtBoth('reader')
    await asker.page.locator('#f-suppression').selectOption('hard')
    await asker.page.getByRole('button', { name: 'Suppress the address' }).click()
    await asker.page.getByText('The address is suppressed.').waitFor()
    await asker.page.goto(`${system.origin}/console/newsletter/people?state=withdrawn`)
    await asker.page.getByRole('link', { name: READER }).waitFor()
    await asker.lookAtBoth('readers')
    await asker.page.goto(`${system.origin}/console/newsletter/suppressions`)
    await asker.page.getByText('Ask to lift it').first().click()
    await asker.page.getByRole('button', { name: 'Ask to lift it' }).click()
    await asker.page.getByText('Somebody else releases it now').waitFor()
    await releaser.page.goto(`${system.origin}/console/newsletter/suppressions?list=asked`)
    await releaser.lookAtBoth('suppressions')
    await releaser.page.getByRole('button', { name: 'Release' }).click()
    await releaser.page.waitForURL(/account\/step-up|done=lifted/)
    expect([asker.problems, releaser.problems]).toEqual([[], []])
  }, 120_000)

  it('begins on the home page, and stands in the account of who is signed in', async () => {
    const { page, lookAtBoth, problems } = await officer(920, { javaScriptEnabled: false })
    await page.goto(system.origin)
    await page.getByRole('main').getByLabel('E-mail address').fill('new@ministry.example')
    await page.getByRole('main').getByRole('button', { name: 'Subscribe' }).click()
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('new@ministry.example')
    expect(await page.locator('main input:checked').count()).toBe(0)
    await page.goto(`${system.origin}/account/newsletter`)
    await lookAtBoth('own newsletter')
    await page.getByLabel('Data and analysis').check()
    await page.getByLabel('Each issue').check()
    await page.getByLabel('I agree that').check()
    await page.getByRole('button', { name: 'Subscribe' }).click()
    await page.getByText('The next issue comes to your mailbox').waitFor()
    await page.getByRole('button', { name: 'Leave the newsletter' }).click()
    await page.getByText('Nothing more is sent to you').waitFor()
    expect(problems).toEqual([])
  })
})
