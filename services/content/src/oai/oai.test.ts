import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../app.ts'
import { saveItem, type Item } from '../publish/save-item.ts'
import { withdrawItem } from '../publish/withdraw-item.ts'
import { DB } from '../testing/database.ts'
import { listedItem } from '../testing/faces.ts'
import { env } from 'cloudflare:workers'
import { visitor } from '@stem/test-kit/visitor'

const NOW = Date.UTC(2026, 10, 24, 12)
const DAY = 86_400_000
const ORIGIN = 'https://stem.example'

const ask = async (query: string, method = 'GET'): Promise<string> => {
  const request = new Request(`${ORIGIN}/oai${method === 'GET' ? `?${query}` : ''}`, { method, ...(method === 'GET' ? {} : { body: query }) })
  const answer = await app.fetch(request, { ...(env as object), DB, context: visitor('/oai', { now: NOW }) } as never)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8'])
  return answer.text()
}
const idsIn = (xml: string): string[] => [...xml.matchAll(/<identifier>oai:stem\.example:([^<]+)<\/identifier>/g)].map(([, id = '']) => id)
const tokenIn = (xml: string): string | null => /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1] ?? null
const errorIn = (xml: string): string | null => /<error code="(\w+)"/.exec(xml)?.[1] ?? null

const many: Item[] = Array.from({ length: 205 }, (_, n) =>
  listedItem(n % 2 === 0 ? 'practice' : 'publication', { slug: `many-${n}`, texts: [{ locale: 'en', title: `Item ${n}`, summary: 'A & <b>.', body: '[]' }] }),
)
const special = listedItem('practice', {
  slug: 'special',
  texts: [
    { locale: 'en', title: 'Robots & "girls" <now>\u0007', summary: 'One.', body: '[]' },
    { locale: 'el', title: 'Ρομπότ', summary: 'Ένα.', body: '[]' },
  ],
  terms: { topic: ['gender'], country: ['DK'], form: ['programme'] },
})
const withdrawn = listedItem('publication', { slug: 'withdrawn' })
const hidden = [
  listedItem('practice', { slug: 'oai-draft', state: 'draft' }),
  listedItem('practice', { slug: 'oai-members', visibility: 'members' }),
  listedItem('publication', { slug: 'oai-later', publishedFrom: NOW + DAY }),
]
const over = listedItem('publication', { slug: 'oai-over', publishedFrom: NOW - 3 * DAY, publishedUntil: NOW - 2 * DAY })
// Were public, and are not any more.
const unpublished = listedItem('practice', { slug: 'oai-unpublished' })
const inside = listedItem('practice', { slug: 'oai-inside' })
// Never were: withdrawn as a draft, or before the embargo was over.
const neverDraft = listedItem('practice', { slug: 'oai-never', state: 'draft' })
const neverOpen = listedItem('practice', { slug: 'oai-embargoed', publishedFrom: NOW - DAY })
const other = listedItem('eu-project', { slug: 'oai-project' })

beforeAll(async () => {
  // Many in the same second: the order must not depend on time alone.
  for (const [n, item] of many.entries()) await DB.batch(saveItem(DB, item, 'per_test', NOW - 10 * DAY + Math.floor(n / 50) * 1000))
  for (const item of [...hidden, over, other, withdrawn]) await DB.batch(saveItem(DB, item, 'per_test', NOW - 5 * DAY))
  for (const item of [unpublished, inside, neverDraft, neverOpen]) await DB.batch(saveItem(DB, item, 'per_test', NOW - 5 * DAY))
  await DB.batch(saveItem(DB, { ...unpublished, version: 2, state: 'unpublished' }, 'per_test', NOW - 4 * DAY))
  await DB.batch(saveItem(DB, { ...inside, version: 2, visibility: 'members' }, 'per_test', NOW - 4 * DAY))
  for (const item of [neverDraft, neverOpen]) await withdrawItem({ db: DB }, item.id, 1, 'per_test', NOW - 4 * DAY)
  await DB.batch(saveItem(DB, special, 'per_test', NOW - DAY))
  await withdrawItem({ db: DB }, withdrawn.id, 1, 'per_test', NOW - DAY)
})

describe('harvesting', () => {
  it('gives every public record once, in parts whose tokens give the same again, and what went as deleted', async () => {
    const seen: string[] = []
    let query = 'verb=ListIdentifiers&metadataPrefix=oai_dc'
    for (let parts = 0; parts < 10; parts++) {
      const xml = await ask(query, parts % 2 === 0 ? 'GET' : 'POST')
      expect(await ask(query)).toBe(xml)
      seen.push(...idsIn(xml))
      const token = tokenIn(xml)
      if (token === null) break
      query = `verb=ListIdentifiers&resumptionToken=${token}`
    }
    const expected = [...many, special, withdrawn, over, unpublished, inside].map(({ id }) => id)
    expect(seen).toHaveLength(expected.length)
    expect(new Set(seen)).toEqual(new Set(expected))
    const last = await ask(query)
    expect(last).toContain('<resumptionToken cursor="200"/>')
    expect([...last.matchAll(/<header status="deleted"><identifier>oai:stem\.example:([^<]+)/g)].map(([, id]) => id).toSorted()).toEqual(
      [unpublished.id, inside.id, over.id, withdrawn.id].toSorted(),
    )
  })

  it('narrows by set and by time, both ends within', async () => {
    const of = async (more: string) => idsIn(await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&${more}`))
    expect(await of('from=2026-11-23')).toEqual([special.id, withdrawn.id].toSorted())
    expect(await of('set=practices&from=2026-11-23')).toEqual([special.id])
    expect(await of('from=2026-11-23T12:00:00Z&until=2026-11-23T12:00:00Z')).toHaveLength(2)
    expect(errorIn(await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-11-24'))).toBe('noRecordsMatch')
    expect(errorIn(await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&set=projects'))).toBe('noRecordsMatch')
  })

  it('gives a record in each of its languages, escaped, without what XML has no place for', async () => {
    const xml = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:stem.example:${special.id}`)
    expect(xml).toContain('<dc:title xml:lang="en">Robots &amp; &quot;girls&quot; &lt;now&gt;</dc:title>')
    expect(xml).toContain('<dc:title xml:lang="el">Ρομπότ</dc:title>')
    expect(xml).toContain('<dc:coverage xml:lang="en">Denmark</dc:coverage>')
    expect(xml).toContain(`<dc:identifier>${ORIGIN}/id/${special.id}</dc:identifier>`)
    expect(await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:stem.example:${withdrawn.id}`)).not.toContain('<metadata>')
  })

  it('knows nothing of what never was public, and of what is in no set', async () => {
    for (const { id } of [...hidden, neverDraft, neverOpen, other]) {
      expect([id, errorIn(await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:stem.example:${id}`))]).toEqual([id, 'idDoesNotExist'])
      expect(errorIn(await ask(`verb=ListMetadataFormats&identifier=oai:stem.example:${id}`))).toBe('idDoesNotExist')
    }
  })

  it.each([
    ['', 'badVerb'],
    ['verb=Harvest', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&until=2026', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-01&until=2026-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=practices&set=practices', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
    ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
    ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:stem.example:itm_x', 'idDoesNotExist'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:else.example:itm_00000000000000000000000001', 'idDoesNotExist'],
  ])('refuses %s: %s', async (query, code) => {
    const xml = await ask(query)
    expect([errorIn(xml), xml.includes('<request>')]).toEqual([code, code === 'badVerb' || code === 'badArgument'])
  })

  it('never fails, whatever token comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => btoa(encodeURIComponent(text))),
        ),
        async (token) => {
          expect(errorIn(await ask(`verb=ListRecords&${new URLSearchParams({ resumptionToken: token }).toString()}`))).toBe('badResumptionToken')
        },
      ),
      { numRuns: 60 },
    )
  })
})
