import { isOwn, keysOf, ownEntries, ownFeedback } from '../readers/keys-of.ts'
import type { Desk, Reader } from '../readers/reader.ts'

const asTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** Everything that is kept of a reader, as they may take it along: subscription, every consent, what was sent, what was heard. */
export async function exportReader({ db }: Pick<Desk, 'db'>, reader: Reader): Promise<object> {
  const keys = await keysOf(db, reader)
  const [consents, deliveries, feedback, suppression] = await db.batch<Record<string, string | number | null>>([
    db.prepare(`SELECT at, kind, detail FROM ${ownEntries('?1', '?2')} ORDER BY seq`).bind(keys, reader.id),
    db
      .prepare(
        `SELECT d.state, d.settled_at AS at, c.name AS issue FROM deliveries d JOIN campaigns c ON c.id = d.campaign_id WHERE ${isOwn('d.subscriber_id', '?1', '?2')} ORDER BY d.settled_at`,
      )
      .bind(keys, reader.id),
    db.prepare(`SELECT at, kind, code FROM ${ownFeedback('?1', '?2')} ORDER BY at`).bind(keys, reader.id),
    db.prepare('SELECT at, reason, expires_at AS expiresAt, lifted_at AS liftedAt FROM suppressions WHERE address_key = ?').bind(reader.addressKey),
  ])
  const rows = (result: typeof consents) => result?.results ?? []
  const timed = (row: Record<string, string | number | null>) => ({ ...row, at: asTime(row['at'] as number | null) })
  return {
    subscription: {
      address: reader.address,
      state: reader.state,
      language: reader.locale,
      frequency: reader.frequency,
      topics: reader.topics,
      countries: reader.countries,
      confirmedAt: asTime(reader.confirmedAt),
      endedAt: asTime(reader.endedAt),
      pausedUntil: asTime(reader.pausedUntil),
    },
    consents: rows(consents).map(({ at, kind, detail }) => ({ at: asTime(at as number), kind, ...(JSON.parse(String(detail)) as object) })),
    mails: rows(deliveries).map(timed),
    heard: rows(feedback).map(timed),
    suppressed: rows(suppression).map(timed),
  }
}
