import { deriveToken, sameText } from '@stem/jobs/tokens'
import { isShipped, type ShippedLocale } from '@stem/i18n/locales'
import { placeOf, type Case } from '../cases/case.ts'
import { caseById, LINK_LIFE, type Reading } from '../cases/read-case.ts'
import type { Keys } from '../sealing/keys.ts'
import { unseal } from '../sealing/seal.ts'

/** How somebody takes part. `copy` and `expert` read and answer, `observer` reads. */
export const ROLES = ['copy', 'expert', 'observer'] as const
/** A role. */
export type Role = (typeof ROLES)[number]

/** Somebody beside the requester who takes part in the conversation of a case. */
export type Participant = {
  /** `par_…` */
  id: string
  caseId: string
  role: Role
  name: string
  address: string
  /** Language of their mails. */
  locale: ShippedLocale
  addedAt: number
  removedAt: number | null
}

/** Whether a participant may say something. */
export const mayAnswer = ({ role }: Pick<Participant, 'role'>): boolean => role !== 'observer'

type Row = Omit<Participant, 'name' | 'address' | 'locale'> & { who: string }

const COLUMNS = 'id, case_id AS caseId, role, who, added_at AS addedAt, removed_at AS removedAt'
/** Where name and address of the participants of a case are sealed. */
export const sealPlace = (caseId: string): string => `participant of ${placeOf(caseId)}`

async function openRow({ keys }: Reading, { who, ...row }: Row): Promise<Participant> {
  const { name, address, locale } = JSON.parse(await unseal(keys, sealPlace(row.caseId), who)) as { name: string; address: string; locale: string }
  return { ...row, name, address, locale: isShipped(locale) ? locale : 'en' }
}

/** Everybody who takes or took part in a case, the first added first. */
export async function participantsOf(reading: Reading, caseId: string): Promise<Participant[]> {
  const { results } = await reading.db.prepare(`SELECT ${COLUMNS} FROM participants WHERE case_id = ? ORDER BY added_at, id`).bind(caseId).all<Row>()
  return Promise.all(results.map((row) => openRow(reading, row)))
}

/** Names of participants by id. */
export const namesOf = (participants: readonly Participant[]): Record<string, string> => Object.fromEntries(participants.map(({ id, name }) => [id, name]))

/** The secret part of a participant's link. Removing the participant ends it. */
export const participantToken = (keys: Pick<Keys, 'token'>, id: string): Promise<string> => deriveToken(keys.token, 'participant', id)

/** The participant a link belongs to, and the case: not removed, not closed longer than ninety days, not spam. */
export async function byParticipantLink(
  reading: Reading,
  { id, token }: { id: string; token: string },
  now: number,
): Promise<{ participant: Participant; found: Case } | null> {
  if (!sameText(token, await participantToken(reading.keys, id))) return null
  const row = await reading.db.prepare(`SELECT ${COLUMNS} FROM participants WHERE id = ? AND removed_at IS NULL`).bind(id).first<Row>()
  const found = row && (await caseById(reading, row.caseId))
  if (!row || !found || found.state === 'spam' || (found.closedAt !== null && now - found.closedAt > LINK_LIFE)) return null
  return { participant: await openRow(reading, row), found }
}
