import type { Principal } from '@stem/contracts/context'
import type { MembersService } from '@stem/contracts/members'
import { commit } from '@stem/jobs/commit'
import { addressKey } from '@stem/mail/message'
import type { Transport } from '@stem/mail/transport'
import { isFresh } from '@stem/web/fresh'
import { fail, ok, type Result } from '@stem/web/result'
import { countAudience } from '../audience/count-audience.ts'
import type { Campaign } from './campaign.ts'

/** Above this many readers the number is typed, as a last look at what is about to happen. */
export const TYPED_ABOVE = 1000
/** Milliseconds ahead that a campaign can be scheduled. */
export const LONGEST_AHEAD = 366 * 24 * 60 * 60_000

/** When: at once (null), or at an instant that was chosen in a zone. */
export type ReleaseTime = { at: number; zone: string } | null

/**
 * `not_fresh`: prove first who you are. `own`: who wrote or approved it cannot release it, under no account of theirs. `transport`: mails leave by a way that
 * carries no campaigns. `nobody`: the audience is empty. `number`: not the number of
 * readers it goes to now. `past`: the time is over, or too far ahead. `stale`: it was changed or released meanwhile.
 */
export type ReleaseRefusal = 'not_fresh' | 'own' | 'transport' | 'nobody' | 'number' | 'past' | 'stale'

/** Where somebody gets their mail, whatever they add to the name of it: two accounts with the same are one person. */
function mailboxOf(address: string): string {
  const [, local = '', domain = ''] = /^([^+]*).*(@[^@]*)$/su.exec(addressKey(address)) ?? []
  return local + domain
}

/** Whether somebody wrote or approved what is to be sent, under this account or another one with the same address. */
export async function tookPart(members: Pick<MembersService, 'mailAddressOf'>, { author, writers, approvedBy }: Campaign, personId: string): Promise<boolean> {
  const others = [...new Set([author, ...writers, ...(approvedBy === null ? [] : [approvedBy])])]
  if (others.includes(personId)) return true
  const [own, ...theirs] = await Promise.all([personId, ...others.filter((id) => id.startsWith('per_'))].map((id) => members.mailAddressOf(id)))
  return own === null || own === undefined || theirs.some((address) => address !== null && mailboxOf(address) === mailboxOf(own))
}

/** A second person lets an approved campaign go, at once or at its time. That it is another account is asked by the statement itself as well. */
export async function release(
  { db, members, transport }: { db: D1Database; members: Pick<MembersService, 'mailAddressOf'>; transport: Pick<Transport, 'failures'> },
  campaign: Campaign,
  who: Principal,
  { time, typed }: { time: ReleaseTime; typed: string },
  now: number,
): Promise<Result<{ total: number }, ReleaseRefusal>> {
  if (!isFresh(who, now)) return fail('not_fresh')
  if (await tookPart(members, campaign, who.personId)) return fail('own')
  if (transport.failures === 'none') return fail('transport')
  if (time !== null && (time.at <= now || time.at > now + LONGEST_AHEAD)) return fail('past')
  const { total } = await countAudience({ db }, campaign.audience, now)
  if (total === 0) return fail('nobody')
  if (total > TYPED_ABOVE && Number(typed.replaceAll(/[\s.,'’]/gu, '')) !== total) return fail('number')
  const guard = db
    .prepare(
      `UPDATE campaigns SET released_by = ?3, scheduled_at = ?4, zone = ?5, version = version + 1, updated_at = ?6
       WHERE id = ?1 AND version = ?2 AND state = 'approved' AND released_by IS NULL AND author <> ?3 AND approved_by IS NOT ?3
         AND NOT EXISTS (SELECT 1 FROM json_each(writers) WHERE value = ?3) AND frozen_hash = ?7`,
    )
    .bind(campaign.id, campaign.version, who.personId, time?.at ?? now, time?.zone ?? null, now, campaign.frozenHash)
  const detail = { total, at: time?.at ?? now, zone: time?.zone ?? null, hash: campaign.frozenHash }
  const outcome = await commit(db, [guard], { actor: who.personId, action: 'campaign.released', object: campaign.id, detail }, now)
  return outcome === 'done' ? ok({ total }) : fail('stale')
}
