import { sameText } from '@stem/jobs/tokens'
import { Webhook } from 'standardwebhooks'
import type { Provider } from './mail-event.ts'

/** Milliseconds that the signed time of an event may be away from ours. */
export const TOLERANCE = 5 * 60_000

/** Secrets by provider from `MAIL_EVENTS_KEY`: `resend:whsec_… brevo:…`; several of one provider while one takes over from another. */
const keysOf = (keys: string | undefined, provider: Provider): string[] =>
  (keys ?? '').split(/\s+/).flatMap((one) => (one.startsWith(`${provider}:`) && one.length > provider.length + 1 ? [one.slice(provider.length + 1)] : []))

/** The id and signature of an event by Standard Webhooks, also under the names that Svix gave them. */
function signatureIn(headers: Headers): { id: string; seconds: number; signatures: string[] } | null {
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) => headers.get(`webhook-${name}`) ?? headers.get(`svix-${name}`) ?? '')
  if (!id || !signature || !/^\d{1,12}$/.test(timestamp ?? '')) return null
  return { id, seconds: Number(timestamp), signatures: signature.split(' ').slice(0, 10) }
}

/**
 * Whether an event comes from the provider: its id, else null. Resend signs the bytes with id and time (Standard Webhooks, symmetric `v1`); Brevo
 * proves itself by a token (`Authorization: Bearer`), and what it sends has no id. Without a key nobody is believed.
 */
export function genuineId(
  { headers, body }: { headers: Headers; body: string },
  { provider, keys }: { provider: Provider; keys: string | undefined },
  now: number,
): string | null {
  const secrets = keysOf(keys, provider)
  if (provider === 'brevo') {
    const token = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? ''
    return secrets.some((secret) => sameText(token, secret)) ? '' : null
  }
  const signed = signatureIn(headers)
  if (!signed || Math.abs(now - signed.seconds * 1000) > TOLERANCE) return null
  const { id, seconds, signatures } = signed
  const expected = secrets.map((secret) => new Webhook(secret).sign(id, new Date(seconds * 1000), body))
  return expected.some((one) => signatures.some((given) => sameText(given, one))) ? id : null
}
