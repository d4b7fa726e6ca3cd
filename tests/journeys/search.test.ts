import type { Started } from './started.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QUERIES } from '../../services/content/src/search/queries.ts'
import { bring, start } from './started.ts'

const STRINGS = 300

let system: Started
beforeAll(async () => {
  system = await start()
})
afterAll(() => system.stop())

type Found = { data: { type: string; url: string | null; title: string }[]; total: number }
const api = async (params: Record<string, string>): Promise<Found> =>
  (await (await fetch(`${system.origin}/api/v1/search?${new URLSearchParams(params).toString()}`)).json()) as Found

describe('the search over the whole system', () => {
  it('finds the coalition’s own organisations, countries and items by what readers type', async () => {
    const places = QUERIES.filter(([, , first]) => typeof first === 'string' && /^(organisation|country|practice)\//.test(first))
    expect(places.length).toBeGreaterThan(80)
    const wrong: string[] = []
    for (const [query, , first] of places) {
      const { data } = await api({ q: query, limit: '1' })
      const path = String(first).replace('organisation/', '/members/').replace('country/', '/countries/').replace('practice/', '/practices/')
      if (data[0]?.url !== system.origin + path) wrong.push(`${query}: ${data[0]?.url} instead of ${path}`)
    }
    expect(wrong).toEqual([])
  })

  it('never answers a failure, whatever is typed into the address', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.constantFrom('"', "'", '*', '(', ')', 'AND', 'NOT', 'NEAR(', 'title:', '\u0000', '😀', 'girls', 'ψ', '-', '\u202e'), { maxLength: 10 })
        .map((parts) => parts.join(' ')),
    )
    const failed: string[] = []
    for (const [index, q] of fc.sample(typed, STRINGS).entries()) {
      const path = `${['', '/fr', '/el'][index % 3]}/search?${new URLSearchParams({ q }).toString()}`
      const answer = await fetch(system.origin + path)
      await answer.text()
      if (answer.status !== 200) failed.push(`${answer.status} ${path}`)
    }
    expect(failed).toEqual([])
    expect((await fetch(`${system.origin}/search?q=${'x'.repeat(6000)}`)).status).toBeLessThan(500)
    expect(system.logs.filter((line) => /"level":"error"/.test(line))).toEqual([])
  })

  it('has what was just imported, and can be made anew while it answers', async () => {
    const record = {
      id: 'quokka-school',
      title: 'Quokka school',
      country: 'DK',
      organisation: null,
      type: 'programme',
      topics: [],
      education_levels: [],
      target_groups: [],
      start_year: 2020,
      status: null,
      url: null,
      summary: 'A school.',
      source_url: 'https://example.org/q',
    }
    await bring(system, 'practices', [record])
    expect((await api({ q: 'quokka' })).data.map(({ url }) => url)).toEqual([`${system.origin}/practices/quokka-school`])
    const before = (await api({ type: 'practice' })).total
    let next: string | null = ''
    let indexed = 0
    while (next !== null) {
      const answer = await fetch(`${system.origin}/api/v1/search/rebuild`, {
        method: 'POST',
        headers: { authorization: `Bearer ${system.importToken}` },
        body: next,
      })
      expect(answer.status).toBe(200)
      const part = (await answer.json()) as { indexed: number; next: string | null }
      indexed += part.indexed
      next = part.next
    }
    expect(indexed).toBeGreaterThan(200)
    expect((await api({ type: 'practice' })).total).toBe(before)
    expect((await api({ q: 'quokka' })).total).toBe(1)
  })

  it('lets nobody without the token make it anew', async () => {
    for (const authorization of ['Bearer aaaaaaaaaaaaaaaaaaaaaaaa', `Bearer ${system.importToken}x`])
      expect((await fetch(`${system.origin}/api/v1/search/rebuild`, { method: 'POST', headers: { authorization } })).status, authorization).toBe(404)
    expect((await fetch(`${system.origin}/api/v1/search/rebuild`, { method: 'POST' })).status).toBe(403)
  })
})
