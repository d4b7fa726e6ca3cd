import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SECRETARIAT, startSystem, type System } from '@stem/infra/start/system'
import { encode } from 'fast-png'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './chromium.ts'
import { asSlowAsPeople, mailTo, signIn, somebody } from './people.ts'

let system: System
let browser: Browser
let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stem-files-'))
  system = await startSystem({ port: 0, dataDir })
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const PLAN = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const plan = (name: string) => ({ name, mimeType: 'application/pdf', buffer: PLAN })
const chart = { name: 'chart.png', mimeType: 'image/png', buffer: Buffer.from(encode({ width: 8, height: 8, data: new Uint8Array(256).fill(120) })) }
const page = { name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<!doctype html><script>document.title="ran"</script>') }

/** Saves the file behind a link; gives its name and its bytes. */
async function saved(own: Page, name: string) {
  const [download] = await Promise.all([own.waitForEvent('download'), own.getByRole('link', { name }).click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

describe('files', () => {
  it('come with a request without JavaScript, are seen and saved by both sides, and go back with the reply', async () => {
    const asker = await somebody(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    const own = asker.page
    await own.goto(`${system.origin}/support/request?kind=question`)
    const begin = Date.now()
    await own.getByRole('button', { name: 'Continue' }).click()
    await own.getByLabel('Your name').fill('Anna Kask')
    await own.getByLabel('E-mail address').fill('files@min.example')
    await own.getByRole('button', { name: 'Continue' }).click()
    await own.getByLabel('The question you want answered').fill('How do we get more girls into physics?')
    await own.getByLabel('Attach files').setInputFiles([plan('Σχέδιο.pdf'), page])
    await own.getByRole('button', { name: 'Continue' }).click()
    await own.getByRole('alert').getByText('none of the kinds').waitFor()
    expect(await own.getByLabel('The question you want answered').inputValue()).toContain('physics')
    await own.getByRole('listitem').filter({ hasText: 'Σχέδιο.pdf' }).waitFor()
    await own.getByLabel('Attach files').setInputFiles([chart])
    await own.getByRole('button', { name: 'Continue' }).click()
    await own.getByRole('button', { name: 'Remove chart.png' }).click()
    await own.getByText('chart.png').waitFor({ state: 'detached' })
    await own.getByText('Σχέδιο.pdf').waitFor()
    await asSlowAsPeople(begin)
    await own.getByRole('button', { name: 'Send request' }).click()
    await own.getByRole('heading', { name: 'We received your request' }).waitFor()
    const link = (await mailTo(system, 'files@min.example', 'received')).links[0] ?? ''
    await own.goto(link)
    expect(await saved(own, 'Σχέδιο.pdf')).toEqual({ name: 'Σχέδιο.pdf', bytes: PLAN })

    const officer = await somebody(browser, { passkeys: true })
    const desk = officer.page
    await signIn(system, desk, SECRETARIAT)
    await desk.goto(`${system.origin}/account/security`)
    await desk.getByRole('button', { name: 'Add a passkey' }).click()
    await desk.getByText('Added').waitFor()
    await desk.goto(`${system.origin}/console/requests`)
    await desk
      .getByRole('main')
      .getByRole('link', { name: /question/i })
      .click()
    await desk.getByText('Not checked for viruses').waitFor()
    expect((await saved(desk, 'Σχέδιο.pdf')).bytes).toEqual(PLAN)
    await desk.getByRole('button', { name: 'Write a reply' }).click()
    await desk.getByLabel('Message', { exact: true }).fill('Here is what others did.')
    await desk.getByLabel('Attach files').setInputFiles([plan('briefing.pdf')])
    await officer.look('reply with a file')
    await desk.getByRole('button', { name: 'Send reply' }).click()
    await desk.getByRole('link', { name: 'briefing.pdf' }).waitFor()
    await officer.look('desk with files')

    const seen = await somebody(browser, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
    await seen.page.goto(link)
    await seen.look('tracking with files')
    expect((await saved(seen.page, 'briefing.pdf')).name).toBe('briefing.pdf')
    await seen.page.getByLabel('Attach files').setInputFiles([page])
    await seen.page.getByRole('button', { name: 'Send message' }).click()
    await seen.page.getByRole('alert').waitFor()
    await seen.look('tracking with a refused file')
    expect([...officer.problems, ...seen.problems]).toEqual([])
  })

  it('are handed out without a look at cookies, and over the wire with every guard', async () => {
    const database = await system.database('contact-form')
    const row = await database.prepare("SELECT id FROM files WHERE state = 'kept'").first<{ id: string }>()
    const unknown = await fetch(`${system.origin}/fr/files/${row?.id}?until=1900000000000&token=${'0'.repeat(64)}`)
    expect([unknown.status, unknown.headers.get('content-language'), unknown.headers.get('cache-control')]).toEqual([404, 'fr', 'no-store, private'])
    const link = (await mailTo(system, 'files@min.example', 'received')).links[0] ?? ''
    const html = await (await fetch(link)).text()
    const href = (/href="(\/files\/[^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
    const answer = await fetch(system.origin + href, { headers: { cookie: '__Host-session=broken' } })
    expect([answer.status, Buffer.from(await answer.arrayBuffer())]).toEqual([200, PLAN])
    for (const [name, value] of [
      ['content-type', 'application/pdf'],
      ['x-content-type-options', 'nosniff'],
      ['content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'"],
      ['cross-origin-resource-policy', 'same-origin'],
      ['cache-control', 'no-store, private'],
    ] as const)
      expect(answer.headers.get(name), name).toBe(value)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const embedded = await fetch(system.origin + href, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' } })
    expect(embedded.status).toBe(403)
  })

  it('of twenty-five megabytes come through the door, and more is told in words', async () => {
    const form = new FormData()
    const fields = { key: 'e'.repeat(32), kind: 'question', name: 'A', address: 'a@min.example', challenge: 'Large files', step: 'challenge', go: 'on' }
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const part = Math.floor((25 * 1024 * 1024) / 3)
    for (let index = 0; index < 4; index++)
      form.append('files', new Blob([PLAN.subarray(0, 9), new Uint8Array(part - PLAN.length).fill(32 + index), PLAN.subarray(9)]), `large-${index}.pdf`)
    const told = await fetch(`${system.origin}/support/request`, { method: 'POST', body: form, headers: { origin: system.origin } })
    expect(told.status).toBe(413)
    form.delete('files')
    for (let index = 0; index < 3; index++)
      form.append('files', new Blob([PLAN.subarray(0, 9), new Uint8Array(part - PLAN.length).fill(32 + index), PLAN.subarray(9)]), `large-${index}.pdf`)
    form.append('files', new Blob([PLAN, '%%EOF']), 'one-too-much.pdf')
    const answer = await fetch(`${system.origin}/support/request`, { method: 'POST', body: form, headers: { origin: system.origin } })
    const html = await answer.text()
    expect([answer.status, html.includes('large-2.pdf'), html.includes('more than 25 MB'), html.includes('Large files')]).toEqual([422, true, true, true])
  })
})
