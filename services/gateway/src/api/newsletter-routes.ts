import { SHIPPED } from '@stem/i18n/locales'
import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import type { ApiParameter, ApiRoute } from './api-route.ts'
import { ALWAYS, IDEMPOTENCY_KEY, jsonOf, refusal, type Operations } from './describe.ts'
import { NEWSLETTER } from './newsletter-examples.ts'

const text: object = { type: 'string' }
const language = (description: string): ApiParameter => ({ name: 'language', description, schema: { type: 'string', enum: [...SHIPPED], default: 'en' } })
const paging = (what: string): ApiParameter[] => [
  { name: 'limit', description: `${what} on one page`, schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
  { name: 'cursor', description: 'Where the page begins: the value of next on the page before', schema: text },
]

/** Addresses of the API that the newsletter service answers to everybody. */
export const newsletterApi: ApiRoute[] = [
  {
    path: '/api/v1/newsletter/issues',
    summary: 'Issues of the newsletter in the public archive, the newest first',
    tag: 'Newsletter',
    query: [language('Language of the text, where the issue has it'), ...paging('Issues')],
    response: toJsonSchema(NEWSLETTER.issues.schema),
    example: NEWSLETTER.issues.example,
    alternates: ['/newsletter/archive.atom', '/newsletter/archive.json'],
  },
  {
    path: '/api/v1/newsletter/issues/{slug}',
    summary: 'One issue with its words',
    tag: 'Newsletter',
    query: [language('Language of the text, where the issue has it')],
    parameters: [{ name: 'slug', description: 'Last part of its address', schema: text }],
    response: toJsonSchema(NEWSLETTER.issue.schema),
    example: NEWSLETTER.issue.example,
  },
  {
    path: '/api/v1/newsletter/consent-text',
    summary: 'The words a reader consents to when subscribing',
    tag: 'Newsletter',
    query: [language('Language of the words')],
    response: toJsonSchema(NEWSLETTER.consentText.schema),
    example: NEWSLETTER.consentText.example,
  },
]

const given = <Schema extends v.GenericSchema>(description: string, { schema, example }: { schema: Schema; example: v.InferInput<Schema> }) => ({
  description,
  content: jsonOf(schema, example),
})
const taken = <Schema extends v.GenericSchema>({ schema, example }: { schema: Schema; example: v.InferInput<Schema> }) => ({
  required: true,
  content: jsonOf(schema, example),
})

const NO_TOKEN = refusal('No token, a wrong one, or one of a link for something else')
const LEFT = refusal('The reader has left')
const STAFF = {
  '401': refusal('Nobody is signed in'),
  '403': refusal('Not somebody of the secretariat, or the passkey was not used for too long'),
}

/** What the newsletter service answers to who asks for themselves, brings the token of a reader’s link, or is signed in. */
export const newsletterOperations: Record<string, Operations> = {
  '/api/v1/newsletter/subscriptions': {
    post: {
      operationId: 'subscribe',
      summary: 'Ask to subscribe somebody who was shown the consent text; nothing is so until they press the button behind the mailed link',
      tags: ['Newsletter'],
      parameters: [IDEMPOTENCY_KEY],
      requestBody: taken(NEWSLETTER.subscription),
      responses: {
        '202': given('Taken: the same answer for every address', NEWSLETTER.subscriptionAsked),
        '400': refusal('No Idempotency-Key'),
        '409': refusal('The consent text is another one by now, or the Idempotency-Key was used for another wish'),
        '422': refusal('A field is missing, unknown or wrong'),
        ...ALWAYS,
      },
    },
  },
  '/api/v1/newsletter/preferences': {
    get: {
      operationId: 'readPreferences',
      summary: 'A reader’s own choices',
      tags: ['Newsletter'],
      security: [{ preferencesLink: [] }],
      responses: { '200': given('The choices, without the address', NEWSLETTER.preferences), '401': NO_TOKEN, '410': LEFT, ...ALWAYS },
    },
    patch: {
      operationId: 'changePreferences',
      summary: 'Change some of them with the version that was read, or pause (pauseMonths alone)',
      tags: ['Newsletter'],
      security: [{ preferencesLink: [] }],
      requestBody: taken(NEWSLETTER.preferencesChange),
      responses: {
        '200': given('The choices as they are now', NEWSLETTER.preferences),
        '401': NO_TOKEN,
        '409': refusal('The reader changed something meanwhile'),
        '410': LEFT,
        '422': refusal('A field is missing, unknown or wrong'),
        ...ALWAYS,
      },
    },
  },
  '/api/v1/newsletter/subscription': {
    delete: {
      operationId: 'unsubscribe',
      summary: 'Leave at once; twice is once',
      tags: ['Newsletter'],
      security: [{ unsubscribeLink: [] }],
      responses: { '204': { description: 'Left' }, '401': NO_TOKEN, ...ALWAYS },
    },
  },
  '/api/v1/newsletter/campaigns': {
    get: {
      operationId: 'listCampaigns',
      summary: 'Campaigns, the latest begun first',
      tags: ['Newsletter'],
      security: [{ session: [] }],
      parameters: paging('Campaigns').map((one) => ({ ...one, in: 'query', required: false })),
      responses: {
        '200': given('Campaigns', NEWSLETTER.campaigns),
        '400': refusal('A parameter is unknown or has a wrong value'),
        ...STAFF,
        ...ALWAYS,
      },
    },
  },
  '/api/v1/newsletter/campaigns/{id}': {
    get: {
      operationId: 'readCampaign',
      summary: 'One campaign with its mails by state',
      tags: ['Newsletter'],
      security: [{ session: [] }],
      parameters: [{ name: 'id', in: 'path', required: true, description: 'cmp_…', schema: text }],
      responses: { '200': given('The campaign', NEWSLETTER.campaign), '404': refusal('No campaign of this id'), ...STAFF, ...ALWAYS },
    },
  },
  '/api/v1/mail-events/{provider}': {
    post: {
      operationId: 'reportMailEvents',
      summary: 'For the provider that carries the mails: what became of them, in its own shape; the same event twice is heard once',
      tags: ['Newsletter'],
      security: [{ mailProvider: [] }],
      parameters: [{ name: 'provider', in: 'path', required: true, description: 'The provider', schema: { type: 'string', enum: ['brevo', 'resend'] } }],
      requestBody: { required: true, content: { 'application/json': { schema: { type: ['object', 'array'] } } } },
      responses: {
        '200': {
          description: 'How many events were new',
          content: {
            'application/json': { schema: { type: 'object', required: ['heard'], properties: { heard: { type: 'integer' } } }, example: { heard: 1 } },
          },
        },
        '401': refusal('The signature or token is missing, wrong or too old'),
        '404': refusal('No events are taken from this provider'),
        '422': refusal('No event in the shape of the provider'),
        ...ALWAYS,
      },
    },
  },
}
