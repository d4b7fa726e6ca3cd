import { LIST_NAMES } from '@stem/contracts/lists'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mapped } from './mapped.ts'
import { start, type Started } from './started.ts'

let system: Started
let pages: string[]
const AT_ONCE = 4

beforeAll(async () => {
  system = await start()
  // English is the language without a prefix; every record is told in it or shown there in its own.
  pages = (await mapped(system)).addresses.filter((path) => !/^\/[a-z]{2}(\/|$)/.test(path))
})
afterAll(() => system.stop())

/** Does `work` with each, some at once. */
async function forEach<Thing>(things: Thing[], work: (thing: Thing) => Promise<void>): Promise<void> {
  const waiting = [...things]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
    }),
  )
}

/** Pages of the site that the page at `path` links to; of addresses with a query only further pages of a list. */
async function linksOf(path: string): Promise<string[]> {
  const answer = await fetch(system.origin + path)
  expect(answer.status, path).toBeLessThan(400)
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return []
  const found = (await answer.text()).matchAll(/<a [^>]*?href="([^"]+)"/g)
  return [...found].flatMap(([, href = '']) => {
    const url = new URL(href.replaceAll('&amp;', '&'), system.origin + path)
    const isList = url.search === '' || /^\?page=\d+$/.test(url.search)
    return url.origin === system.origin && isList && !/^\/([a-z]{2}|api\/v1\/.+|assets|console|account)(\/|$)/.test(url.pathname)
      ? [url.pathname + url.search]
      : []
  })
}

describe('every page of the sitemap', () => {
  it('is at most three clicks away from home', { timeout: 120_000 }, async () => {
    const clicks = new Map([['/', 0]])
    for (let depth = 0; depth < 3; depth++) {
      const now = [...clicks].filter(([, away]) => away === depth).map(([path]) => path)
      await forEach(now, async (path) => {
        for (const link of await linksOf(path)) if (!clicks.has(link)) clicks.set(link, depth + 1)
      })
    }
    expect(pages.length).toBeGreaterThan(200)
    expect(pages.filter((path) => !clicks.has(path))).toEqual([])
  })
})

describe('every record', () => {
  it('is found by its own title in the search over everything', { timeout: 120_000 }, async () => {
    const records: { url: string; title: string }[] = []
    for (const list of LIST_NAMES) {
      for (let cursor: string | null = ''; cursor !== null;) {
        const address: string = `${system.origin}/api/v1/${list}${cursor === '' ? '' : `?cursor=${cursor}`}`
        const { data, next }: { data: typeof records; next: string | null } = await (await fetch(address)).json()
        records.push(...data)
        cursor = next
      }
    }
    expect(records.length).toBeGreaterThan(150)
    const lost: string[] = []
    await forEach(records, async ({ url, title }) => {
      const { data } = (await (await fetch(`${system.origin}/api/v1/search?${new URLSearchParams({ q: title })}`)).json()) as { data: { url: string }[] }
      if (!data.some((hit) => hit.url === url)) lost.push(`${title} (${url})`)
    })
    expect(lost).toEqual([])
  })
})
