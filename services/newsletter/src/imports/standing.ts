import { notSuppressed } from '../suppressions/suppress.ts'

/**
 * What becomes of an address at this moment, as an expression: `suppressed`, `known`, `withdrawn`, or `ready` for one that never was a
 * reader's. An address that a reader has moved away from was one, as the ledger knows. Checking and applying ask the same. `key`: the hash
 * of the address; `now`: the parameter with the time.
 */
export const standing = (key: string, now: string): string =>
  `CASE WHEN NOT ${notSuppressed(key, now)} THEN 'suppressed' ELSE coalesce(
     (SELECT CASE WHEN s.state IN ('active', 'paused') THEN 'known' ELSE 'withdrawn' END FROM subscribers s WHERE s.address_key = ${key}),
     CASE WHEN EXISTS (SELECT 1 FROM consents e WHERE e.address_key = ${key} AND e.kind IN ('confirmed', 'imported')) THEN 'withdrawn' ELSE 'ready' END) END`
