import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { isFresh } from '@stem/web/fresh'
import { fail, ok, type Result } from '@stem/web/result'
import type { Desk } from '../readers/reader.ts'

/** Why a suppression is to be lifted: mails arrive there again, it was put by mistake, or the owner asked in writing. */
export const LIFT_REASONS = ['mailbox-works', 'mistake', 'asked'] as const
/** A reason. */
export type LiftReason = (typeof LIFT_REASONS)[number]

/** Milliseconds that the word of the first person waits for the second. */
export const ASK_LIFE = 7 * 24 * 60 * 60_000

/** Condition that somebody asks to lift a row of `suppressions`: this very one, since it came to be, and not too long ago. `now`: the parameter with the time. */
export const isAsked = (now: string, row = 'suppressions'): string =>
  `coalesce(${row}.lift_asked_by IS NOT NULL AND ${row}.lift_asked_at >= ${row}.at AND ${row}.lift_asked_at > ${now} - ${ASK_LIFE}, 0)`

type Act = { addressKey: string; who: Principal }

/** One person asks that an address be written to again; nothing changes until another one releases it. `stale`: it is not kept out, or somebody asked already, in the last seven days. */
export async function askToLift(
  { db }: Pick<Desk, 'db'>,
  { addressKey, who, reason }: Act & { reason: LiftReason },
  now: number,
): Promise<Result<null, 'stale'>> {
  const guard = db
    .prepare(
      `UPDATE suppressions SET lift_asked_by = ?2, lift_asked_at = ?3, lift_reason = ?4 WHERE address_key = ?1 AND lifted_at IS NULL AND NOT ${isAsked('?3')}`,
    )
    .bind(addressKey, who.personId, now, reason)
  const outcome = await commit(db, [guard], { actor: who.personId, action: 'suppression.lift-asked', object: addressKey, detail: { reason } }, now)
  return outcome === 'done' ? ok(null) : fail('stale')
}

/** The request to lift it is not followed, or taken back by who asked. */
export async function refuseLift({ db }: Pick<Desk, 'db'>, { addressKey, who }: Act, now: number): Promise<Result<null, 'stale'>> {
  const guard = db
    .prepare(
      'UPDATE suppressions SET lift_asked_by = NULL, lift_asked_at = NULL, lift_reason = NULL WHERE address_key = ? AND lifted_at IS NULL AND lift_asked_by IS NOT NULL',
    )
    .bind(addressKey)
  const outcome = await commit(db, [guard], { actor: who.personId, action: 'suppression.lift-refused', object: addressKey }, now)
  return outcome === 'done' ? ok(null) : fail('stale')
}

/**
 * A second person releases it. It brings no subscription back. `not_fresh`: prove first who you are. `own`: who asked cannot release;
 * the statement itself asks that too. `stale`: nobody asks any more, the ask was about an earlier suppression or is too old, or it is lifted.
 */
export async function lift({ db }: Pick<Desk, 'db'>, { addressKey, who }: Act, now: number): Promise<Result<null, 'not_fresh' | 'own' | 'stale'>> {
  if (!isFresh(who, now)) return fail('not_fresh')
  const asked = await db
    .prepare(`SELECT lift_asked_by AS askedBy FROM suppressions WHERE address_key = ?1 AND ${isAsked('?2')}`)
    .bind(addressKey, now)
    .first<{ askedBy: string | null }>()
  if (asked?.askedBy === who.personId) return fail('own')
  const guard = db
    .prepare(
      `UPDATE suppressions SET lifted_at = ?3, lifted_by = lift_asked_by || ' ' || ?2
       WHERE address_key = ?1 AND lifted_at IS NULL AND ${isAsked('?3')} AND lift_asked_by <> ?2`,
    )
    .bind(addressKey, who.personId, now)
  const detail = { askedBy: asked?.askedBy ?? null }
  const outcome = await commit(db, [guard], { actor: who.personId, action: 'suppression.lifted', object: addressKey, detail }, now)
  return outcome === 'done' ? ok(null) : fail('stale')
}
