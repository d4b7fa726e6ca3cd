import { searchListSchema } from '@stem/contracts/api-search'
import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveItem } from '../publish/save-item.ts'
import { DB, SEARCH } from '../testing/database.ts'
import { ask, NOW } from '../testing/desk.ts'
import { practiceItem } from '../testing/samples.ts'
import { entry, registerOf } from '../testing/search.ts'
import { keepSearch } from './keep-search.ts'
import { excerpt } from './marked.tsx'

const items = [
  practiceItem({
    slug: 'girls-code',
    texts: [{ locale: 'en', title: 'Girls <code> & créent', summary: 'They learn <b>robotics</b> in the holidays.', body: '[]' }],
  }),
  practiceItem({
    type: 'quote',
    slug: 'far-away',
    fields: { url: 'https://www.example.org/far' },
    terms: { country: ['NL'] },
    country: 'NL',
    date: '2021-03-04',
  }),
]

beforeAll(async () => {
  for (const item of items) await DB.batch(saveItem(DB, item, 'per_test', NOW))
  await keepSearch({ db: DB, search: SEARCH, members: registerOf([entry({ id: 'org_astra', name: 'Astra', country: 'DK' })]) }, NOW)
})

const read = async (path: string) => {
  const answer = await ask(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

describe('the page of the search', () => {
  it('marks the words found, whatever their accents, and shows everything else as plain text', async () => {
    const html = await read('/search?q=creent+robotic')
    expect(html).toContain('Girls &lt;code&gt; &amp; <mark>créent</mark>')
    expect(html).toContain('&lt;b&gt;<mark>robotics</mark>&lt;/b&gt;')
    expect(html).toContain('href="/practices/girls-code"')
    expect(html).toContain('<meta name="robots" content="noindex">')
  })

  it('gives what was typed back as it was, and never as markup', async () => {
    const html = await read(`/search?${new URLSearchParams({ q: '"><script>alert(1)</script>' })}`)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  })

  it('keeps what is chosen in tabs, filters, chips and the form', async () => {
    const html = await read('/search?country=DK&q=astra&type=organisation')
    expect(html).toContain('<input type="hidden" name="type" value="organisation"')
    expect(html).toContain('href="/search?country=DK&amp;q=astra">')
    expect(html).toMatch(/aria-current="page">Organisations/)
    expect(html).toContain('href="/search?q=astra&amp;type=organisation"')
    expect(html).toContain('href="/members/astra"')
  })

  it('leads to the place of what has no page here, and says where that is', async () => {
    const html = await read('/search?type=quote')
    expect(html).toContain('href="https://www.example.org/far"')
    expect(html).toContain('at example.org')
    expect(html).toContain('4 Mar 2021')
  })

  it('says what there is when nothing is asked, and is then for search engines', async () => {
    const html = await read('/search')
    expect(html).toContain('href="/search?type=practice"')
    expect(html).toContain('href="/search?country=DK"')
    expect(html).toContain('href="/search?topic=gender"')
    expect(html).not.toContain('noindex')
  })

  it('says what was meant, and what to do when nothing is found', async () => {
    expect(await read('/search?q=robotcis')).toContain('Did you mean “robotics”?')
    const html = await read('/search?q=zzzzqqqq')
    expect(html).toContain('Nothing was found for “zzzzqqqq”.')
    expect(html).toContain('href="/contact"')
    expect(html).toContain('href="/search?topic=gender"')
    expect(await read('/search?q=astra&country=MT')).toContain('href="/search?q=astra"')
  })

  it('is described to browsers', async () => {
    expect(await read('/search')).toContain(
      '<link rel="search" type="application/opensearchdescription+xml" title="EU STEM Coalition" href="https://stem.example/opensearch.xml">',
    )
    expect(await read('/opensearch.xml')).toContain('template="https://stem.example/search?q={searchTerms}"')
  })
})

describe('the search for programs', () => {
  it('answers by its schema, with the way to each hit', async () => {
    const found = v.parse(searchListSchema, await (await ask('/api/v1/search?q=girls')).json())
    expect(found.data[0]).toMatchObject({ type: 'practice', url: 'https://stem.example/practices/girls-code', language: 'en' })
    const all = v.parse(searchListSchema, await (await ask('/api/v1/search?type=country&limit=10&cursor=30')).json())
    expect([all.data.length, all.total, all.next]).toEqual([2, 32, null])
  })

  it.each([
    '/api/v1/search?type=person',
    '/api/v1/search?q=a&q=b',
    '/api/v1/search?country=dk',
    '/api/v1/search?year=99',
    '/api/v1/search?limit=0',
    '/api/v1/search?x=1',
  ])('refuses %s with a reason', async (path) => {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8'])
  })
})

describe('an excerpt', () => {
  it('shows the place of the words, cut between words', () => {
    const text = `${'before '.repeat(40)}needle ${'after '.repeat(40)}`.trim()
    const shown = excerpt(text, ['needle'], 120)
    expect(shown).toMatch(/^… before .* needle after .* …$/)
    expect(shown.length).toBeLessThanOrEqual(124)
    expect(excerpt('short', ['x'], 120)).toBe('short')
  })
})
