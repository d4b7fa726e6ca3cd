import { LIST_NAMES } from '@stem/contracts/lists'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { start, type Started } from './started.ts'

let system: Started
beforeAll(async () => {
  system = await start()
})
afterAll(() => system.stop())

type Sign = { url: string; rel: string; type: string | null }

const signsOf = (header: string | null): Sign[] =>
  [...(header ?? '').matchAll(/<([^>]+)>((?:; \w+="[^"]*")*)/g)].map(([, url = '', rest = '']) => ({
    url,
    rel: /rel="([^"]*)"/.exec(rest)?.[1] ?? '',
    type: /type="([^"]*)"/.exec(rest)?.[1] ?? null,
  }))

/** The first record of every list of the API, with the address of its page. */
async function firstOfEach(): Promise<string[]> {
  const lists = [...LIST_NAMES, 'organisations', 'indicators']
  const firsts = await Promise.all(
    lists.map(async (list) => {
      const { data } = (await (await fetch(`${system.origin}/api/v1/${list}`)).json()) as { data: { url?: string; code?: string }[] }
      return data.slice(0, 1).map(({ url, code }) => url ?? `${system.origin}/data/${code}`)
    }),
  )
  return firsts.flat()
}

describe('the Link header of a record', () => {
  it('leads programs to its permanent address, which leads back, and to descriptions of the kind they are said to be', async () => {
    const pages = await firstOfEach()
    expect(pages.length).toBeGreaterThanOrEqual(11)
    for (const page of pages) {
      const answer = await fetch(page)
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(await answer.text())?.[1]
      const signs = signsOf(answer.headers.get('link'))
      const [permanent, ...more] = signs.filter(({ rel }) => rel === 'cite-as')
      expect([permanent?.url.startsWith(`${system.origin}/id/`), more], page).toEqual([true, []])
      expect((await fetch(permanent?.url ?? '')).url, page).toBe(canonical)
      const descriptions = signs.filter(({ rel }) => rel === 'describedby')
      expect(descriptions.map(({ type }) => type)).toContain('application/json')
      for (const { url, type } of descriptions) expect((await fetch(url)).headers.get('content-type')?.split(';')[0], url).toBe(type)
      expect(signs.filter(({ rel }) => rel === 'type').length, page).toBe(2)
    }
  })
})
