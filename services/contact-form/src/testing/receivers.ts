import { TOPICS } from '@stem/contracts/webhooks'
import { newFormKey } from '@stem/web/form'
import { asEvent, eventRow } from '../cases/event.ts'
import { addWebhook } from '../webhooks/add-webhook.ts'
import { announce } from '../webhooks/announce.ts'
import { deliverWebhooks, type Told } from '../webhooks/deliver-webhooks.ts'
import { ask, DB, finished, NOW, only, READING, somebody } from './asking.ts'

const RULES = { own: [], loopback: false }
const PUBLIC = ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c']

type Post = { url: string; id: string; timestamp: string; signature: string; body: string }
type Answer = number | 'timeout' | 'refused'
/** What receivers got. */
export const posts: Post[] = []

/** One run of delivering; `answer` says how a receiver answers. */
export const run = (
  now: number,
  {
    answer = () => 200,
    resolve = async () => PUBLIC,
  }: { answer?: (post: Post) => Answer | Promise<Answer>; resolve?: (host: string) => Promise<string[]> } = {},
): Promise<Told> =>
  deliverWebhooks(
    {
      db: DB,
      keys: READING.keys,
      rules: RULES,
      resolve,
      lease: crypto.randomUUID(),
      chance: () => 0,
      send: async (input, init) => {
        const request = new Request(input as string, init as RequestInit)
        const { headers } = request
        const post = {
          url: request.url,
          id: headers.get('webhook-id') ?? '',
          timestamp: headers.get('webhook-timestamp') ?? '',
          signature: headers.get('webhook-signature') ?? '',
          body: await request.text(),
        }
        posts.push(post)
        const status = await answer(post)
        if (status === 'timeout') throw Object.assign(new Error('late'), { name: 'TimeoutError' })
        if (status === 'refused') throw new TypeError('refused')
        return new Response(status === 204 || status === 304 ? null : 'CANARY body', { status, headers: { location: 'https://127.0.0.1/' } })
      },
    },
    now,
  )

/** A webhook with its secret. */
export async function hook(url = 'https://hooks.example.org/in', kinds: readonly (typeof TOPICS)[number][] = TOPICS): Promise<{ id: string; secret: string }> {
  const added = await addWebhook(READING, somebody('secretariat-admin'), { formKey: newFormKey(), url, kinds }, NOW)
  if (!added.ok) throw new Error(added.code)
  return added.value
}

/** Everything that is to be told, or was. */
export const rows = async () =>
  (
    await DB.prepare(
      'SELECT event_id AS eventId, webhook_id AS webhookId, kind, payload, state, attempts, why, next_at AS nextAt FROM webhook_deliveries ORDER BY id',
    ).all<{
      eventId: string
      webhookId: string
      kind: string
      payload: string
      state: string
      attempts: number
      why: string | null
      nextAt: number
    }>()
  ).results

/** A request comes in. */
export const received = () => ask('/support/request', { form: finished({ challenge: 'CANARY words', name: 'CANARY name', address: 'canary@min.example' }) })
/** Many messages about one request. */
export async function many(messages: number): Promise<void> {
  await received()
  await DB.prepare('DELETE FROM webhook_deliveries').run()
  const { id: caseId } = await only()
  const said = { caseId, kind: 'said', actor: 'requester', state: 'new', before: {}, version: 1, about: null, groupId: null } as const
  const events = Array.from({ length: messages }, (_, index) => asEvent({ ...said, at: NOW + index }))
  await DB.batch(events.flatMap((event) => [eventRow(DB, event), ...announce(DB, event)]))
  await DB.prepare('UPDATE webhook_deliveries SET next_at = ?').bind(NOW).run()
}
