import type { SuppressionReason } from './suppress.ts'
import { ASK_LIFE, isAsked, type LiftReason } from './lift.ts'

/** An address that is kept out, or was. `reader`: who has it, when it is not forgotten. `liftedBy`: `opt-in`, or two people with a space between. */
export type Suppression = {
  addressKey: string
  reason: SuppressionReason
  source: string
  at: number
  expiresAt: number | null
  liftedAt: number | null
  liftedBy: string | null
  liftAskedBy: string | null
  liftAskedAt: number | null
  liftReason: LiftReason | null
  reader: string | null
  address: string | null
}

/** Which of them: kept out now, those somebody wants lifted, or those that are over. */
export const SUPPRESSION_LISTS = ['now', 'asked', 'over'] as const
/** A list. */
export type SuppressionList = (typeof SUPPRESSION_LISTS)[number]

/** Rows of a page. */
export const PAGE = 50

const COLUMNS = `k.address_key AS addressKey, k.reason, k.source, k.at, k.expires_at AS expiresAt, k.lifted_at AS liftedAt, k.lifted_by AS liftedBy,
  k.lift_asked_by AS liftAskedBy, k.lift_asked_at AS liftAskedAt, k.lift_reason AS liftReason, s.id AS reader, s.address`
const FROM = "FROM suppressions k LEFT JOIN subscribers s ON s.address_key = k.address_key AND s.state <> 'erased'"

const holds = 'k.lifted_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > ?1)'
const CONDITIONS: Record<SuppressionList, string> = {
  now: holds,
  asked: `${holds} AND ${isAsked('?1', 'k')}`,
  over: `NOT (${holds})`,
}

/** A page of a list, the latest first, and how many there are in each. `after`: `next` of the page before; `next`: null on the last. */
export async function findSuppressions(
  db: D1Database,
  { list, reason, after }: { list: SuppressionList; reason: SuppressionReason | ''; after: { at: number; key: string } | null },
  now: number,
): Promise<{ rows: Suppression[]; next: { at: number; key: string } | null; counts: Record<SuppressionList, number> }> {
  const [page, counts] = await db.batch([
    db
      .prepare(
        `SELECT ${COLUMNS} ${FROM} WHERE ${CONDITIONS[list]} AND (?2 = '' OR k.reason = ?2) AND (?3 IS NULL OR k.at < ?3 OR k.at = ?3 AND k.address_key < ?4)
         ORDER BY k.at DESC, k.address_key DESC LIMIT ${PAGE + 1}`,
      )
      .bind(now, reason, after?.at ?? null, after?.key ?? null),
    db
      .prepare(`SELECT ${SUPPRESSION_LISTS.map((name) => `count(*) FILTER (WHERE ${CONDITIONS[name]}) AS "${name}"`).join(', ')} FROM suppressions k`)
      .bind(now),
  ])
  const found = (page?.results ?? []) as Suppression[]
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  return {
    rows,
    next: found.length > PAGE && last ? { at: last.at, key: last.addressKey } : null,
    counts: counts?.results[0] as Record<SuppressionList, number>,
  }
}

/** What is on file of an address, by its keyed hash, also when it is over; null for nothing. */
export const suppressionOf = (db: D1Database, addressKey: string): Promise<Suppression | null> =>
  db.prepare(`SELECT ${COLUMNS} ${FROM} WHERE k.address_key = ?`).bind(addressKey).first<Suppression>()

/** Whether it keeps the address out at this moment. */
export const isHeld = ({ liftedAt, expiresAt }: Pick<Suppression, 'liftedAt' | 'expiresAt'>, now: number): boolean =>
  liftedAt === null && (expiresAt === null || expiresAt > now)

/** Whether somebody asks to lift it: this very one, and not too long ago. */
export const isLiftAsked = ({ at, liftAskedAt }: Pick<Suppression, 'at' | 'liftAskedAt'>, now: number): boolean =>
  liftAskedAt !== null && liftAskedAt >= at && liftAskedAt > now - ASK_LIFE
