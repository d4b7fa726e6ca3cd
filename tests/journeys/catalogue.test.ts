import { LIST_NAMES } from '@stem/contracts/lists'
import jsonld from 'jsonld'
import { Parser, Store, type Quad } from 'n3'
import Validator from 'rdf-validate-shacl'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHAPES } from './dcat-shapes.ts'
import { start, type Started } from './started.ts'

const DCAT = 'http://www.w3.org/ns/dcat#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
let system: Started
let graph: Store
const get = async (path: string) => {
  const answer = await fetch(system.origin + path)
  expect(answer.status, path).toBe(200)
  return { type: answer.headers.get('content-type'), text: await answer.text() }
}
beforeAll(async () => {
  system = await start()
  graph = new Store(new Parser().parse((await get('/data/catalogue.ttl')).text))
})
afterAll(() => system.stop())

const faultsOf = async (data: Store) => {
  const report = await new Validator(new Store(new Parser().parse(SHAPES))).validate(data)
  return report.results.map(({ path, focusNode, message }) => `${focusNode?.value} ${path?.value}: ${message.map(({ value }) => value).join()}`)
}
const objectsOf = (predicate: string): string[] => graph.getObjects(null, `${DCAT}${predicate}`, null).map(({ value }) => value)

describe('the catalogue of data', () => {
  it('keeps the shapes of DCAT-AP 3, with the names of the EU’s tables', async () => {
    expect(await faultsOf(graph)).toEqual([])
    // The shapes can refuse.
    const broken = new Store(graph.getQuads(null, null, null, null).filter(({ predicate }: Quad) => predicate.value !== `${DCAT}accessURL`))
    expect((await faultsOf(broken)).length).toBeGreaterThan(10)
  })

  it('is the same graph as Turtle and as JSON-LD', async () => {
    const { type, text } = await get('/data/catalogue.jsonld')
    expect(type).toBe('application/ld+json; charset=utf-8')
    const read = new Parser().parse(String(await jsonld.toRDF(JSON.parse(text) as object, { format: 'application/n-quads' })))
    // No node is blank, so the same statements are the same graph.
    const statements = (quads: Quad[]) => quads.map(({ subject, predicate, object }) => JSON.stringify([subject, predicate, object])).toSorted()
    expect(statements(read)).toEqual(statements(graph.getQuads(null, null, null, null)))
  })

  it('has every list, the register and every indicator, each with files that are there', async () => {
    const landing = objectsOf('landingPage')
    for (const name of LIST_NAMES.filter((one) => one !== 'roundtables' && one !== 'policy-briefings')) expect(landing).toContain(`${system.origin}/${name}`)
    expect(landing.filter((url) => url.startsWith(`${system.origin}/data/`)).length).toBeGreaterThan(3)
    expect(graph.countQuads(null, TYPE, `${DCAT}Dataset`, null)).toBe(landing.length)
    for (const url of objectsOf('downloadURL')) expect([url, (await fetch(url)).status]).toEqual([url, 200])
  })

  it('and all of it can be had as one file, a record a line', async () => {
    const { type, text } = await get('/data/everything.ndjson')
    expect(type).toBe('application/x-ndjson; charset=utf-8')
    const [head, ...records] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { list?: string; id?: string; licence?: string })
    expect(head?.licence).toMatch(/^https:\/\/creativecommons\.org\//)
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
    for (const name of LIST_NAMES) {
      const { data } = (await (await fetch(`${system.origin}/api/v1/${name}?limit=100`)).json()) as { data: unknown[] }
      expect([name, records.filter(({ list }) => list === name).length]).toEqual([name, data.length])
    }
  })
})
