import { BEGINNING } from '@stem/jobs/chain'
import { hashOf, type ChainedEntry } from '@stem/jobs/commit'

const AT_ONCE = 500

/** Reads the whole chain and computes it anew. `broken`: the first entry that was changed, or that follows one that is missing. */
export async function verifyAudit({ db }: { db: D1Database }): Promise<{ checked: number; broken: number | null }> {
  let previous = BEGINNING
  let checked = 0
  for (;;) {
    const { results } = await db.prepare('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?').bind(checked, AT_ONCE).all<ChainedEntry>()
    for (const entry of results) {
      if (entry.seq !== checked + 1 || entry.previous !== previous || entry.hash !== (await hashOf(entry))) return { checked, broken: entry.seq }
      previous = entry.hash
      checked = entry.seq
    }
    if (results.length < AT_ONCE) return { checked, broken: null }
  }
}
