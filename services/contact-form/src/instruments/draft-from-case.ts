import type { Agreement, ContentService, InstrumentType } from '@stem/contracts/content'
import type { ShippedLocale } from '@stem/i18n/locales'
import { log, messageOf } from '@stem/web/log'
import { fail, ok, type Result } from '@stem/web/result'
import { OPEN, type Case } from '../cases/case.ts'
import { changeCase } from '../cases/change-case.ts'
import { caseById, type Reading } from '../cases/read-case.ts'

/** What staff decide when a request becomes an instrument. The title is theirs: nothing the requester wrote leaves this service. */
export type Turn = { type: InstrumentType; title: string; agreed: Agreement; locale: ShippedLocale }

type Deps = { reading: Reading; content: Pick<ContentService, 'draftInstrument'> }
const TRIES = 6

/** Whether a case in this state can become an instrument. */
export const canTurn = ({ state }: Pick<Case, 'state'>): boolean => OPEN.includes(state) || state === 'closed'

/** The draft in content, one for case and type; null when content cannot be reached, and then nothing has changed here. */
async function draftOf({ content }: Deps, who: string, found: Case, { type, title, agreed, locale }: Turn, now: number): Promise<string | null> {
  try {
    const { id: caseId, reference, country } = found
    return (await content.draftInstrument({ caseId, reference, type, title, country, locale, agreed, by: who }, now)).id
  } catch (thrown) {
    log('error', 'instrument.not-drafted', { case: found.id, why: messageOf(thrown) })
    return null
  }
}

/**
 * Turns a request into the draft of an instrument and links the two. The draft is made first and is the same however often it is asked
 * for, so whoever presses again after a failure in between ends where one press would have. Gives the draft's id.
 */
export async function draftFromCase(
  deps: Deps,
  who: string,
  found: Case,
  turn: Turn,
  now: number,
): Promise<Result<string, 'closed' | 'unavailable' | 'stale'>> {
  const { db } = deps.reading
  if (!canTurn(found)) return fail('closed')
  const id = await draftOf(deps, who, found, turn, now)
  if (id === null) return fail('unavailable')
  const row = db
    .prepare("INSERT INTO case_links (case_id, kind, target, label, added_by, added_at) VALUES (?, 'instrument', ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    .bind(found.id, id, turn.title, who, now)
  for (let tries = 0, newest: Case | null = found; newest !== null && tries < TRIES; tries++) {
    const known = await db.prepare("SELECT 1 AS yes FROM case_links WHERE case_id = ? AND kind = 'instrument' AND target = ?").bind(found.id, id).first()
    if (known !== null || (await changeCase(db, newest, { kind: 'drafted', actor: who, about: id, rest: [row] }, now)).ok) return ok(id)
    newest = await caseById(deps.reading, found.id)
  }
  return fail('stale')
}
