import { Webhook } from 'standardwebhooks'
import type { Keys } from '../sealing/keys.ts'
import { seal, unseal } from '../sealing/seal.ts'

/** A secret of a webhook; `until`: when it stops being used, null for the newest. */
type Secret = { secret: string; until: number | null }

const BYTES = 32
/** How long the secret before is used beside a new one. */
export const OVERLAP = 24 * 60 * 60_000

/** Where the secrets of a webhook are sealed. */
export const secretsPlace = (id: string): string => `webhook ${id}`

/** A new secret as Standard Webhooks write it: `whsec_` and 256 random bits in base 64. */
export const newSecret = (): string => `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(BYTES))))}`

const secretsIn = async (keys: Keys, id: string, sealed: string): Promise<Secret[]> => JSON.parse(await unseal(keys, secretsPlace(id), sealed)) as Secret[]

/** Seals a new secret beside what `sealed` holds, whose newest stays good for a day; older ones, and what cannot be read, end. */
export async function addSecret(keys: Keys, id: string, secret: string, sealed: string | null, now: number): Promise<string> {
  const [newest] = sealed === null ? [] : await secretsIn(keys, id, sealed).catch(() => [])
  const kept: Secret[] = [{ secret, until: null }, ...(newest ? [{ secret: newest.secret, until: now + OVERLAP }] : [])]
  return seal(keys, secretsPlace(id), JSON.stringify(kept))
}

/** Headers that prove where a message comes from, and that it was not changed (Standard Webhooks, symmetric `v1`): one signature for each secret in use. */
export async function signed(
  keys: Keys,
  { webhookId, eventId, payload, sealed }: { webhookId: string; eventId: string; payload: string; sealed: string },
  now: number,
): Promise<Record<string, string>> {
  const secrets = (await secretsIn(keys, webhookId, sealed)).filter(({ until }) => until === null || until > now)
  const signatures = secrets.map(({ secret }) => new Webhook(secret).sign(eventId, new Date(now), payload))
  return { 'webhook-id': eventId, 'webhook-timestamp': String(Math.floor(now / 1000)), 'webhook-signature': signatures.join(' ') }
}
