import {
  CAMPAIGN_TOPICS,
  campaignAnnouncementSchema,
  ISSUE_TOPICS,
  issueAnnouncementSchema,
  REQUEST_TOPICS,
  requestAnnouncementSchema,
  typeOfTopic,
  type Topic,
} from '@stem/contracts/webhooks'
import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'

const header = (name: string, description: string) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } })

const SIGNED = [
  header('webhook-id', 'Name of the message, the same in every try: take it once'),
  header('webhook-timestamp', 'When this try was made, seconds since 1970; refuse what is older than five minutes'),
  header(
    'webhook-signature',
    'v1, and the HMAC-SHA-256 in base 64 of id, timestamp and body, joined by dots; several, separated by spaces, after a change of secret',
  ),
]

type Announcement = typeof requestAnnouncementSchema | typeof campaignAnnouncementSchema | typeof issueAnnouncementSchema

const messageOf = (announcement: Announcement, type: string, summary: string, data: v.InferInput<Announcement>['data']) => {
  const { $schema: _dialect, ...schema } = toJsonSchema(announcement)
  const content = {
    'application/json': {
      schema: { ...schema, properties: { ...schema.properties, type: { const: type } } },
      example: { type, timestamp: '2026-11-24T12:00:00.000Z', data },
    },
  }
  return {
    post: {
      operationId: type.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase()),
      summary,
      tags: ['Webhooks'],
      parameters: SIGNED,
      requestBody: { required: true, content },
      responses: {
        '2XX': { description: 'Taken' },
        '410': { description: 'Not wanted any more: the webhook is switched off' },
        default: { description: 'Tried again twelve times over a day, redirects too' },
      },
    },
  }
}

const described =
  (announcement: Announcement, about: string, data: v.InferInput<Announcement>['data']) =>
  (topic: Topic): [string, object] => {
    const type = typeOfTopic(topic)
    return [type, messageOf(announcement, type, `${about}: ${topic.split('.').at(-1)}`, data)]
  }

const CAMPAIGN = 'cmp_01kb2m4x7c9d8e6f5g4h3j2k1m'
const request = { id: 'cas_01kb2m4x7c9d8e6f5g4h3j2k1m', reference: 'ABCDE-FGHJK', kind: 'taskforce', state: 'triage' } as const
const mails = { prepared: 1200, accepted: 1188, rejected: 9, cancelled: 2, unknown: 1 }
const campaign = { id: CAMPAIGN, kind: 'issue', state: 'finished', mails } as const

/** What programs elsewhere can be told, by webhooks that the secretariat sets up (Standard Webhooks). A test has the type `ping` and no data. */
export const WEBHOOKS: Record<string, object> = Object.fromEntries([
  ...REQUEST_TOPICS.map(described(requestAnnouncementSchema, 'A request for support', request)),
  ...CAMPAIGN_TOPICS.map(described(campaignAnnouncementSchema, 'A campaign of the newsletter', campaign)),
  ...ISSUE_TOPICS.map(described(issueAnnouncementSchema, 'An issue in the public archive', { id: CAMPAIGN, slug: '2026-11-what-works-2k1m' })),
])
