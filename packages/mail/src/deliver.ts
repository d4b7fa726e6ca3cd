import { insist } from '@stem/jobs/lost'
import { DEFAULT_LOCALE, isShipped, type ShippedLocale } from '@stem/i18n/locales'
import { compose, type Composed, type Letter } from './letter.ts'
import { AUTOMATIC, threaded } from './message.ts'
import { keyLifeOf, type Sent, type Transport } from './transport.ts'

/** A mail that was claimed. */
export type Claimed = {
  id: string
  kind: string
  personId: string | null
  address: string
  locale: ShippedLocale
  facts: Record<string, string | number | null>
  createdAt: number
}

/** What delivering needs. `write` gives the letter, or one that has both its shapes already, or null when it is no longer wanted (the request ran out, the person is gone). */
export type Delivering = {
  db: D1Database
  transport: Transport
  from: { name: string; address: string }
  write: (mail: Claimed) => Promise<Letter | Composed | null>
  /** Names this run; two runs never hold the same mail. */
  lease: string
}

/** What one run did. */
export type Delivered = Record<Sent['outcome'] | 'dropped', number>

const AT_ONCE = 20
const SIDE_BY_SIDE = 4
const LEASE = 60_000
const FIRST_WAIT = 15_000
const LONGEST_WAIT = 10 * 60_000
const GIVE_UP = 3 * 24 * 60 * 60_000
const FORGET = 90 * 24 * 60 * 60_000
const FORGET_UNSETTLED = 30 * 24 * 60 * 60_000
/** How the reason begins of a mail that waits to be handed over again and may have arrived. */
const IN_DOUBT = 'in doubt: '

type Row = {
  id: string
  kind: string
  person_id: string | null
  address: string
  locale: string
  facts: string
  created_at: number
  attempts: number
  why: string | null
}

async function claim(db: D1Database, lease: string, now: number): Promise<Row[]> {
  const { results } = await db
    .prepare(
      `UPDATE mails SET state = 'working', lease = ?1, lease_until = ?2, attempts = attempts + 1
       WHERE id IN (SELECT id FROM mails WHERE state = 'queued' AND next_at <= ?3 ORDER BY next_at LIMIT ${AT_ONCE}) AND state = 'queued'
       RETURNING id, kind, person_id, address, locale, facts, created_at, attempts, why`,
    )
    .bind(lease, now + LEASE, now)
    .all<Row>()
  return results
}

/**
 * Settles leases that ran out: a mail nobody had begun to hand over is queued again; one in between is sent again only to who takes a key once,
 * and still remembers it.
 */
async function reclaim(db: D1Database, transport: Transport, now: number): Promise<void> {
  const since = Math.max(0, now - keyLifeOf(transport))
  await db.batch([
    db.prepare("UPDATE mails SET state = 'queued', lease = NULL WHERE state = 'working' AND lease_until < ?").bind(now),
    db
      .prepare("UPDATE mails SET state = 'unknown', why = 'interrupted', settled_at = ?1 WHERE state = 'handing' AND lease_until < ?1 AND created_at <= ?2")
      .bind(now, since),
    db
      .prepare(
        `UPDATE mails SET state = 'queued', lease = NULL, why = '${IN_DOUBT}interrupted' WHERE state = 'handing' AND lease_until < ?1 AND created_at > ?2`,
      )
      .bind(now, since),
  ])
}

const settle = (db: D1Database, { id }: Row, lease: string, state: string, why: string | null, now: number) =>
  insist(() =>
    db
      .prepare(
        "UPDATE mails SET state = ?3, why = ?4, settled_at = ?5, address = NULL, facts = NULL WHERE id = ?1 AND lease = ?2 AND state IN ('working', 'handing')",
      )
      .bind(id, lease, state, why, now)
      .run(),
  )

const keep = (db: D1Database, { id }: Row, lease: string, state: string, why: string, nextAt: number) =>
  insist(() =>
    db
      .prepare(
        `UPDATE mails SET state = ?3, why = ?4, next_at = ?5, lease = NULL, settled_at = CASE WHEN ?3 = 'queued' THEN NULL ELSE ?5 END
         WHERE id = ?1 AND lease = ?2 AND state IN ('working', 'handing')`,
      )
      .bind(id, lease, state, why, nextAt)
      .run(),
  )

async function deliverOne({ db, transport, from, write, lease }: Delivering, row: Row, now: number): Promise<{ outcome: keyof Delivered; down: boolean }> {
  const locale = isShipped(row.locale) ? row.locale : DEFAULT_LOCALE
  const facts = JSON.parse(row.facts) as Claimed['facts']
  const claimed = { id: row.id, kind: row.kind, personId: row.person_id, address: row.address, locale, facts, createdAt: row.created_at }
  const letter = await write(claimed).catch((thrown: unknown) => (thrown instanceof Error ? thrown : new Error('not written')))
  if (letter instanceof Error) {
    await keep(db, row, lease, now - row.created_at > GIVE_UP ? 'failed' : 'queued', letter.name, now + LONGEST_WAIT)
    return { outcome: 'later', down: false }
  }
  if (letter === null) {
    await settle(db, row, lease, 'dropped', null, now)
    return { outcome: 'dropped', down: false }
  }
  const wasInDoubt = row.why?.startsWith(IN_DOUBT) === true
  const isRemembered = now - row.created_at < keyLifeOf(transport)
  if (wasInDoubt && !isRemembered) {
    await keep(db, row, lease, 'unknown', row.why ?? '', now)
    return { outcome: 'unknown', down: false }
  }
  const { meta } = await insist(() =>
    db.prepare("UPDATE mails SET state = 'handing' WHERE id = ? AND lease = ? AND state IN ('working', 'handing')").bind(row.id, lease).run(),
  )
  if (meta.changes !== 1) return { outcome: 'dropped', down: false }
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  const sent = await transport.send({
    id: row.id,
    to: row.address,
    from,
    ...('html' in letter ? letter : await compose(letter, locale)),
    locale,
    messageId: `<${row.id}@${domain}>`,
    headers: AUTOMATIC,
    ...('html' in letter || !letter.thread ? {} : threaded(letter.thread)),
  })
  if (sent.outcome === 'sent') await settle(db, row, lease, 'sent', null, now)
  else if (sent.outcome === 'refused') await settle(db, row, lease, 'refused', sent.why, now)
  else if (sent.outcome === 'unknown' && !isRemembered) await keep(db, row, lease, 'unknown', sent.why, now)
  else if (now - row.created_at > GIVE_UP) await keep(db, row, lease, 'failed', sent.why, now)
  else
    await keep(
      db,
      row,
      lease,
      'queued',
      wasInDoubt || sent.outcome === 'unknown' ? IN_DOUBT + sent.why : sent.why,
      now + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (row.attempts - 1)),
    )
  return { outcome: sent.outcome, down: sent.outcome === 'later' && sent.down }
}

/**
 * Sends what waits, a few at a time. When the server turns out to be down, the first mail is the probe and the others wait
 * for the next run. Runs may overlap: a mail belongs to the run that claimed it.
 */
export async function deliverMails(delivering: Delivering, now: number): Promise<Delivered> {
  const { db, transport, lease } = delivering
  const done: Delivered = { sent: 0, later: 0, refused: 0, unknown: 0, dropped: 0 }
  await reclaim(db, transport, now)
  for (let down = false; !down;) {
    const rows = await claim(db, lease, now)
    if (rows.length === 0) break
    for (let start = 0; start < rows.length && !down;) {
      // One goes ahead: nobody waits for a dead server more than once a run.
      const some = rows.slice(start, start === 0 ? 1 : start + SIDE_BY_SIDE)
      // All come to their end, also when one fails: a mail in between must not lose its connection.
      const ends = await Promise.allSettled(some.map((row) => deliverOne(delivering, row, now)))
      const failed = ends.find((end) => end.status === 'rejected')
      if (failed) throw failed.reason
      const results = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
      for (const { outcome } of results) done[outcome]++
      down = results.some((result) => result.down)
      start += some.length
    }
    await db
      .prepare(
        "UPDATE mails SET state = 'queued', lease = NULL, attempts = attempts - 1, next_at = ?3 WHERE lease = ?1 AND state = 'working' AND lease_until > ?2",
      )
      .bind(lease, now, down ? now + FIRST_WAIT : now)
      .run()
  }
  return done
}

/** Statements that forget mails past their time: settled ones after 90 days, what nobody could deliver after 30. */
export const forgetMails = (db: D1Database, now: number): D1PreparedStatement[] => [
  db.prepare('DELETE FROM mails WHERE settled_at < ?').bind(now - FORGET),
  db.prepare("UPDATE mails SET address = NULL, facts = NULL WHERE state IN ('unknown', 'failed') AND settled_at < ?").bind(now - FORGET_UNSETTLED),
]
