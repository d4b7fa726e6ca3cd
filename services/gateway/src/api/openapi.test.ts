import { campaignAnnouncementSchema, issueAnnouncementSchema, requestAnnouncementSchema, TOPICS, typeOfTopic } from '@stem/contracts/webhooks'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ADDRESSES } from '@stem/contracts/addresses'
import { NEWSLETTER } from './newsletter-examples.ts'
import { API_ROUTES, openApiDocument } from './openapi.ts'

type Message = {
  parameters: { name: string }[]
  requestBody: { content: { 'application/json': { schema: { properties: { data: { properties: object } } }; example: { type: string } } } }
}
type Document = {
  openapi: string
  webhooks: Record<string, { post: Message }>
  paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string }[]; security?: object[] }>>
  components: { securitySchemes: object }
}
const document = openApiDocument('https://stem.example') as Document

describe('the OpenAPI document', () => {
  it('describes every address of the API that is on the map, and no other', () => {
    // What the door answers by itself is for the operator alone.
    const mapped = ADDRESSES.filter(({ path, owner }) => path.startsWith('/api/v1/') && owner !== 'door' && !path.endsWith('openapi.json'))
    expect(Object.keys(document.paths).sort()).toEqual(mapped.map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}')).sort())
    for (const { path, methods = ['GET'] } of mapped) {
      const described = Object.keys(document.paths[path.replaceAll(/:(\w+)/g, '{$1}')] ?? {}).map((method) => method.toUpperCase())
      expect(described.toSorted(), path).toEqual(methods.filter((method) => method !== 'HEAD').toSorted())
    }
    expect(document.openapi).toBe('3.1.0')
  })

  it('gives examples that the schemas accept', () => {
    for (const [name, { schema, example }] of Object.entries(NEWSLETTER)) {
      expect(v.safeParse(schema, example).issues, name).toBeUndefined()
      expect(JSON.stringify(document.paths), name).toContain(JSON.stringify(example))
    }
    const schemas = { 'request.': requestAnnouncementSchema, 'newsletter.campaign.': campaignAnnouncementSchema, 'newsletter.issue.': issueAnnouncementSchema }
    for (const [type, { post }] of Object.entries(document.webhooks)) {
      const [, schema] = Object.entries(schemas).find(([start]) => type.startsWith(start)) ?? []
      const { example } = post.requestBody.content['application/json']
      expect([schema && v.safeParse(schema, example).issues, example.type], type).toEqual([undefined, type])
    }
  })

  it('describes every message to a webhook, its proof, and nothing personal in it', () => {
    const fields = {
      request: ['id', 'reference', 'kind', 'state'],
      campaign: ['id', 'kind', 'state', 'mails'],
      issue: ['id', 'slug'],
    }
    expect(Object.keys(document.webhooks)).toEqual(TOPICS.map(typeOfTopic))
    for (const [type, { post }] of Object.entries(document.webhooks)) {
      expect(post.parameters.map(({ name }) => name)).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature'])
      const about = type.startsWith('request.') ? 'request' : type.includes('.campaign.') ? 'campaign' : 'issue'
      expect(Object.keys(post.requestBody.content['application/json'].schema.properties.data.properties), type).toEqual(fields[about])
    }
  })

  it('gives each operation a name of its own, describes each place in its path, and says which proof it wants', () => {
    const operations = Object.entries(document.paths).flatMap(([path, byMethod]) => Object.values(byMethod).map((operation) => ({ path, ...operation })))
    const names = operations.map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(operations.length)
    expect(operations.length).toBeGreaterThan(API_ROUTES.length)
    for (const { path, parameters = [], security = [] } of operations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(
        parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
        path,
      ).toEqual(places)
      for (const proof of security) expect(Object.keys(document.components.securitySchemes), path).toEqual(expect.arrayContaining(Object.keys(proof)))
    }
  })
})
