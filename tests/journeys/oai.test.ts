import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { ANSWER_SCHEMA, ELEMENTS_SCHEMA, LANGUAGE_SCHEMA, RECORD_SCHEMA } from './oai-schema.ts'
import { start, type Started } from './started.ts'

let system: Started
beforeAll(async () => {
  system = await start()
})
afterAll(() => system.stop())

const ask = async (query: string, init?: RequestInit) => {
  const answer = await fetch(
    `${system.origin}/oai${init ? '' : `?${query}`}`,
    init && { ...init, body: query, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  )
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('set-cookie')]).toEqual([200, 'text/xml; charset=utf-8', null])
  return answer.text()
}
const faultsOf = async (contents: string) =>
  (
    await validateXML({
      xml: { fileName: 'answer.xml', contents },
      schema: [
        `<schema xmlns="http://www.w3.org/2001/XMLSchema"><import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="oai.xsd"/><import namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" schemaLocation="oai_dc.xsd"/></schema>`,
      ],
      preload: [
        { fileName: 'oai.xsd', contents: ANSWER_SCHEMA },
        { fileName: 'oai_dc.xsd', contents: RECORD_SCHEMA },
        { fileName: 'dc.xsd', contents: ELEMENTS_SCHEMA },
        { fileName: 'xml.xsd', contents: LANGUAGE_SCHEMA },
      ],
    })
  ).errors

describe('harvesting by OAI-PMH', () => {
  it('answers each verb, and each fault, in the shape of the protocol, to GET and POST alike', async () => {
    const list = await ask('verb=ListRecords&metadataPrefix=oai_dc')
    const identifier = /<identifier>(oai:[^<]+)/.exec(list)?.[1] ?? ''
    const token = /<resumptionToken[^>]*>([^<]+)/.exec(list)?.[1] ?? ''
    expect([identifier.length > 20, token.length > 20]).toEqual([true, true])
    const queries = [
      'verb=Identify',
      'verb=ListSets',
      'verb=ListMetadataFormats',
      `verb=ListMetadataFormats&identifier=${identifier}`,
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`,
      'verb=ListIdentifiers&metadataPrefix=oai_dc&set=practices',
      `verb=ListRecords&resumptionToken=${token}`,
      'verb=Nothing',
      'verb=ListRecords&metadataPrefix=marc',
    ]
    expect(await faultsOf(list)).toEqual([])
    for (const query of queries) {
      const answer = await ask(query)
      expect([query, await faultsOf(answer)]).toEqual([query, []])
      const posted = await ask(query, { method: 'POST' })
      expect(posted.replace(/<responseDate>[^<]+/, '')).toBe(answer.replace(/<responseDate>[^<]+/, ''))
    }
    // The schema can refuse: a record of another element, an answer in another order.
    expect(await faultsOf(list.replace('dc:title', 'dc:name'))).not.toEqual([])
    expect(await faultsOf((await ask('verb=Identify')).replace(/<repositoryName>[^<]+<\/repositoryName>/, ''))).not.toEqual([])
  })

  it('hands out all practices and publications of the data', async () => {
    const count = async (set: string) => {
      let n = 0
      let query = `verb=ListIdentifiers&metadataPrefix=oai_dc&set=${set}`
      for (;;) {
        const part = await ask(query)
        n += part.split('<header>').length - 1
        const token = /<resumptionToken[^>]*>([^<]+)/.exec(part)?.[1]
        if (token === undefined) return n
        query = `verb=ListIdentifiers&resumptionToken=${token}`
      }
    }
    const listed = async (name: string) => ((await (await fetch(`${system.origin}/api/v1/${name}?limit=100`)).json()) as { data: unknown[] }).data.length
    expect([await count('practices'), await count('publications')]).toEqual([await listed('practices'), await listed('publications')])
  })
})
