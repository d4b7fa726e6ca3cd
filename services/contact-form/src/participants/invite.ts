import { newId } from '@stem/jobs/ids'
import { mailRow } from '@stem/mail/mails-table'
import { addressKey } from '@stem/mail/message'
import { fail, ok, type Result } from '@stem/web/result'
import { OPEN, type Case } from '../cases/case.ts'
import { changeCase } from '../cases/change-case.ts'
import type { Reading } from '../cases/read-case.ts'
import { requesterKeyOf } from '../cases/receive.ts'
import { seal } from '../sealing/seal.ts'
import { participantsOf, sealPlace, type Participant } from './participant.ts'

const MOST = 20

/** Somebody to be added. */
export type Invitation = Pick<Participant, 'role' | 'name' | 'address' | 'locale'> & { version: number }

/**
 * Adds a participant, who gets a mail with a link of their own. `there`: the address takes part already, or is the requester's.
 * `full`: twenty take part. `finished`: the case is not open. `stale`: somebody else worked on it.
 */
export async function invite(
  reading: Reading,
  who: string,
  found: Case,
  { version, ...wish }: Invitation,
  now: number,
): Promise<Result<null, 'there' | 'full' | 'finished' | 'stale'>> {
  const { db, keys } = reading
  if (!OPEN.includes(found.state)) return fail('finished')
  const present = (await participantsOf(reading, found.id)).filter(({ removedAt }) => removedAt === null)
  const own = addressKey(wish.address)
  if (present.some(({ address }) => addressKey(address) === own) || (found.requester && addressKey(found.requester.address) === own)) return fail('there')
  if (present.length >= MOST) return fail('full')
  if (version !== found.version) return fail('stale')
  const id = newId('par', now)
  const { role, name, address, locale } = wish
  const row = db
    .prepare('INSERT INTO participants (id, case_id, role, who, address_key, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .bind(id, found.id, role, await seal(keys, sealPlace(found.id), JSON.stringify({ name, address, locale })), await requesterKeyOf(keys, address), who, now)
  const mail = mailRow(db, { id: `${id}.invited`, kind: 'participant-invited', address, locale, facts: { participant: id } }, now)
  const done = await changeCase(db, found, { kind: 'invited', actor: who, about: id, rest: [row, mail] }, now)
  return done.ok ? ok(null) : done
}

/** Ends that somebody takes part; their link ends with it. Who is gone stays so. */
export async function removeParticipant(
  { db }: Reading,
  who: string,
  found: Case,
  { id, version }: { id: string; version: number },
  now: number,
): Promise<Result<null, 'unknown' | 'stale'>> {
  const row = await db
    .prepare('SELECT removed_at AS removedAt FROM participants WHERE id = ? AND case_id = ?')
    .bind(id, found.id)
    .first<{ removedAt: number | null }>()
  if (!row) return fail('unknown')
  if (row.removedAt !== null) return ok(null)
  if (version !== found.version) return fail('stale')
  const rest = [db.prepare('UPDATE participants SET removed_at = ?2 WHERE id = ?1').bind(id, now)]
  const done = await changeCase(db, found, { kind: 'removed', actor: who, about: id, rest }, now)
  return done.ok ? ok(null) : done
}
