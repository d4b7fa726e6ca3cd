import { ANEW, OUTRANKS } from '../suppressions/suppress.ts'

const DAY = 24 * 60 * 60_000
/** So many mails that failed for a time, within so many milliseconds, and no more are sent for so long. */
export const SOFT = { most: 5, within: 14 * DAY, rests: 90 * DAY }

const RANKS = ['delivered', 'replied', 'bounced', 'complained']
const rankOf = (heard: string): string => `CASE ${heard} ${RANKS.map((word, index) => `WHEN '${word}' THEN ${index + 1}`).join(' ')} ELSE 0 END`
/** What a row of `feedback` means for its delivery, in a word. */
export const heardAs = (kind: string): string => `CASE ${kind} WHEN 'complaint' THEN 'complained' WHEN 'reply' THEN 'replied' ELSE 'bounced' END`

/** Condition that a row of `feedback` still counts: not undone, and not from before the reader asked anew. `f`: its name in the statement. */
export const counts = (f: string): string =>
  `${f}.undone_at IS NULL AND ${f}.at >= coalesce((SELECT anew.confirmed_at FROM subscribers anew WHERE anew.address_key = ${f}.address_key), 0)`

/** How many mails to an address failed for a time, of late: a mail counts once, however often it was told. `key`: its hash; `now`: the parameter with the time. */
export const lateSofts = (key: string, now: string): string =>
  `(SELECT count(DISTINCT late.campaign_id) FROM feedback late WHERE late.address_key = ${key} AND late.kind = 'soft' AND late.at > ${now} - ${SOFT.within} AND ${counts('late')})`

/**
 * Statements that draw the consequences of what was newly heard, by the ids of its rows; in one batch after the rows. One lasting failure or
 * one complaint, and the address is suppressed; failures for a time suppress it for a while when there are many. What is said of the
 * mail or its sender (`policy`, `block`) suppresses nobody. A mail that somebody told of had been taken, so it is not unknown any more.
 */
export const consequences = (db: D1Database, ids: readonly string[], now: number): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT INTO suppressions (address_key, reason, source, at, expires_at)
       SELECT f.address_key, f.kind, f.source, ?2, CASE f.kind WHEN 'soft' THEN ?2 + ${SOFT.rests} END FROM feedback f
       WHERE f.id IN (SELECT value FROM json_each(?1)) AND ${counts('f')}
         AND (f.kind IN ('hard', 'complaint') OR (f.kind = 'soft' AND ${lateSofts('f.address_key', '?2')} >= ${SOFT.most}))
       ON CONFLICT (address_key) DO UPDATE SET ${ANEW}
       WHERE suppressions.lifted_at IS NOT NULL OR suppressions.expires_at <= coalesce(excluded.expires_at, suppressions.expires_at) OR ${OUTRANKS}`,
    )
    .bind(JSON.stringify(ids), now),
  db
    .prepare(
      `UPDATE deliveries SET heard = o.heard, heard_at = o.at, state = 'accepted', lease = NULL, lease_until = NULL,
         why = CASE deliveries.state WHEN 'unknown' THEN 'heard' ELSE why END
       FROM (SELECT campaign_id, address_key, at, ${heardAs('kind')} AS heard FROM feedback WHERE id IN (SELECT value FROM json_each(?1)) AND kind <> 'unsubscribe') o
       WHERE deliveries.campaign_id = o.campaign_id AND deliveries.address_key = o.address_key AND deliveries.state IN ('accepted', 'unknown')
         AND (deliveries.state = 'unknown' OR ${rankOf('o.heard')} > ${rankOf("coalesce(deliveries.heard, '')")})`,
    )
    .bind(JSON.stringify(ids)),
]
