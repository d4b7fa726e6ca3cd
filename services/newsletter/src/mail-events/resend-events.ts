import { failureFrom } from '@stem/mail/failure'
import * as v from 'valibot'
import { mailIn, type Became, type MailEvent } from './mail-event.ts'

const text = v.optional(v.pipe(v.string(), v.maxLength(2000)))
/** An event as Resend sends it (resend.com/docs/webhooks); tags come as a record or as a list. */
const schema = v.object({
  type: v.pipe(v.string(), v.maxLength(60)),
  created_at: text,
  data: v.optional(
    v.object({
      to: v.optional(v.union([v.string(), v.array(v.string())])),
      tags: v.optional(v.union([v.record(v.string(), v.string()), v.array(v.object({ name: v.string(), value: v.string() }))])),
      bounce: v.optional(v.object({ type: text, subType: text, message: text })),
    }),
    {},
  ),
})
type Event = v.InferOutput<typeof schema>

function failureOf({ type = '', subType = '', message = '' }: NonNullable<Event['data']['bounce']>): Became {
  // On the provider's own list: nothing was tried, and nothing new is known.
  if (/suppress/i.test(subType)) return { kind: 'block', code: null }
  if (/TooLarge|Rejected/i.test(subType)) return { kind: 'policy', code: null }
  const told = failureFrom(null, message)
  if (told.code !== null) return told
  return { kind: type === 'Permanent' && subType !== 'MailboxFull' ? 'hard' : 'soft', code: null }
}

function becameOf({ type, data }: Event): Became | null {
  switch (type) {
    case 'email.delivered':
      return { kind: 'delivered' }
    case 'email.bounced':
      return failureOf(data.bounce ?? {})
    case 'email.suppressed':
      return { kind: 'block', code: null }
    case 'email.complained':
      return { kind: 'complaint', code: null }
    default:
      return null
  }
}

/** Reads what Resend posts. `id`: of the event, from its signed headers. What it does not know is of no consequence; null for what is no event. */
export function resendEvents(body: unknown, id: string, now: number): MailEvent[] | null {
  const read = v.safeParse(schema, body)
  if (!read.success) return null
  const { data, created_at: createdAt } = read.output
  const tags = Array.isArray(data.tags) ? Object.fromEntries(data.tags.map(({ name, value }) => [name, value])) : (data.tags ?? {})
  const at = Date.parse(createdAt ?? '')
  return [
    {
      eventKey: `resend:${id}`,
      mail: mailIn(tags['mail']),
      address: [data.to].flat()[0] ?? null,
      became: becameOf(read.output),
      at: Number.isNaN(at) ? now : at,
    },
  ]
}
