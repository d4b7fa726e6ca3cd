import type { Keys } from '../sealing/keys.ts'
import { isPublicAddress } from './address-ranges.ts'
import { isLoopback, readTarget, type TargetRules } from './read-target.ts'
import type { Resolve } from './resolve.ts'
import { signed } from './secrets.ts'

/** A message and where it goes. */
export type Outgoing = { webhookId: string; eventId: string; payload: string; url: string; sealed: string }

/** What posting needs. `send`: the Worker's `fetch`. */
export type Posting = { keys: Keys; send: typeof fetch; resolve: Resolve; rules: TargetRules }

/**
 * What became of a try. `why`: the status, or a code (`address`, `dns`, `private`, `timeout`, `unreachable`). `down`: nobody answers there,
 * so others need not try for now.
 */
export type Posted = { outcome: 'delivered' | 'later' | 'gone'; why: string; down: boolean }

const PATIENCE = 10_000
const GONE = 410
const later = (why: string, down = true): Posted => ({ outcome: 'later', why, down })

/** Why the host of `target` may not be asked, or null: every address it has must belong to the public internet, each time. */
async function faultOf({ resolve, rules }: Posting, target: string): Promise<'dns' | 'private' | null> {
  if (rules.loopback && isLoopback(target)) return null
  const addresses = await resolve(new URL(target).hostname).catch(() => [])
  if (addresses.length === 0) return 'dns'
  return addresses.every(isPublicAddress) ? null : 'private'
}

/** Posts a message once. Redirects are answers, not ways; of the answer only the status is looked at, and its body is never read. */
export async function postMessage(posting: Posting, { url, payload, sealed, ...message }: Outgoing, now: number): Promise<Posted> {
  const target = readTarget(url, posting.rules)
  if (!target.ok) return later('address')
  const fault = await faultOf(posting, target.value)
  if (fault !== null) return later(fault)
  const proof = await signed(posting.keys, { ...message, payload, sealed }, now)
  try {
    const { send } = posting
    const answer = await send(target.value, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'EU-STEM-Coalition-Webhooks/1', ...proof },
      body: payload,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
    await answer.body?.cancel()
    const why = String(answer.status)
    if (answer.ok) return { outcome: 'delivered', why, down: false }
    return answer.status === GONE ? { outcome: 'gone', why, down: true } : later(why, answer.status === 429 || answer.status >= 500)
  } catch (thrown) {
    return later(thrown instanceof Error && thrown.name === 'TimeoutError' ? 'timeout' : 'unreachable')
  }
}
