import { announcementSchema, TOPICS } from '@stem/contracts/webhooks'
import { toJsonSchema } from '@valibot/to-json-schema'

const header = (name: string, description: string) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } })

const SIGNED = [
  header('webhook-id', 'Name of the message, the same in every try: take it once'),
  header('webhook-timestamp', 'When this try was made, seconds since 1970; refuse what is older than five minutes'),
  header(
    'webhook-signature',
    'v1, and the HMAC-SHA-256 in base 64 of id, timestamp and body, joined by dots; several, separated by spaces, after a change of secret',
  ),
]

const messageOf = (type: string, summary: string) => {
  const { $schema: _dialect, ...schema } = toJsonSchema(announcementSchema)
  return {
    post: {
      operationId: type.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase()),
      summary,
      tags: ['Webhooks'],
      parameters: SIGNED,
      requestBody: { required: true, content: { 'application/json': { schema: { ...schema, properties: { ...schema.properties, type: { const: type } } } } } },
      responses: {
        '2XX': { description: 'Taken' },
        '410': { description: 'Not wanted any more: the webhook is switched off' },
        default: { description: 'Tried again twelve times over a day, redirects too' },
      },
    },
  }
}

/** What programs elsewhere can be told, by webhooks that the secretariat sets up (Standard Webhooks). A test has the type `ping` and no data. */
export const WEBHOOKS: Record<string, object> = Object.fromEntries(
  TOPICS.map((topic) => [`request.${topic}`, messageOf(`request.${topic}`, `A request for support: ${topic}`)]),
)
