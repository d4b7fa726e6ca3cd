import type { Principal } from '@stem/contracts/context'

/** Milliseconds for which a proof of identity is fresh. */
export const FRESH = 15 * 60_000

/**
 * Whether `who` has proved identity in the last fifteen minutes, by the strongest means they have: the passkey for everyone who has
 * one or whose role sleeps without one, a sign-in for the others. Exports, erasure, role changes and keys ask for it.
 */
export const isFresh = (who: Principal, now: number): boolean => {
  const proof = who.passkeys > 0 || who.asleep.length > 0 ? who.assertedAt : who.provedAt
  return proof !== null && now - proof < FRESH
}
