import { describe, beforeAll, expect, it } from 'vitest'
import { saveItem } from '../publish/save-item.ts'
import { withdrawItem } from '../publish/withdraw-item.ts'
import { DB } from '../testing/database.ts'
import { ask, listedItem } from '../testing/faces.ts'

const text = (title: string) => [{ locale: 'en', title, summary: `${title}.`, body: '[]' }]
const report = listedItem('publication', {
  slug: 'report',
  texts: text('Girls in physics & <b>data</b>'),
  date: '2024-05',
  caution: 'Check the day.',
  sourceUrl: 'https://www.source.example/x',
})
const near = listedItem('publication', { slug: 'near', texts: text('Another report') })
const practice = listedItem('practice', { slug: 'practice', texts: text('A practice') })
const elsewhere = listedItem('practice', { slug: 'elsewhere', country: 'NL', texts: text('A Dutch practice'), terms: { country: ['NL'] } })
const linked = listedItem('eu-project', { slug: 'linked', texts: text('A linked project') })
const linkedDraft = listedItem('eu-project', { slug: 'linked-draft', state: 'draft', texts: text('A linked draft') })
const undated = listedItem('policy-reference', { slug: 'undated', date: null, country: 'EU', texts: text('A plan'), fields: { issuer: null, url: null } })
const american = listedItem('publication', { slug: 'american', country: 'US', texts: text('American'), terms: { country: ['US'] } })

beforeAll(async () => {
  for (const item of [report, near, practice, elsewhere, linked, linkedDraft, undated, american]) await DB.batch(saveItem(DB, item, 'per_test', 1))
  for (const [from, to] of [
    [report, linked],
    [linkedDraft, report],
  ] as const) {
    await DB.prepare("INSERT INTO relations (from_id, to_id, kind) VALUES (?, ?, 'output_of')").bind(from.id, to.id).run()
  }
})

const read = async (path: string, locale: 'en' | 'fr' = 'en') => {
  const answer = await ask(path, locale)
  return { answer, html: await answer.text() }
}

describe('the page of a record', () => {
  it('tells what is on file, in the language of the reader, and marks what is not translated', async () => {
    const { html } = await read('/publications/report', 'fr')
    expect(html).toContain('<h1 lang="en">Girls in physics &amp; &lt;b&gt;data&lt;/b&gt;</h1>')
    expect(html).toContain('Ce texte n’est pas encore traduit')
    expect(html).toContain('mai 2024')
    expect(html).toContain('Check the day.')
    expect(html).toContain('Source : source.example')
    expect(html).toContain('href="/fr/countries/dk"')
    expect(html).toContain('rel="canonical" href="https://stem.example/publications/report"')
  })

  it('leads to what it is linked with, to what is like it, and to what else there is from its country, public all of it', async () => {
    const { html } = await read('/publications/report')
    for (const path of ['/projects/linked', '/publications/near', '/practices/practice']) expect(html, path).toContain(`href="${path}"`)
    expect(html).not.toContain('A linked draft')
    expect(html).not.toContain('A Dutch practice')
    expect((await read('/practices/practice')).html).toContain('href="/publications/report"')
    expect((await read('/projects/linked')).html).toContain('href="/publications/report"')
  })

  it('says plainly what is not known, and links no country without a page', async () => {
    const { html } = await read('/policy/undated')
    expect(html).toContain('We know of no place on the web')
    expect(html).toContain('Not on file')
    expect(html).toContain('(n.d.)')
    expect((await read('/publications/american')).html).not.toContain('/countries/us')
  })

  it('is cited by its own words, and its citation can be saved', async () => {
    const { html } = await read('/publications/report')
    expect(html).toContain('Astra. (2024, May). <i>Girls in physics &amp; &lt;b&gt;data&lt;/b&gt;</i> [Report]. https://example.org/thing')
    const { answer, html: bib } = await read('/publications/report.bib')
    expect(answer.headers.get('content-type')).toContain('application/x-bibtex')
    expect(answer.headers.get('content-disposition')).toContain('report.bib')
    expect(bib).toContain('title = {{Girls in physics \\& <b>data</b>}}')
    expect((await ask('/projects/linked.bib')).status).toBe(404)
  })

  it('shows programs the way: permanent address, descriptions, kind', async () => {
    const { answer, html } = await read('/publications/report')
    expect(answer.headers.get('link')?.split(', ')).toEqual([
      `<https://stem.example/id/${report.id}>; rel="cite-as"`,
      '<https://stem.example/api/v1/publications/report>; rel="describedby"; type="application/json"',
      '<https://stem.example/publications/report.bib>; rel="describedby"; type="application/x-bibtex"',
      '<https://schema.org/Report>; rel="type"',
      '<https://schema.org/AboutPage>; rel="type"',
    ])
    const [data] = [...html.matchAll(/<script type="application\/ld\+json">([^<]+)<\/script>/g)].map(
      ([, json]) => JSON.parse(json ?? '') as Record<string, unknown>,
    )
    expect(data).toMatchObject({
      '@type': 'Report',
      '@id': `https://stem.example/id/${report.id}`,
      datePublished: '2024-05',
      author: { name: 'Astra' },
      inLanguage: 'en',
    })
  })
})

describe('the address of a record', () => {
  it('leads on when its slug changed, and when it became news', async () => {
    await DB.batch(saveItem(DB, { ...near, version: 2, slug: 'nearer' }, 'per_test', 2))
    for (const [path, to] of [
      ['/publications/near', '/fr/publications/nearer'],
      ['/publications/near.bib', '/fr/publications/nearer.bib'],
      ['/api/v1/publications/near', '/api/v1/publications/nearer'],
    ]) {
      const answer = await ask(path ?? '', 'fr')
      expect([answer.status, answer.headers.get('location')]).toEqual([308, to])
    }
    await DB.batch(saveItem(DB, { ...near, type: 'news', version: 3, slug: 'nearer' }, 'per_test', 3))
    const answer = await ask('/publications/nearer')
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/news/nearer'])
  })

  it('says that it is gone when it was withdrawn, and that there is nothing where nothing was', async () => {
    await withdrawItem({ db: DB }, undated.id, 1, 'per_test', 4)
    for (const path of ['/policy/undated', '/policy/undated.bib', '/api/v1/policy/undated']) expect((await ask(path)).status, path).toBe(410)
    for (const path of ['/policy/never', '/news/report', '/publications/practice', '/api/v1/news/report']) expect((await ask(path)).status, path).toBe(404)
  })
})
