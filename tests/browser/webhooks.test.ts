import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SECRETARIAT, startSystem, type System } from '@stem/infra/start/system'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch } from './chromium.ts'
import { signIn, somebody } from './people.ts'

let system: System
let browser: Browser
let dataDir = ''
const receiver = createServer((request, response) => {
  request.resume()
  request.on('end', () => response.writeHead(200).end())
})
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  dataDir = await mkdtemp(join(tmpdir(), 'stem-webhooks-'))
  system = await startSystem({ port: 0, dataDir, seed: false, loopback: true })
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await system.stop()
  receiver.close()
  await rm(dataDir, { recursive: true, force: true })
})

it('a webhook is set up, tested, given a new secret and deleted, at 320 pixels and in the dark too', async () => {
  const { page, look, problems } = await somebody(browser, { passkeys: true })
  await signIn(system, page, SECRETARIAT)
  await page.goto(`${system.origin}/account/security`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('Added').waitFor()
  const everywhere = async (place: string) => {
    await look(place)
    await page.setViewportSize({ width: 320, height: 640 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await look(`${place}, small and dark`)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.goto(`${system.origin}/console/webhooks`)
  await page.getByRole('link', { name: 'Add a webhook' }).click()
  await page.getByLabel('Address').fill('https://10.0.0.1/in')
  await page.getByRole('button', { name: 'Add a webhook' }).click()
  await page.getByRole('alert').waitFor()
  await everywhere('errors')
  await page.getByRole('link', { name: /Choose at least one/ }).click()
  await page.keyboard.press('Space')
  await page.getByLabel('Address').fill(`http://localhost:${(receiver.address() as AddressInfo).port}/in`)
  await page.getByRole('button', { name: 'Add a webhook' }).click()
  await page.getByText('Copy the secret now').waitFor()
  const secret = await page.getByText('whsec_').textContent()
  await everywhere('secret')
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.getByText('delivered', { exact: true }).count()
      },
      { timeout: 10_000 },
    )
    .toBe(1)
  await everywhere('delivered')
  await page.getByRole('button', { name: 'Make a new secret' }).click()
  expect(await page.getByText('whsec_').textContent()).not.toBe(secret)
  await page.getByRole('link', { name: 'All webhooks' }).click()
  await everywhere('list')
  await page.getByRole('main').getByRole('link', { name: 'localhost' }).click()
  await page.getByText('Delete webhook').first().click()
  await page.getByRole('button', { name: 'Delete webhook' }).click()
  await page.getByText('No program is told anything yet').waitFor()
  await everywhere('empty')
  expect(problems).toEqual([])
})
