/** An entry with the names that stand behind its ids today. */
export type AuditRow = {
  seq: number
  at: number
  actor: string
  actorName: string | null
  action: string
  object: string
  objectName: string | null
  detail: string
  hash: string
}

/** Filters of the list. `before`: only entries older than this one. */
export type AuditFilter = { action: string; object: string; actor: string; before: string }

const LONGEST = 60
const SHOWN = 100

/** The filter in a query string; anything that is no plain code or id leaves all in. */
export function readAuditFilter(params: URLSearchParams): AuditFilter {
  const take = (name: string) => (/^[\w.:-]{0,60}$/.test(params.get(name) ?? '') ? (params.get(name) ?? '').slice(0, LONGEST) : '')
  return {
    action: take('action'),
    object: take('object'),
    actor: take('actor'),
    before: /^\d{1,12}$/.test(params.get('before') ?? '') ? (params.get('before') ?? '') : '',
  }
}

/** Entries, the newest first, and where the next page begins. */
export async function auditFor(
  { db }: { db: D1Database },
  { action, object, actor, before }: AuditFilter,
  most = SHOWN,
): Promise<{ rows: AuditRow[]; next: number | null }> {
  const { results } = await db
    .prepare(
      `SELECT a.seq, a.at, a.actor, p.name AS actorName, a.action, a.object, coalesce(o.name, q.name, l.name) AS objectName, a.detail, a.hash FROM audit a
       LEFT JOIN persons p ON p.id = a.actor LEFT JOIN persons q ON q.id = a.object LEFT JOIN organisations o ON o.id = replace(a.object, 'organisation:', '')
       LEFT JOIN applications l ON l.id = a.object
       WHERE (?1 = '' OR a.action = ?1 OR substr(a.action, 1, length(?1) + 1) = ?1 || '.') AND (?2 = '' OR a.object = ?2 OR a.object = 'organisation:' || ?2)
         AND (?3 = '' OR a.actor = ?3) AND (?4 = '' OR a.seq < CAST(?4 AS INTEGER)) ORDER BY a.seq DESC LIMIT ?5`,
    )
    .bind(action, object, actor, before, most + 1)
    .all<AuditRow>()
  const rows = results.slice(0, most)
  return { rows, next: results.length > most ? (rows.at(-1)?.seq ?? null) : null }
}
