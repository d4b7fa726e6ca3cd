import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { System } from '@stem/infra/start/system'
import { axeFindings, overflow } from './judge.ts'

const PATIENCE = 15_000
const SLOW = 3200

/** Somebody with a browser of their own. `passkeys`: with an authenticator that confirms every question. */
export type Somebody = { page: Page; problems: string[]; look(place: string): Promise<void> }

/** A browser of its own for one person; `look` collects what axe finds and what reaches beyond the window. */
export async function somebody(browser: Browser, options: BrowserContextOptions & { passkeys?: boolean } = {}): Promise<Somebody> {
  const { passkeys = false, ...context } = options
  const own = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', bypassCSP: true, ...context })
  const page = await own.newPage()
  page.setDefaultTimeout(PATIENCE)
  if (passkeys) {
    const session = await own.newCDPSession(page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
  }
  const problems: string[] = []
  return {
    page,
    problems,
    async look(place) {
      const found = context.javaScriptEnabled === false ? [] : await axeFindings(page)
      problems.push(...found.map((finding) => `${place}: ${finding}`))
      if (context.javaScriptEnabled !== false && (await overflow(page)) > 0) problems.push(`${place}: reaches beyond the window`)
    },
  }
}

/** Waits until somebody who began at `begin` (epoch milliseconds) was no faster than people are: a form that comes back sooner is taken for a program's. */
export async function asSlowAsPeople(begin: number): Promise<void> {
  const rest = begin + SLOW - Date.now()
  if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
}

/** The newest mail to an address whose subject holds `words`, once it is there. `after`: how many there were before. */
export async function mailTo({ mailbox }: System, address: string, words: string, after = 0) {
  const begin = Date.now()
  for (;;) {
    const found = mailbox.messages(address).filter(({ subject }) => subject.includes(words))
    const newest = found.at(-1)
    if (newest && found.length > after) return newest
    if (Date.now() - begin > PATIENCE) throw new Error(`no mail to ${address} about ${words}`)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

/** Asks for a link on the sign-in page and follows it. */
export async function signIn(system: System, page: Page, address: string): Promise<void> {
  const before = system.mailbox.messages(address).filter(({ subject }) => subject.includes('Sign in')).length
  await page.goto(`${system.origin}/sign-in`)
  await page.getByLabel('E-mail address').fill(address)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.waitForURL(/sent/)
  const { links } = await mailTo(system, address, 'Sign in', before)
  await page.goto(links[0] ?? '')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}
