import { BEGINNING } from '@stem/jobs/chain'
import type { Consent } from './entry.ts'
import { consentHash } from './record.ts'

const AT_ONCE = 500

/** Columns of an entry under the names of `Consent`. */
export const CONSENT_COLUMNS = 'seq, at, kind, address_key AS addressKey, subscriber_id AS subscriberId, detail, previous, hash'

/** Reads the whole ledger and computes it anew. `broken`: the first entry that was changed, or that follows one that is missing. */
export async function verifyConsents({ db }: { db: D1Database }): Promise<{ checked: number; broken: number | null }> {
  let previous = BEGINNING
  let checked = 0
  for (;;) {
    const { results } = await db.prepare(`SELECT ${CONSENT_COLUMNS} FROM consents WHERE seq > ? ORDER BY seq LIMIT ?`).bind(checked, AT_ONCE).all<Consent>()
    for (const entry of results) {
      if (entry.seq !== checked + 1 || entry.previous !== previous || entry.hash !== (await consentHash(entry))) return { checked, broken: entry.seq }
      previous = entry.hash
      checked = entry.seq
    }
    if (results.length < AT_ONCE) return { checked, broken: null }
  }
}
