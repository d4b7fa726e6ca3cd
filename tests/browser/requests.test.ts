import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SECRETARIAT, startSystem, type System } from '@stem/infra/start/system'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './chromium.ts'
import { asSlowAsPeople, mailTo, signIn, somebody, type Somebody } from './people.ts'

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
/** Moves on with the Tab key alone until `wanted` is focused, and checks that the focus can be seen. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate((selector) => {
      const focused = document.activeElement
      return focused?.matches(selector) === true ? getComputedStyle(focused).outlineStyle : null
    }, wanted)
    if (found === null) continue
    expect(found).not.toBe('none')
    return
  }
  throw new Error(`Tab does not reach ${wanted}`)
}
/** Does what leads to another page, and waits until that is there. */
async function lead(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated'), act()])
  await page.waitForLoadState('load')
}
const press = async (page: Page, button: string): Promise<void> => {
  await tabTo(page, button)
  await lead(page, () => page.keyboard.press('Enter'))
}
const type = async (page: Page, field: string, text: string): Promise<void> => {
  await tabTo(page, `#f-${field}`)
  await page.keyboard.type(text)
}

/** Goes through the whole form, saves it on the way, comes back by the link, and sends it: with the keyboard alone. */
async function request(page: Page, address: string, look: (place: string) => Promise<void> = async () => undefined): Promise<string> {
  await page.goto(`${system.origin}/support/request?kind=taskforce`)
  const begin = Date.now()
  await look('kind')
  await press(page, 'button[value=on]')
  await press(page, 'button[value=on]')
  await page.getByRole('alert').waitFor()
  await look('errors')
  await type(page, 'name', 'Anna Kask')
  await press(page, 'button[value=save]')
  await look('where to send the draft')
  await type(page, 'address', address)
  await press(page, 'button[value=save]')
  await page.getByRole('heading', { name: 'Your draft is saved' }).waitFor()
  await look('saved')
  await page.goto((await mailTo(system, address, 'draft')).links[0] ?? '')
  expect(await page.getByLabel('Your name').inputValue()).toBe('Anna Kask')
  await page.getByLabel('Country').selectOption('EE')
  await press(page, 'button[value=on]')
  await type(page, 'challenge', 'How do we get more girls into physics?')
  await look('challenge')
  await press(page, 'button[value=back]')
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(address)
  await press(page, 'button[value=on]')
  expect(await page.getByLabel('The question you want answered').inputValue()).toContain('physics')
  await press(page, 'button[value=on]')
  await look('check')
  await asSlowAsPeople(begin)
  await press(page, 'button[value=send]')
  await page.getByRole('heading', { name: 'We received your request' }).waitFor()
  await look('received')
  return (await page.locator('main .mono').textContent()) ?? ''
}

describe('a request for support', () => {
  it('is saved, finished, acknowledged, answered, worked on and closed, and an internal note reaches nobody', async () => {
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
    await page.locator('li.msg.int').waitFor()
    await page.getByRole('button', { name: 'Write a reply' }).click()
    await page.getByLabel('Message', { exact: true }).fill('Which age groups?')
    await page.getByLabel('Then set status').selectOption('waiting')
    await page.getByRole('button', { name: 'Send reply' }).click()
    await page.locator('.cb').getByText('Waiting').waitFor()
    await look('desk with note')

    const mail = await mailTo(system, ASKER, 'answer')
    expect(mail.text + mail.html).not.toMatch(/CANARY|age groups/)
    await asker.page.goto(mail.links[0] ?? '')
    await asker.page.getByText('Your turn').waitFor()
    await asker.look('your turn')
    expect(await asker.page.content()).not.toContain('CANARY')
    await type(asker.page, 'body', '12 to 15')
    await press(asker.page, 'button[value=answer]')
    await asker.page.getByText('Your message was sent').waitFor()

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

  it('is asked without JavaScript, its link ended, and a new one mailed', async () => {
    const { page } = await somebody(browser, { javaScriptEnabled: false })
    await page.goto(`${system.origin}/support/request?kind=question`)
    const begin = Date.now()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Your name').fill('Plain')
    await page.getByLabel('E-mail address').fill('plain@min.example')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('The question you want answered').fill('Does it work in a text browser?')
    await page.getByRole('button', { name: 'Continue' }).click()
    await asSlowAsPeople(begin)
    await page.getByRole('button', { name: 'Send request' }).click()
    const reference = (await page.locator('main .mono').textContent()) ?? ''
    expect(reference).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    await page.reload()
    expect(await page.locator('main .mono').textContent()).toBe(reference)
    const old = (await mailTo(system, 'plain@min.example', reference)).links[0] ?? ''
    await page.goto(old)
    await page.getByText('End this link').click()
    await page.getByRole('button', { name: 'End it and mail me a new one' }).click()
    await page.getByRole('heading', { name: 'The link has ended' }).waitFor()
    await page.goto(old)
    await page.getByLabel('E-mail address').fill('plain@min.example')
    await page.getByRole('button', { name: 'Mail me a new link' }).click()
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
    await page.goto((await mailTo(system, 'plain@min.example', 'new link', 1)).links[0] ?? '')
    await page.getByText('Does it work in a text browser?').waitFor()
  })

  it.each([
    ['fr', 'Continuer'],
    ['el', 'Συνέχεια'],
  ])('speaks %s on every step, about a practice', async (locale, on) => {
    const { page, look, problems } = await somebody(browser, { viewport: { width: 320, height: 640 } })
    await page.goto(`${system.origin}/${locale}/practices/jet-net-technet-jntn`)
    await lead(page, () => page.locator('a[href*="practice=itm_"]').click())
    const begin = Date.now()
    await look('kind')
    await page.locator('input[value=question]').check()
    await lead(page, () => page.getByRole('button', { name: on, exact: true }).click())
    await page.locator('#f-name').fill('Anna')
    await page.locator('#f-address').fill(`anna-${locale}@min.example`)
    await look('you')
    await lead(page, () => page.getByRole('button', { name: on, exact: true }).click())
    await page.locator('#f-challenge').fill('?')
    await look('challenge')
    await lead(page, () => page.getByRole('button', { name: on, exact: true }).click())
    await look('check')
    await asSlowAsPeople(begin)
    await lead(page, () => page.locator('button[value=send]').click())
    await look('received')
    const mail = await mailTo(system, `anna-${locale}@min.example`, '')
    expect(mail.headers.find(([name]) => name === 'content-language')?.[1]).toBe(locale)
    await page.goto(mail.links[0] ?? '')
    await page.getByText('Jet-Net').first().waitFor()
    await look('tracking')
    await page.goto(`${system.origin}/${locale}/support/link`)
    await look('new link')
    await page.goto((mail.links[0] ?? '').replace(/.$/, 'x'))
    await look('gone')
    expect(problems).toEqual([])
  })

  it('is asked on one page by who has a question, with what to mend in sight', async () => {
    const { page, look, problems } = await somebody(browser, { viewport: { width: 320, height: 640 } })
    await page.goto(`${system.origin}/contact`)
    const begin = Date.now()
    await type(page, 'name', 'Ben')
    await press(page, 'main form button')
    await page.getByRole('alert').waitFor()
    await look('contact with errors')
    await type(page, 'address', 'ben@min.example')
    await type(page, 'message', 'Where is the newsletter?')
    await asSlowAsPeople(begin)
    await press(page, 'main form button')
    await page.getByRole('heading', { name: 'We received your request' }).waitFor()
    expect((await mailTo(system, 'ben@min.example', 'received')).links).toHaveLength(1)
    expect(problems).toEqual([])
  })
})
