import { fingerprint } from '@stem/jobs/ids'
import { failureFrom, type Failure } from '@stem/mail/failure'
import * as v from 'valibot'
import { mailIn, type Became, type MailEvent } from './mail-event.ts'

const text = v.optional(v.pipe(v.string(), v.maxLength(2000)))
/** An event as Brevo sends it (developers.brevo.com, transactional webhooks): it has no id of its own. */
const schema = v.object({
  event: v.pipe(v.string(), v.maxLength(60)),
  email: text,
  'message-id': text,
  ts_event: v.optional(v.number()),
  reason: text,
  'X-Mailin-custom': text,
})
type Event = v.InferOutput<typeof schema>

// Their word for it stands when the server's reason has no code.
const failed = (kind: Failure['kind'], reason: string): Failure => {
  const told = failureFrom(null, reason)
  return told.code === null ? { kind, code: null } : told
}

function becameOf({ event, reason = '' }: Event): Became | null {
  switch (event) {
    case 'delivered':
      return { kind: 'delivered' }
    case 'hard_bounce':
    case 'invalid_email':
      return failed('hard', reason)
    case 'soft_bounce':
      return failed('soft', reason)
    case 'blocked':
      return failed('block', reason)
    case 'spam':
    case 'complaint':
      return { kind: 'complaint', code: null }
    case 'unsubscribed':
      return { kind: 'unsubscribe', code: null }
    default:
      return null
  }
}

/** Reads what Brevo posts: one event, or a list of them. What it does not know is of no consequence; null for what is no event. */
export async function brevoEvents(body: unknown, now: number): Promise<MailEvent[] | null> {
  const read = v.safeParse(v.pipe(v.array(schema), v.maxLength(1000)), Array.isArray(body) ? body : [body])
  if (!read.success) return null
  return Promise.all(
    read.output.map(async (event) => {
      const identity = [event.event, event['message-id'], event['X-Mailin-custom'], event.ts_event, event.email]
      return {
        eventKey: `brevo:${await fingerprint(JSON.stringify(identity))}`,
        mail: mailIn(event['X-Mailin-custom'], event['message-id']),
        address: event.email ?? null,
        became: becameOf(event),
        at: event.ts_event === undefined ? now : event.ts_event * 1000,
      }
    }),
  )
}
