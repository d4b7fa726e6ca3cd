import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { deriveToken } from '@stem/jobs/tokens'
import { fail, ok, type Result } from '@stem/web/result'

/** `addressKey`: the installation's secret for hashes of addresses, by which other services find what an address asked for. */
type Deps = { db: D1Database; addressKey: string }

/** Services that are told when somebody is to be forgotten; each has a kind of outbox row and a queue of its own. */
export const TOLD = ['content', 'newsletter', 'contact-form'] as const
/** Kind of the outbox row for the erasure log, which is kept outside the database. */
export const ERASURE_LOG = 'erasure-log'

/** Keyed hashes under which other services know an address: each has one of its own, so that none can look into another. */
type AddressHashes = { requester: string | null; newsletter: string | null }

/** How the person was reached, before it is forgotten: the address, as it is compared, and as other services know it. */
type Reached = { address: string | null; key: string | null; hashes: AddressHashes }

/** The same derivations as those of requests and of the newsletter, of the address as it is compared. */
const hashesOf = async (secret: string, key: string | null): Promise<AddressHashes> =>
  key === null
    ? { requester: null, newsletter: null }
    : { requester: await deriveToken(secret, 'requester', key), newsletter: await deriveToken(secret, 'newsletter', key) }

const payloadFor = (service: (typeof TOLD)[number], personId: string, { requester, newsletter }: AddressHashes, at: number): object => {
  if (service === 'contact-form' && requester !== null) return { personId, addressKey: requester }
  return service === 'newsletter' && newsletter !== null ? { personId, addressKey: newsletter, at } : { personId }
}

/** Statements by which every service is told that somebody is to be forgotten. `at`: since when; what came under the address later is somebody's new wish. */
export const tellAll = (
  db: D1Database,
  { personId, hashes, at }: { personId: string; hashes: AddressHashes; at: number },
  now: number,
): D1PreparedStatement[] =>
  TOLD.map((service) => outboxRow(db, { id: newId('out', now), kind: `erased-${service}`, payload: payloadFor(service, personId, hashes, at) }, now))

/** Statements that forget everything but the id. */
const forget = (db: D1Database, id: string, reached: Reached, now: number): D1PreparedStatement[] => [
  db.prepare('DELETE FROM challenges WHERE session_id IN (SELECT id FROM sessions WHERE person_id = ?)').bind(id),
  ...['sessions', 'passkeys', 'recovery_codes', 'saved_views', 'joinings'].map((table) => db.prepare(`DELETE FROM ${table} WHERE person_id = ?`).bind(id)),
  db.prepare('UPDATE role_grants SET ended_at = ?2, ended_by = ?1 WHERE person_id = ?1 AND ended_at IS NULL').bind(id, now),
  db
    .prepare("UPDATE mails SET state = 'dropped', settled_at = ?3, lease = NULL WHERE (person_id = ?1 OR address = ?2) AND state = 'queued'")
    .bind(id, reached.address, now),
  db
    .prepare('UPDATE mails SET address = NULL, facts = NULL, person_id = NULL WHERE person_id = ?1 OR address = ?2 OR lower(address) = ?3')
    .bind(id, reached.address, reached.key),
  db.prepare('DELETE FROM invitations WHERE address_key = ?').bind(reached.key),
  db.prepare('DELETE FROM sign_in_requests WHERE address_key = ?').bind(reached.key),
  db
    .prepare('UPDATE applications SET contact_name = NULL, contact_job = NULL, contact_address = NULL, contact_key = NULL WHERE contact_key = ?')
    .bind(reached.key),
  ...tellAll(db, { personId: id, hashes: reached.hashes, at: now }, now),
  outboxRow(db, { id: newId('out', now), kind: ERASURE_LOG, payload: { personId: id, newsletter: reached.hashes.newsletter } }, now),
]

/**
 * Forgets a person: name, addresses, sessions, passkeys, drafts of mails, what they asked for. Roles end; what they wrote for an
 * organisation stays, under an id that means nobody any more. The last administrator cannot go.
 */
export async function erasePerson({ db, addressKey }: Deps, id: string, by: string, now: number): Promise<Result<null, 'last' | 'unknown'>> {
  const person = await db
    .prepare("SELECT address_key AS key, address FROM persons WHERE id = ? AND state <> 'erased'")
    .bind(id)
    .first<{ key: string | null; address: string | null }>()
  if (!person) return fail('unknown')
  const reached = { ...person, hashes: await hashesOf(addressKey, person.key) }
  const guard = db
    .prepare(
      `UPDATE persons SET state = 'erased', address = NULL, address_key = NULL, name = NULL, job_title = NULL, phone = NULL, visibility = '{}', locale = 'en',
         epoch = epoch + 1, updated_at = ?2
       WHERE id = ?1 AND state <> 'erased'
         AND (NOT EXISTS (SELECT 1 FROM role_grants WHERE person_id = ?1 AND role = 'secretariat-admin' AND ended_at IS NULL)
              OR EXISTS (SELECT 1 FROM role_grants g JOIN persons p ON p.id = g.person_id AND p.state = 'active'
                         WHERE g.role = 'secretariat-admin' AND g.ended_at IS NULL AND g.person_id <> ?1))`,
    )
    .bind(id, now)
  const outcome = await commit(db, [guard, ...forget(db, id, reached, now)], { actor: by, action: 'person.erased', object: id }, now)
  return outcome === 'done' ? ok(null) : fail('last')
}
