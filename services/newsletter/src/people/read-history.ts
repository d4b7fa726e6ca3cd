import type { ConsentKind } from '../ledger/entry.ts'
import type { DeliveryState } from '../delivery/progress.ts'
import { isOwn, keysOf, ownEntries, ownFeedback } from '../readers/keys-of.ts'
import type { Reader } from '../readers/reader.ts'

/** An entry of the ledger as a person reads it. `way`, `reason`, `by`: of those kinds that have one. */
export type LedgerLine = { at: number; kind: ConsentKind; way: string | null; reason: string | null; by: string | null }
/** An issue that went out, and what it was for this reader. `state`: null when they were not among those it was for; `why`: a word, or what the server said. */
export type IssueLine = {
  campaignId: string
  name: string
  at: number
  state: DeliveryState | null
  why: string | null
  settledAt: number | null
  heard: string | null
  /** Whether the rows of its readers are deleted: nobody knows any more. */
  isForgotten: boolean
}
/** What was heard of a mail later. */
export type HeardLine = { id: string; at: number; kind: string; code: string | null; undoneAt: number | null; issue: string | null }

/** What happened with a reader. */
export type History = { ledger: LedgerLine[]; issues: IssueLine[]; heard: HeardLine[] }

const MOST_ENTRIES = 200
const MOST_ISSUES = 50

/** Reads the ledger, every issue that went out and what was heard, the latest first. */
export async function readHistory(db: D1Database, reader: Pick<Reader, 'id' | 'addressKey'>): Promise<History> {
  const keys = await keysOf(db, reader)
  const [ledger, issues, heard] = await db.batch([
    db
      .prepare(
        `SELECT at, kind, coalesce(detail ->> 'way', detail ->> 'how') AS way, detail ->> 'reason' AS reason, detail ->> 'by' AS by FROM ${ownEntries('?1', '?2')}
         ORDER BY seq DESC LIMIT ${MOST_ENTRIES}`,
      )
      .bind(keys, reader.id),
    db
      .prepare(
        `SELECT c.id AS campaignId, c.name, c.started_at AS at, d.state, d.why, d.settled_at AS settledAt, d.heard, c.totals IS NOT NULL AS isForgotten
         FROM campaigns c LEFT JOIN (SELECT * FROM deliveries WHERE ${isOwn('subscriber_id', '?1', '?2')}) d ON d.campaign_id = c.id WHERE c.started_at IS NOT NULL
         ORDER BY c.started_at DESC LIMIT ${MOST_ISSUES}`,
      )
      .bind(keys, reader.id),
    db
      .prepare(
        `SELECT f.id, f.at, f.kind, f.code, f.undone_at AS undoneAt, c.name AS issue FROM ${ownFeedback('?1', '?2')} LEFT JOIN campaigns c ON c.id = f.campaign_id
         ORDER BY f.at DESC LIMIT ${MOST_ENTRIES}`,
      )
      .bind(keys, reader.id),
  ])
  return {
    ledger: (ledger?.results ?? []) as LedgerLine[],
    issues: ((issues?.results ?? []) as IssueLine[]).map((line) => ({ ...line, isForgotten: Boolean(line.isForgotten) })),
    heard: (heard?.results ?? []) as HeardLine[],
  }
}
