import { draftSchema, ownOrganisationSchema } from '@stem/contracts/api-my-organisation'
import { receivedSchema, requestSchema } from '@stem/contracts/api-requests'
import type { ApiParameter, ApiRoute } from './api-route.ts'
import { ALWAYS, IDEMPOTENCY_KEY, jsonOf, refusal, withoutDialect, type Operations } from './describe.ts'
import { indicatorApi } from './indicator-routes.ts'
import { newsletterApi, newsletterOperations } from './newsletter-routes.ts'
import { organisationApi } from './organisation-routes.ts'
import { listApi } from './list-routes.ts'
import { searchApi } from './search-routes.ts'
import { WEBHOOKS } from './webhooks.ts'
import { supportApi } from './support-routes.ts'

/** Every public address of the API. */
export const API_ROUTES: readonly ApiRoute[] = [...searchApi, ...listApi, ...indicatorApi, ...organisationApi, ...supportApi, ...newsletterApi]

const text = { type: 'string' }
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'requestId'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    requestId: text,
    errors: { type: 'array', items: { type: 'object', properties: { field: text, reason: text } } },
  },
}

const parameter =
  (place: 'query' | 'path') =>
  ({ name, description, schema, many }: ApiParameter) => ({
    name,
    in: place,
    description,
    required: place === 'path',
    schema,
    ...(many ? { style: 'form', explode: true } : {}),
  })

function operation({ summary, tag, query, parameters = [], response, example, path }: ApiRoute): object {
  return {
    get: {
      operationId: `get${path.replace('/api/v1', '').replaceAll(/[/{}-]+(\w)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '')}`,
      summary,
      tags: [tag],
      parameters: [...parameters.map(parameter('path')), ...query.map(parameter('query'))],
      responses: {
        '200': { description: summary, content: { 'application/json': { schema: withoutDialect(response), ...(example === undefined ? {} : { example }) } } },
        '304': { description: 'Nothing changed since the version named in If-None-Match' },
        ...(query.length > 0 ? { '400': refusal('A parameter is unknown or has a wrong value') } : {}),
        ...(parameters.length > 0 ? { '404': refusal('Nothing at this address') } : {}),
        ...ALWAYS,
      },
    },
  }
}

const requests: Operations = {
  post: {
    operationId: 'requestSupport',
    summary: 'Ask for support; the same Idempotency-Key gives the same reference',
    tags: ['Support'],
    parameters: [IDEMPOTENCY_KEY],
    requestBody: { required: true, content: jsonOf(requestSchema) },
    responses: {
      '201': { description: 'Received', content: jsonOf(receivedSchema) },
      '409': refusal('The Idempotency-Key was used for another request'),
      '422': refusal('A field is missing, unknown or wrong'),
      '429': refusal('Too many requests from one network or for one address; see Retry-After'),
      '503': refusal('The service does not answer; see Retry-After'),
    },
  },
}

/** What an organisation's own programs ask by a key, made and ended on its page of API keys. */
const KEYED: Record<string, Operations> = {
  '/api/v1/my-organisation': {
    get: keyed('readOwnOrganisation', 'The own record with its draft', null),
    put: keyed('sendOwnDraft', 'Send a draft of the own profile; a person submits it', draftSchema),
  },
}

function keyed(operationId: string, summary: string, body: typeof draftSchema | null): Operations[string] {
  return {
    operationId,
    summary,
    tags: ['Own organisation'],
    security: [{ key: [] }],
    ...(body === null ? {} : { requestBody: { required: true, content: jsonOf(body) } }),
    responses: {
      '200': { description: summary, content: jsonOf(ownOrganisationSchema) },
      '401': refusal('No key, or one that has ended'),
      '403': refusal('The key may not do this'),
      ...(body === null
        ? {}
        : { '409': refusal('Somebody saved another draft meanwhile'), '422': refusal('The draft has a field that is missing, unknown or wrong') }),
      ...ALWAYS,
    },
  }
}

/** What changes something, or is answered to some alone, by path. */
export const OPERATIONS: Readonly<Record<string, Operations>> = { '/api/v1/support-requests': requests, ...newsletterOperations, ...KEYED }

const bearerOf = (link: string) => ({
  type: 'http',
  scheme: 'bearer',
  description: `r, c (where there is one) and token of the link to ${link} in a mail, joined by dots: sub_….…`,
})

/** The OpenAPI 3.1 document of the API at `origin`, made from the schemas the services answer by. */
export const openApiDocument = (origin: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'EU STEM Coalition',
    version: '1',
    description:
      'Practices, publications, news, EU policy, projects, organisations, indicators and the newsletter of the EU STEM Coalition. Reading what is public needs no key; programs of a member have one.',
  },
  servers: [{ url: origin }],
  paths: { ...Object.fromEntries(API_ROUTES.map((route) => [route.path, operation(route)])), ...OPERATIONS },
  webhooks: WEBHOOKS,
  components: {
    schemas: { Problem: PROBLEM },
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'stem_key_…, from the page of API keys of an organisation' },
      preferencesLink: bearerOf('/newsletter/preferences'),
      unsubscribeLink: bearerOf('/newsletter/unsubscribe'),
      mailProvider: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: 'What the provider signs or brings: a Standard Webhooks signature (Resend) or the agreed token (Brevo)',
      },
      session: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'The session of somebody of the secretariat, from signing in on the site' },
    },
  },
})
