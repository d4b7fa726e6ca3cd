import { TOPICS, typeOfTopic } from '@stem/contracts/webhooks'
import { describe, expect, it } from 'vitest'
import { ADDRESSES } from '../addresses.ts'
import { API_ROUTES, openApiDocument } from './openapi.ts'

type Message = {
  parameters: { name: string }[]
  requestBody: { content: { 'application/json': { schema: { properties: { data: { properties: object } } } } } }
}
type Document = {
  openapi: string
  webhooks: Record<string, { post: Message }>
  paths: Record<string, { get: { operationId: string; parameters: { name: string; in: string }[] } }>
}
const document = openApiDocument('https://stem.example') as Document

describe('the OpenAPI document', () => {
  it('describes every address of the API that is on the map, and no other', () => {
    const mapped = ADDRESSES.filter(
      ({ path, methods }) =>
        path.startsWith('/api/v1/') &&
        (methods === undefined || methods.includes('GET') || path.endsWith('support-requests')) &&
        !path.endsWith('openapi.json'),
    )
    expect(Object.keys(document.paths).sort()).toEqual(mapped.map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}')).sort())
    expect(document.openapi).toBe('3.1.0')
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

  it('gives each operation a name of its own and describes each place in its path', () => {
    const names = Object.values(document.paths).flatMap(({ get }) => (get ? [get.operationId] : []))
    expect(new Set(names).size).toBe(API_ROUTES.length + 1)
    for (const [path, { get }] of Object.entries(document.paths).filter(([one]) => API_ROUTES.some((route) => route.path === one))) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(get.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(places)
    }
  })
})
