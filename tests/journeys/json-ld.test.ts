import jsonld from 'jsonld'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { start, type Started } from './started.ts'

const SCHEMA = 'https://schema.org/'
let system: Started
beforeAll(async () => {
  system = await start()
})
afterAll(() => system.stop())

type Node = Record<string, unknown> & { '@type'?: string[]; '@id'?: string }

// The vocabulary as its own context maps it, without asking anybody: addresses are addresses, everything else is a text.
const ADDRESSES = [
  'url',
  'sameAs',
  'item',
  'license',
  'contentUrl',
  'image',
  'logo',
  'eventStatus',
  'eventAttendanceMode',
  'mainEntityOfPage',
  'isBasedOn',
  'citation',
]
const CONTEXT = { '@vocab': SCHEMA, ...Object.fromEntries(ADDRESSES.map((name) => [name, { '@id': SCHEMA + name, '@type': '@id' }])) }
const documentLoader = (url: string) => {
  if (!/^https:\/\/schema\.org\/?$/.test(url)) throw new Error(`asked for ${url}`)
  return Promise.resolve({ contextUrl: undefined, documentUrl: url, document: { '@context': CONTEXT } })
}

async function nodesOf(path: string): Promise<Node[]> {
  const html = await (await fetch(system.origin + path)).text()
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([^<]+)<\/script>/g)].map(([, json = '']) => JSON.parse(json) as object)
  expect(blocks.length, path).toBeGreaterThan(0)
  return (await Promise.all(blocks.map((block) => jsonld.expand(block as never, { documentLoader, safe: true } as never)))).flat() as unknown as Node[]
}
const typeOf = (node: Node): string => (node['@type'] ?? []).join().replaceAll(SCHEMA, '')

/** What search engines need of each kind before they use it. */
const NEEDED: Record<string, string[]> = {
  Report: ['name', 'inLanguage', 'url'],
  NewsArticle: ['headline', 'datePublished', 'inLanguage', 'url'],
  Event: ['name', 'startDate', 'eventStatus', 'location'],
  Dataset: ['name', 'description', 'distribution'],
  Project: ['name', 'description', 'url'],
  ResearchProject: ['name', 'description', 'url'],
  CreativeWork: ['name', 'description', 'url'],
  Organization: ['name', 'url'],
  DataCatalog: ['name', 'url', 'license'],
}

describe('what search engines are told', () => {
  it.each([
    ['/', 'Organization'],
    ['/members/platform-talent-voor-technologie-ptvt', 'Organization'],
    ['/practices/jet-net-technet-jntn', 'Project'],
    ['/publications/technology-pact-monitor', 'Report'],
    ['/news/towards-a-future-proof-europe', 'NewsArticle'],
    ['/policy/digital-decade-policy-programme-2030', 'CreativeWork'],
    ['/projects/towards-a-european-ste-a-m-platform-eusteam', 'ResearchProject'],
    ['/events/eu-stem-coalition-general-assembly-germany', 'Event'],
    ['/taskforces/danish-technology-pact', 'Project'],
    ['/working-groups/nordic-node', 'Project'],
    ['/data/stem-tertiary-graduates-per-1000', 'Dataset'],
    ['/data/download', 'DataCatalog'],
  ])('%s is read by a processor of JSON-LD as %s, with what that needs, and nothing is lost', async (path, type) => {
    const nodes = await nodesOf(path)
    const own = nodes.find((node) => typeOf(node) === type)
    expect(nodes.map(typeOf)).toContain(type)
    const missing = (NEEDED[type] ?? []).filter((name) => own?.[SCHEMA + name] === undefined)
    expect(missing).toEqual([])
    for (const node of nodes)
      expect([typeOf(node).length > 0, Object.keys(node).every((key) => key.startsWith('@') || key.startsWith(SCHEMA))]).toEqual([true, true])
  })

  it('a trail names each of its steps in order, by full addresses', async () => {
    const trail = (await nodesOf('/taskforces/danish-technology-pact')).find((node) => typeOf(node) === 'BreadcrumbList')
    const steps = trail?.[`${SCHEMA}itemListElement`] as Node[]
    const value = (node: Node, name: string) => (node[SCHEMA + name] as { '@value'?: unknown; '@id'?: string }[] | undefined)?.[0]
    expect(steps.map((step) => value(step, 'position')?.['@value'])).toEqual(steps.map((_, index) => index + 1))
    expect(steps.every((step) => value(step, 'item')?.['@id']?.startsWith(system.origin))).toBe(true)
  })

  it('has no place in it where a text could end the block', async () => {
    const html = await (await fetch(`${system.origin}/search?q=${encodeURIComponent('</script><b>')}`)).text()
    expect(html).not.toContain('</script><b>')
  })
})
