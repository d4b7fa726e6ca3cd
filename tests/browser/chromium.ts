import { existsSync } from 'node:fs'
import packaged from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-zygote',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

const DEBIAN = '/usr/bin/chromium'

/**
 * Path of a Chromium that starts here: the one from the package, else Debian's. The package unpacks on its first use, so the
 * set-up asks once, before several files ask at the same time, and leaves the answer in `CHROMIUM`.
 */
export async function chromiumPath(): Promise<string> {
  const known = process.env['CHROMIUM']
  if (known !== undefined) return known
  const path = await packaged.executablePath()
  try {
    const browser = await chromium.launch({ executablePath: path, args: FLAGS })
    await browser.close()
    return path
  } catch (error) {
    if (existsSync(DEBIAN)) return DEBIAN
    throw new Error('No Chromium starts here; on Debian: apt-get install chromium', { cause: error })
  }
}

/** Starts Chromium; `port` opens it for a remote debugger on loopback. */
export async function launch(port?: number): Promise<Browser> {
  const args = port === undefined ? FLAGS : [...FLAGS, `--remote-debugging-port=${port}`]
  return chromium.launch({ executablePath: await chromiumPath(), args })
}

/** Opens `url` in a fresh context, gives the page to `act`, and closes the context. */
export async function visit<Answer>(browser: Browser, url: string, options: BrowserContextOptions, act: (page: Page) => Promise<Answer>): Promise<Answer> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    await page.goto(url)
    return await act(page)
  } finally {
    await context.close()
  }
}
