import type { ServiceEnv } from '@stem/web/app'
import { problem } from '@stem/web/problem'
import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { deskOf } from '../readers/reader.ts'
import { brevoEvents } from './brevo-events.ts'
import { hearEvents } from './hear-events.ts'
import { genuineId } from './is-genuine.ts'
import { PROVIDERS } from './mail-event.ts'
import { resendEvents } from './resend-events.ts'

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return null
  }
}

/** Events of the providers that carry our mails; programs alone ask here, and prove themselves by signature or token over the bytes as they came. */
export const mailEvents = new Hono<ServiceEnv<Env>>().post('/api/v1/mail-events/:provider', async (c) => {
  const { now, requestId } = c.env.context
  const provider = PROVIDERS.find((one) => one === c.req.param('provider'))
  if (provider === undefined) return problem(404, 'unknown_provider', 'No events are taken from this provider.', requestId)
  const body = await c.req.raw.text()
  const id = genuineId({ headers: c.req.raw.headers, body }, { provider, keys: c.env.MAIL_EVENTS_KEY }, now)
  if (id === null) return problem(401, 'not_genuine', 'The signature or token is missing, wrong or too old.', requestId)
  const events = provider === 'brevo' ? await brevoEvents(parsed(body), now) : resendEvents(parsed(body), id, now)
  if (events === null) return problem(422, 'bad_event', 'This is no event in the shape of the provider.', requestId)
  return c.json({ heard: await hearEvents(deskOf(c.env), provider, events, now) })
})
