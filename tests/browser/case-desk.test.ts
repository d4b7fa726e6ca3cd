import { randomUUID } from 'node:crypto'
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
  dataDir = await mkdtemp(join(tmpdir(), 'stem-case-desk-'))
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

/** A request that arrives; its reference. */
async function arrive(address: string, challenge: string, language = 'en'): Promise<string> {
  const body = { kind: 'taskforce', name: 'Anna Kask', organisation: 'Ministry of Education', address, country: 'EE', challenge, language }
  const answer = await fetch(`${system.origin}/api/v1/support-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  })
  return ((await answer.json()) as { reference: string }).reference
}

const REQUESTS = '/console/requests'
/** Opens a case from the list; its address. */
async function openCase(page: Page, reference: string): Promise<string> {
  await page.goto(`${system.origin}${REQUESTS}`)
  await page.locator('li', { hasText: reference }).getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: reference }).waitFor()
  return page.url()
}

describe('one request on the desk', () => {
  it('is answered, noted, linked, merged and set back without JavaScript, by keyboard alone, at 320 pixels', async () => {
    const [one, other] = [await arrive('keys@min.example', 'How do we start?'), await arrive('keys@min.example', 'And who pays?')]
    const { page } = await somebody(browser, {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
      storageState: await officer.page.context().storageState(),
    })
    const press = async (name: string | RegExp) => {
      await page.getByRole('button', { name }).first().focus()
      await page.keyboard.press('Enter')
    }
    const type = async (label: string | RegExp, text: string) => {
      await page.getByLabel(label).focus()
      await page.keyboard.type(text)
    }
    await page.goto(`${system.origin}${REQUESTS}/texts/new`)
    await type('Name', 'Which age')
    await type('English', 'Dear {name}, about {reference}')
    await press('Save')
    await page.getByRole('link', { name: 'Which age' }).waitFor()

    const here = await openCase(page, one)
    await press('Write a reply')
    await page.waitForURL(/reply=1/)
    // The form is open and has the focus.
    await page.keyboard.type('Hello. ')
    await page.getByLabel('Text for the reply').focus()
    await page.keyboard.press('ArrowDown')
    await press('Insert')
    await page.getByText('The text was inserted in English').waitFor()
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe(`Hello.\n\nDear Anna Kask, about ${one}`)
    await press('Send reply')
    await page.getByText('Status: Answered').waitFor()
    await type('Note', 'CANARY among us')
    await press('Add note')
    await page.getByText('Internal note, not sent').waitFor()

    await page.getByRole('link', { name: 'Add a link' }).focus()
    await page.keyboard.press('Enter')
    await type('Words of the name', 'jet-net')
    await press(/^Search$/)
    await press(/^Link Jet-Net/i)
    await page.getByRole('button', { name: /^Remove Jet-Net/i }).waitFor()
    await page.goto(here)
    await page
      .getByText(/^Linked: Jet-Net/i)
      .first()
      .waitFor()

    await page.getByRole('link', { name: 'Merge into another request' }).focus()
    await page.keyboard.press('Enter')
    await type('Reference of the other request', other)
    await page.keyboard.press('Enter')
    await press(`Merge into ${other}`)
    await page.getByRole('heading', { name: /From the request of Anna Kask/ }).waitFor()
    expect(await page.content()).toContain('How do we start?')
    await page.goto(here)
    await page.getByText('This request goes on in').waitFor()
    await press(/^Undo Merged into/)
    await page.getByText('Undone: Merged into').first().waitFor()
    expect(await page.getByRole('button', { name: 'Write a reply' }).count()).toBe(1)
    const mail = await mailTo(system, 'keys@min.example', 'answer')
    expect(mail.text + mail.html).not.toMatch(/CANARY|about/)
  })

  it('is split, and somebody takes part by a link of their own who never sees a note', async () => {
    const reference = await arrive('split@min.example', 'First question')
    const asker = await somebody(browser)
    await asker.page.goto((await mailTo(system, 'split@min.example', reference)).links[0] ?? '')
    await asker.page.getByLabel('Message', { exact: true }).fill('Second question')
    await asker.page.locator('button[value=answer]').click()
    await asker.page.getByText('Second question').waitFor()

    const { page } = officer
    const here = await openCase(page, reference)
    await page.getByLabel('Note', { exact: true }).fill('CANARY')
    await page.getByRole('button', { name: 'Add note' }).click()
    await page.getByRole('link', { name: 'Add somebody' }).click()
    await page.getByRole('radio', { name: /expert/i }).check()
    await page.getByLabel('Name').fill('Ben Expert')
    await page.getByLabel('E-mail address').fill('ben@uni.example')
    await page.getByRole('button', { name: 'Add and send the link' }).click()
    await page.getByRole('button', { name: 'Remove Ben Expert' }).waitFor()
    const expert = await somebody(browser, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
    await expert.page.goto((await mailTo(system, 'ben@uni.example', reference)).links[0] ?? '')
    await expert.page.getByText('Your advice is asked for').waitFor()
    await expert.look('participant')
    expect(await expert.page.content()).not.toContain('CANARY')
    await expert.page.getByLabel('Your answer').fill('My advice')
    await expert.page.getByRole('button', { name: 'Send answer' }).click()
    await expert.page.getByText('My advice').waitFor()

    await page.goto(`${here}/split`)
    await page.getByRole('checkbox', { name: /Second question/ }).check()
    await page.getByRole('button', { name: 'Split off' }).click()
    await page.getByText('Split off from').waitFor()
    expect((await mailTo(system, 'split@min.example', 'Part of')).links).toHaveLength(1)
    await page.goto(here)
    await page.getByText('My advice').waitFor()
    await page.getByRole('button', { name: /^Undo 1 message/ }).click()
    await page.getByText('Second question').waitFor()
    expect(expert.problems).toEqual([])
  })

  it('is clean on each of its pages, wide and narrow', async () => {
    const reference = await arrive('look@min.example', 'How do we get more girls into physics?')
    const { page, problems } = officer
    const look = async (place: string) => {
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        await officer.look(`${place} at ${width}`)
      }
    }
    const here = await openCase(page, reference)
    await page.getByRole('button', { name: 'Take it' }).click()
    await page.getByLabel('Note', { exact: true }).fill('Among us')
    await page.getByRole('button', { name: 'Add note' }).click()
    await page.getByText('Internal note, not sent').waitFor()
    await look('case')
    await page.getByRole('button', { name: 'Write a reply' }).click()
    await page.getByLabel('Message', { exact: true }).fill('Dear Anna')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText('What the requester will read').waitFor()
    await look('reply')
    for (const what of ['merge', 'split', 'links?kind=practice&q=girls', 'participants']) {
      await page.goto(`${here}/${what}`)
      await look(what)
    }
    await page.goto(`${here}/merge`)
    await page.locator('.rows a').first().click()
    await page.getByText('Both requests').first().waitFor()
    await look('merge preview')
    await page.goto(`${system.origin}${REQUESTS}/texts`)
    await look('texts')
    await page.goto(`${system.origin}${REQUESTS}/texts/new`)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').waitFor()
    await look('text')
    expect(problems).toEqual([])
  })
})
