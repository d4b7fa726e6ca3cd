import { LIST_NAMES, LISTS, type ListFace } from '@stem/contracts/lists'
import { counted } from '@stem/test-kit/counted'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import Papa from 'papaparse'
import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { pageOf } from '@stem/contracts/lists'
import { saveItem } from '../publish/save-item.ts'
import { DB } from '../testing/database.ts'
import { ask, facesOf, listedItem, recordFacesOf, TYPES } from '../testing/faces.ts'

const NOW = Date.UTC(2026, 10, 24)
const CANARY = 'zyxcanary'
const text = (title: string) => [{ locale: 'en', title, summary: `${title} & <more>`, body: '[]' }]
const shown = TYPES.map(([, type]) => listedItem(type, { slug: `shown-${type}`, texts: text(`Shown ${type}`) }))
const HIDDEN = {
  draft: { state: 'draft' },
  embargoed: { publishedFrom: NOW + 1 },
  members: { visibility: 'members' },
  over: { publishedUntil: NOW - 1 },
  withdrawn: { state: 'withdrawn' },
} as const
const hidden = TYPES.flatMap(([, type]) =>
  Object.entries(HIDDEN).map(([why, over]) =>
    listedItem(type, {
      slug: `${CANARY}-${why}-${type}`,
      texts: text(`${CANARY} ${why}`),
      names: [CANARY],
      caution: CANARY,
      sourceUrl: `https://${CANARY}.example`,
      fields: { publisher: CANARY, issuer: CANARY, programme: CANARY, url: `https://${CANARY}.example`, start: '2024', end: '2025', reference: CANARY },
      terms: { topic: [CANARY], publication: [CANARY], country: ['DK'], form: [CANARY], status: [CANARY] },
      ...over,
    }),
  ),
)

beforeAll(async () => {
  for (const item of [...shown, ...hidden]) await DB.batch(saveItem(DB, item, 'per_test', NOW))
})

const read = async (path: string, locale: 'en' | 'fr' | 'el' = 'en') => {
  const answer = await ask(path, locale, DB, NOW)
  return { status: answer.status, type: answer.headers.get('content-type'), text: `${[...answer.headers].join('\n')}\n${await answer.text()}` }
}

describe('what is not public', () => {
  it.each(LIST_NAMES)('is on no face of %s, in none of its counts, and at no address', async (name) => {
    const searched = facesOf(name).flatMap((path) => [path, `${path}?country=DK`, `${path}?q=shown`])
    for (const path of [...searched, '/knowledge', ...shown.flatMap(({ slug }) => recordFacesOf(name, slug))]) {
      expect((await read(path)).text, path).not.toContain(CANARY)
    }
    for (const item of hidden.filter(({ type }) => (LISTS[name].types as readonly string[]).includes(type))) {
      for (const path of recordFacesOf(name, item.slug)) {
        const { status, text: told } = await read(path)
        expect(status, path).toBe(item.state === 'withdrawn' ? 410 : 404)
        expect(told, path).not.toContain(CANARY)
      }
    }
    const { data } = JSON.parse((await read(`/api/v1/${name}?q=${CANARY}`)).text.split('\n').at(-1) ?? '') as { data: unknown[] }
    expect(data).toEqual([])
  })
})

describe('what is public', () => {
  it.each(TYPES)('%s shows %s on every face, in one round trip each, with the tag of its type', async (name, type) => {
    for (const path of [...facesOf(name), ...recordFacesOf(name, `shown-${type}`)]) {
      const { db, roundTrips } = counted(DB)
      const answer = await ask(path, 'el', db, NOW)
      expect(answer.status, path).toBe(200)
      expect(await answer.text(), path).toContain(`hown ${type}`)
      expect(answer.headers.get('cache-tag'), path).toContain(`list-${type}`)
      expect(roundTrips(), path).toBe(1)
    }
  })

  it.each(LIST_NAMES)('%s answers programs in the shape it promises', async (name) => {
    const { schema }: ListFace = LISTS[name]
    const list = v.parse(pageOf(schema), await (await ask(`/api/v1/${name}`)).json())
    expect(list.data.length).toBe(LISTS[name].types.length)
    for (const { slug, type } of shown.filter((item) => (LISTS[name].types as readonly string[]).includes(item.type))) {
      const one = await (await ask(`/api/v1/${name}/${slug}`)).json()
      expect(v.parse(schema, one)['url'], type).toBe(`https://stem.example/${name}/${slug}`)
      expect(list.data).toContainEqual(one)
    }
  })

  it.each(LIST_NAMES)('%s gives the same records as CSV and JSON', async (name) => {
    const { data } = (await (await ask(`/${name}.json`)).json()) as { data: Record<string, unknown>[] }
    const table = Papa.parse<Record<string, string>>((await (await ask(`/${name}.csv`)).text()).replace('\uFEFF', ''), { header: true, skipEmptyLines: true })
    expect(table.meta.fields).toEqual(Object.keys(LISTS[name].schema.entries))
    expect(table.data.map((row) => row['id'])).toEqual(data.map((record) => record['id']))
    expect(table.data.map((row) => row['title'])).toEqual(data.map((record) => record['title']))
  })
})

describe('feeds', () => {
  it.each(LIST_NAMES)('%s is a feed that outside readers of Atom and JSON Feed 1.1 understand', async (name) => {
    const types = LISTS[name].types as readonly string[]
    const own = shown.filter(({ type }) => types.includes(type))
    const atom = parseAtomFeed(await (await ask(`/fr/${name}.atom`.slice(3), 'fr')).text())
    expect(atom.links?.find(({ rel }) => rel === 'self')?.href).toBe(`https://stem.example/fr/${name}.atom`)
    expect(atom.entries?.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => `https://stem.example/id/${id}`).toSorted())
    for (const entry of atom.entries ?? []) expect(Number.isNaN(Date.parse(entry.updated ?? ''))).toBe(false)

    const answer = await ask(`/${name}.feed.json?country=DK`, 'fr')
    expect(answer.headers.get('content-type')).toContain('application/feed+json')
    const raw = (await answer.json()) as Record<string, unknown>
    expect(raw).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'fr', authors: [{ name: 'EU STEM Coalition' }] })
    const feed = parseJsonFeed(raw)
    const query = (LISTS[name].facets as readonly string[]).includes('country') ? '?country=DK' : ''
    expect(feed.feed_url).toBe(`https://stem.example/fr/${name}.feed.json${query}`)
    expect(feed.items?.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => `https://stem.example/id/${id}`).toSorted())
    for (const item of feed.items ?? []) {
      expect(item).toMatchObject({ content_text: expect.stringContaining('& <more>'), language: 'en' })
      expect(item.url).toMatch(new RegExp(`^https://stem\\.example/fr/${name}/shown-`))
    }
  })
})
