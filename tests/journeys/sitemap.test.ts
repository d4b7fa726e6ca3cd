import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { parseSitemap, parseSitemapIndex, type SitemapItem } from 'sitemap'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { mapped } from './mapped.ts'
import { start, type Started } from './started.ts'

let system: Started
let files: string[]
let entries: SitemapItem[]
const text = async (path: string) => (await fetch(system.origin + path)).text()

/** The schema of sitemaps.org as a package brings it. It names no schema of XHTML that is at hand, so links of other languages are taken as they are. */
async function schema(): Promise<string> {
  const home = dirname(createRequire(import.meta.url).resolve('sitemap')).split('/dist')[0] ?? ''
  return (await readFile(join(home, 'schema/sitemap.xsd'), 'utf8')).replaceAll('processContents="strict"', 'processContents="lax"')
}
const faultsOf = async (contents: string) => (await validateXML({ xml: { fileName: 'map.xml', contents }, schema: await schema() })).errors

beforeAll(async () => {
  system = await start()
  files = (await mapped(system)).files
  entries = (await Promise.all(files.map(async (file) => parseSitemap(Readable.from([await text(file)]))))).flat()
})
afterAll(() => system.stop())

describe('the sitemap', () => {
  it('is an index that names every file once, each by a full address', async () => {
    const parts = await parseSitemapIndex(Readable.from([await text('/sitemap.xml')]))
    expect(parts.map(({ url }) => url)).toEqual(files.map((file) => system.origin + file))
    expect(new Set(files).size).toBe(files.length)
    expect(files.length).toBeGreaterThan(2)
  })

  it('has files that the schema of sitemaps.org accepts, within its limits', async () => {
    for (const file of files) {
      const contents = await text(file)
      expect(await faultsOf(contents), file).toEqual([])
      expect(contents.length, file).toBeLessThan(50 * 1024 * 1024)
      expect(contents.split('<url>').length - 1, file).toBeLessThanOrEqual(50_000)
    }
    // The schema can refuse: an address without <loc> is none.
    expect(await faultsOf('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>')).not.toEqual([])
  })

  it('tells of every item when it was changed, and never a time to come', () => {
    const records = entries.filter(({ url }) => /\/(?:practices|publications|news|policy|projects|members|data)\/[a-z0-9-]+$/.test(url))
    const own = records.filter(({ url }) => !/\/data\/(?:compare|targets)$/.test(url))
    expect(own.length).toBeGreaterThan(100)
    expect(own.filter(({ lastmod }) => lastmod === undefined || Date.parse(lastmod) > Date.now()).map(({ url }) => url)).toEqual([])
  })

  it('names the languages of a page as the page itself does, and every one of them names it back', async () => {
    const byUrl = new Map(entries.map((entry) => [entry.url, entry]))
    expect(byUrl.size).toBe(entries.length)
    let translated = 0
    for (const { url, links } of entries) {
      const here = links.map(({ lang, url: at }) => `${lang} ${at}`)
      const html = await text(url.replace(system.origin, ''))
      expect(
        [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, at]) => `${lang} ${at}`),
        url,
      ).toEqual(here)
      if (links.length === 0) continue
      translated++
      expect(
        links.map(({ url: at }) => at),
        url,
      ).toContain(url)
      expect(links.map(({ lang }) => lang)).toContain('x-default')
      for (const { url: at } of links)
        expect(
          byUrl.get(at)?.links.map(({ url: back }) => back),
          `${at} back to ${url}`,
        ).toContain(url)
    }
    expect(translated).toBeGreaterThan(50)
    expect(translated).toBeLessThan(entries.length)
  })

  it('has no file beyond those it names', async () => {
    for (const file of ['items-9999999.xml', 'organisations-99.xml', 'organisations.xml', 'nothing.xml', 'pages-0.xml', 'issues-0.xml']) {
      expect((await fetch(`${system.origin}/sitemaps/${file}`)).status, file).toBe(404)
    }
  })
})
