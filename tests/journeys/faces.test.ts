import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIST_FILES, LIST_NAMES } from '@stem/contracts/lists'
import { SHIPPED } from '@stem/i18n/locales'
import { PAGES } from '../browser/site-pages.ts'
import { save } from './editing.ts'
import { mapped } from './mapped.ts'
import { start, type Started } from './started.ts'

const CANARY = 'zyxcanary'
const HOUR = 3_600_000
let system: Started
type Item = { id: string; slug: string }
let hidden: Item[]

const item = (place: number, over: object) => ({
  id: `itm_${String(place).padStart(26, '0')}`,
  type: 'practice',
  sourceKey: null,
  visibility: 'public',
  state: 'published',
  publishedFrom: 1,
  publishedUntil: null,
  originalLocale: 'en',
  country: 'DK',
  date: '2019',
  slug: `${CANARY}-${place}`,
  terms: { topic: ['gender', CANARY], country: ['DK'], level: ['primary'], form: ['programme'], target: ['girls'], status: ['ongoing'] },
  texts: [{ locale: 'en', title: `${CANARY} title`, summary: `${CANARY} summary`, body: '[]' }],
  fields: { startYear: 2019, url: `https://${CANARY}.example`, organisation: CANARY, start: '2026-01-01' },
  names: [CANARY],
  sourceName: CANARY,
  sourceUrl: `https://${CANARY}.example`,
  caution: CANARY,
  fingerprint: null,
  version: 1,
  createdAt: 1,
  ...over,
})

beforeAll(async () => {
  system = await start()
  const now = Date.now()
  hidden = [
    item(1, { state: 'draft' }),
    item(2, { publishedFrom: now + HOUR }),
    item(3, { visibility: 'members' }),
    item(4, { publishedUntil: now - 1 }),
    item(5, { state: 'draft', type: 'publication', slug: `${CANARY}-publication` }),
    item(12, { visibility: 'members', type: 'meeting-report', slug: `${CANARY}-report` }),
    item(13, { publishedFrom: now + HOUR, type: 'news', slug: `${CANARY}-news` }),
    item(14, { publishedUntil: now - 1, type: 'policy-reference', slug: `${CANARY}-policy` }),
    item(6, { visibility: 'members', type: 'event', slug: `${CANARY}-event` }),
    item(7, { publishedFrom: now + HOUR, type: 'quote', slug: `${CANARY}-quote` }),
    item(8, { visibility: 'members', type: 'taskforce', slug: `${CANARY}-taskforce` }),
    item(9, { state: 'draft', type: 'eu-project', slug: `${CANARY}-project` }),
    item(10, { state: 'draft', type: 'briefing', slug: `${CANARY}-briefing` }),
    item(15, { visibility: 'members', type: 'working-group', slug: `${CANARY}-group` }),
    item(16, { visibility: 'members', type: 'adoption', slug: `${CANARY}-adoption` }),
    item(11, { visibility: 'members', type: 'roundtable', slug: `${CANARY}-roundtable` }),
  ]
  for (const one of hidden) await save(system, one)
  await system.tick('content')
})
afterAll(() => system.stop())

const read = async (path: string) => {
  const answer = await fetch(system.origin + path, { redirect: 'manual' })
  return { status: answer.status, text: `${[...answer.headers].join('\n')}\n${await answer.text()}` }
}

describe('what is not public', () => {
  it('stands on no face there is: page, list, facet, search, file, feed, API, sitemap, data block, id', async () => {
    const { files, addresses } = await mapped(system)
    expect(addresses.length).toBeGreaterThan(100)
    const lists = LIST_NAMES.flatMap((name) => [`/${name}`, ...LIST_FILES.map((extension) => `/${name}.${extension}`)]).concat('/search', '/el/search')
    const api = [
      ...LIST_NAMES.flatMap((name) => [`/api/v1/${name}?limit=100`, `/api/v1/${name}`]),
      '/api/v1/indicators',
      '/api/v1/organisations',
      '/api/v1/openapi.json',
    ]
    const searches = lists.flatMap((path) => [`${path}?q=${CANARY}`, `${path}?topic=${CANARY}`, `${path}?country=DK`, `${path}?topic=gender&country=DK`])
    const direct = hidden.flatMap(({ id, slug }) => [
      ...LIST_NAMES.flatMap((name) => [`/${name}/${slug}`, `/fr/${name}/${slug}`, `/${name}/${slug}.bib`, `/api/v1/${name}/${slug}`]),
      `/id/${id}`,
      `/programmes/${slug}`,
    ])
    const apiSearch = [
      ...LIST_NAMES.flatMap((name) => [`/api/v1/${name}?q=${CANARY}`, `/api/v1/${name}?country=${CANARY}`]),
      `/api/v1/search?q=${CANARY}`,
      `/api/v1/search?topic=${CANARY}`,
      '/api/v1/search?limit=100&country=DK',
    ]
    const all = new Set([
      '/sitemap.xml',
      '/oai?verb=ListRecords&metadataPrefix=oai_dc',
      '/data/catalogue.ttl',
      '/data/everything.ndjson',
      ...files,
      '/robots.txt',
      '/healthz',
      ...PAGES,
      ...PAGES.map((page) => (page === '/' ? '/el' : `/el${page}`)),
      ...addresses,
      ...lists,
      ...api,
      ...searches,
      ...direct,
      ...apiSearch,
    ])
    const found: string[] = []
    for (const path of all) {
      const { text, status } = await read(path)
      // The words a reader typed into the search field or the address come back to them; nothing else may.
      const told = text.replaceAll(
        new RegExp(
          `(?:[?&;]|&amp;)(?:q|topic)=${CANARY}[^"'\\s]*|value="${CANARY}"|/[\\w-]+/${CANARY}[-\\w]*(?:\\.bib)?|/id/\\w+|>${CANARY}<|“${CANARY}”|(?:Topic|Θέμα): ${CANARY}<|${CANARY} – (?:search|αναζήτηση)`,
          'g',
        ),
        '',
      )
      if (told.includes(CANARY)) found.push(`${status} ${path}`)
    }
    expect(found).toEqual([])
  })

  it('has no count either: a search for it finds nothing', async () => {
    const { data } = (await (await fetch(`${system.origin}/api/v1/practices?q=${CANARY}`)).json()) as { data: unknown[] }
    expect(data).toEqual([])
    for (const { slug, id } of hidden) {
      expect((await read(`/practices/${slug}`)).status, slug).toBe(404)
      expect((await read(`/id/${id}`)).status, id).toBe(404)
    }
  })

  it('stands on every face once it is public: the search above can find it', async () => {
    const shown = item(20, { slug: `${CANARY}-shown` })
    await save(system, shown)
    await system.tick('content')
    await new Promise((resolve) => setTimeout(resolve, 500))
    for (const path of [
      `/practices/${shown.slug}`,
      `/practices?q=${CANARY}`,
      `/practices.csv?q=${CANARY}`,
      '/practices.atom',
      `/api/v1/practices?q=${CANARY}`,
      `/search?q=${CANARY}`,
      `/api/v1/search?q=${CANARY}`,
      ...(await mapped(system)).files.filter((file) => file.includes('items')).slice(-1),
    ]) {
      expect((await read(path)).text, path).toMatch(/zyxcanary (title|summary)|zyxcanary-shown/)
    }
    expect((await read(`/id/${shown.id}`)).status).toBe(303)
  })
})

describe('the head of every page', () => {
  const part = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? ''
  it.each(PAGES.filter((page) => !page.includes('?')))('%s says in every language what it is, where it is and what it shows', async (page) => {
    const seen = new Set<string>()
    for (const prefix of ['', '/fr', '/el']) {
      const { text } = await read(page === '/' ? prefix || '/' : prefix + page)
      const html = text.slice(text.indexOf('<!doctype'))
      const [title, description] = [part(html, /<title>([^<]+)<\/title>/), part(html, /name="description" content="([^"]+)"/)]
      expect(title.length, page).toBeGreaterThan(10)
      expect(description.length, page).toBeGreaterThan(20)
      seen.add(description)
      expect(part(html, /rel="canonical" href="([^"]+)"/)).toMatch(/^http/)
      expect(part(html, /property="og:url" content="([^"]+)"/)).toBe(part(html, /rel="canonical" href="([^"]+)"/))
      const picture = await fetch(part(html, /property="og:image" content="([^"]+)"/))
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
      const data = [...html.matchAll(/<script type="application\/ld\+json">([^<]+)<\/script>/g)].map(
        ([, json]) => JSON.parse(json ?? '') as { '@type': string },
      )
      expect(data.length).toBeGreaterThan(0)
      expect(data.every((one) => one['@type'] !== undefined)).toBe(true)
      expect(html.includes('class="bc"')).toBe(page !== '/')
      expect(data.some((one) => one['@type'] === 'BreadcrumbList')).toBe(page !== '/')
      const languages = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)"/g)].map(([, code]) => code)
      expect([SHIPPED.length + 1, 0]).toContain(languages.length)
      expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    }
    // The seed has each record in one language.
    expect(seen.size).toBe(page !== '/practices/adoption' && LIST_NAMES.some((name) => page.startsWith(`/${name}/`)) ? 1 : 3)
  })
})

describe('a search engine', () => {
  it('finds every address of the sitemap, canonical and in the languages it claims', async () => {
    const { addresses } = await mapped(system)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const path of addresses) {
      const { status, text: page } = await read(path)
      expect(status, path).toBe(200)
      expect(page, path).toContain(`<link rel="canonical" href="${system.origin}${path}"`)
    }
  })

  it('is told which members are members: contacts and partners are counted apart', async () => {
    const count = async (standing: string) =>
      ((await (await fetch(`${system.origin}/api/v1/organisations?limit=100&standing=${standing}`)).json()) as { data: unknown[] }).data.length
    const [members, unconfirmed, partners, contacts] = await Promise.all(['member', 'unconfirmed', 'partner', 'contact'].map(count))
    expect((members ?? 0) + (unconfirmed ?? 0) + (contacts ?? 0)).toBe(31)
    expect(contacts).toBeGreaterThan(0)
    const home = (await read('/')).text
    expect(home).toContain(`<b class="num">${members}</b>`)
    expect(home).toContain(`<b class="num">${partners}</b>`)
    expect(home).not.toContain('<b class="num">31</b>')
  })
})
