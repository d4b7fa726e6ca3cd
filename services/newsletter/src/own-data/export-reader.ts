import { isOwn, keysOf, ownEntries, ownFeedback, ownSuppressions } from '../readers/keys-of.ts'
import type { Desk, Reader } from '../readers/reader.ts'

type Row = Record<string, string | number | null>

const asTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** Moments of a row as they are written in a file: everything whose name ends so. */
const timed = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, /(^at|At|^until|Until)$/.test(name) && typeof value === 'number' ? asTime(value) : value]),
  )

/** What an entry of the ledger says, with the words of the consent in full. Who of the secretariat acted is somebody else's data: only that it was they. */
function consentOf({ at, kind, detail, words }: Row): object {
  const said = JSON.parse(String(detail)) as Row
  const { by, how } = said
  const own = by === undefined || by === null || by === 'reader' || how === 'session'
  return { at: asTime(at as number), kind, ...timed(said), ...(own ? {} : { by: 'secretariat' }), ...(words !== null && { words }) }
}

/**
 * Everything that is kept of a reader, as they may take it along: the subscription, each consent and its end in the words that were shown, what waits for a
 * button, each issue and what became of it, what was heard of the mails, why nothing is sent, and what the secretariat did with it. The keyed hashes of
 * an address are left out where the address itself is there. JSON; times in ISO 8601, UTC.
 */
export async function exportReader({ db }: Pick<Desk, 'db'>, reader: Reader): Promise<object> {
  const keys = await keysOf(db, reader)
  const run = (sql: string, ...values: (string | null)[]) => db.prepare(sql).bind(...values)
  const results = await db.batch<Row>([
    run(
      `SELECT c.at, c.kind, c.detail, x.words FROM ${ownEntries('?1', '?2')} LEFT JOIN consent_texts x ON x.hash = c.detail ->> 'textHash' ORDER BY c.seq`,
      keys,
      reader.id,
    ),
    run(
      `SELECT c.name AS issue, d.state, d.why, d.settled_at AS at, d.called_at AS handedOverAt, d.locale AS language, d.domain, d.reference, d.heard, d.heard_at AS heardAt
       FROM deliveries d JOIN campaigns c ON c.id = d.campaign_id WHERE ${isOwn('d.subscriber_id', '?1', '?2')} ORDER BY d.settled_at`,
      keys,
      reader.id,
    ),
    run(
      `SELECT f.at, f.kind, f.code, f.source, f.undone_at AS undoneAt, c.name AS issue FROM ${ownFeedback('?1', '?2')} LEFT JOIN campaigns c ON c.id = f.campaign_id ORDER BY f.at`,
      keys,
      reader.id,
    ),
    run(
      `SELECT p.at, p.reason, p.source, p.expires_at AS expiresAt, p.lifted_at AS liftedAt, p.lift_asked_at AS liftAskedAt, p.lift_reason AS liftReason
       FROM ${ownSuppressions('?1', '?2')} ORDER BY p.at`,
      keys,
      reader.id,
    ),
    run(
      'SELECT asked_at AS at, address, wish, locale AS language, form, expires_at AS until, used_at AS confirmedAt FROM opt_ins WHERE address_key = ? ORDER BY asked_at',
      reader.addressKey,
    ),
    run(
      'SELECT asked_at AS at, address, old_at AS agreedByOldAt, new_at AS agreedByNewAt, expires_at AS until FROM address_changes WHERE subscriber_id = ?',
      reader.id,
    ),
    run(
      `SELECT created_at AS at, kind, address, locale AS language, facts, state, settled_at AS settledAt FROM mails
       WHERE address = ?1 OR address IN (SELECT address FROM opt_ins WHERE address_key = ?2) ORDER BY created_at`,
      reader.address,
      reader.addressKey,
    ),
    run(
      `SELECT i.created_at AS at, i.source, i.basis, r.record FROM import_rows r JOIN imports i ON i.id = r.import_id WHERE r.address_key = ? AND r.record IS NOT NULL ORDER BY i.created_at`,
      reader.addressKey,
    ),
    run(
      `SELECT a.at, a.action, a.detail ->> 'reason' AS reason FROM audit a WHERE a.object IN (SELECT c.subscriber_id FROM ${ownEntries('?1', '?2')} UNION SELECT ?2)
         OR a.object IN (SELECT f.id FROM ${ownFeedback('?1', '?2')}) OR a.object = ?3 ORDER BY a.seq`,
      keys,
      reader.id,
      reader.addressKey,
    ),
  ])
  const [consents, deliveries, feedback, suppressions, wishes, changes, letters, imports, handled] = results.map((result) => result.results)
  const parsed = (name: string) => (row: Row) => ({ ...timed(row), [name]: row[name] === null ? null : (JSON.parse(String(row[name])) as unknown) })
  return {
    subscription: {
      address: reader.address,
      state: reader.state,
      language: reader.locale,
      frequency: reader.frequency,
      topics: reader.topics,
      countries: reader.countries,
      ofOrganisation: reader.isMember === 1,
      confirmedAt: asTime(reader.confirmedAt),
      endedAt: asTime(reader.endedAt),
      pausedUntil: asTime(reader.pausedUntil),
    },
    consents: consents?.map(consentOf),
    waiting: { wishes: wishes?.map(parsed('wish')), address: changes?.map(timed), imports: imports?.map(parsed('record')) },
    mails: deliveries?.map(timed),
    letters: letters?.map(parsed('facts')),
    heard: feedback?.map(timed),
    suppressed: suppressions?.map(timed),
    handled: handled?.map(timed),
  }
}
