import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SECRETARIAT, startSystem, type System } from '@stem/infra/start/system'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch } from './chromium.ts'
import { mailTo, signIn, somebody, type Somebody } from './people.ts'

const ANNA = 'anna@min.example'
let system: System
let browser: Browser
let dataDir = ''
let officer: Somebody
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stem-mail-in-'))
  system = await startSystem({ port: 0, dataDir, seed: false })
  browser = await launch()
  officer = await somebody(browser, { passkeys: true })
  await signIn(system, officer.page, SECRETARIAT)
  await officer.page.goto(`${system.origin}/account/security`)
  await officer.page.getByRole('button', { name: 'Add a passkey' }).click()
  await officer.page.getByText('Added').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await system?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** Sends the short form, as a program that knows its fields. */
const ask = () =>
  fetch(`${system.origin}/api/v1/support-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomBytes(16).toString('hex') },
    body: JSON.stringify({ kind: 'question', name: 'Anna Kask', address: ANNA, country: 'EE', challenge: 'How do we join?', language: 'en' }),
  })

it('a mail is answered in the mailbox, stands in the case, and what may belong to it is kept apart', async () => {
  const asked = await ask()
  expect([asked.status, asked.ok ? '' : await asked.text()]).toEqual([201, ''])
  const receipt = await mailTo(system, ANNA, 'We received')
  const anna = await somebody(browser, { javaScriptEnabled: true, viewport: { width: 320, height: 800 } })
  await anna.page.goto(`${system.mailbox.origin}/messages/${receipt.id}`)
  await anna.page.getByLabel('Your answer').fill('We have two schools in mind.')
  await anna.look('mail')
  await anna.page.getByRole('button', { name: `Reply as ${ANNA}` }).click()
  await anna.page.getByRole('status').waitFor()
  await anna.page.goto(`${system.mailbox.origin}/incoming`)
  await anna.look('incoming')
  const replyTo = receipt.headers.find(([name]) => name === 'reply-to')?.[1] ?? ''
  await anna.page.getByLabel('Delivered to').fill(replyTo)
  await anna.page.getByRole('button', { name: 'Send' }).click()
  await anna.page.getByText('handed to the site').waitFor()
  expect(anna.problems).toEqual([])

  const { page } = officer
  await page.goto(`${system.origin}/console/requests`)
  await page.getByRole('link', { name: 'A question: Anna Kask' }).click()
  await page.getByText('We have two schools in mind.').waitFor()
  await page.getByText('by mail').waitFor()
  await page.getByText('Earlier mails, as quoted in this one').click()
  await officer.look('case')
  await page.goto(`${system.origin}/console/requests`)
  await page.getByRole('link', { name: 'A question: A question' }).click()
  await page.getByText('This may belong to another request').waitFor()
  await officer.look('possible')
  await page.getByRole('button', { name: 'Keep apart' }).click()
  await page.getByText('How do we join?').waitFor()
  expect(await page.getByText('This may belong to another request').count()).toBe(0)
  expect(officer.problems).toEqual([])
})
