import { mailRow } from '@stem/mail/mails-table'
import type { Reading } from '../cases/read-case.ts'
import { participantsOf } from './participant.ts'

/** Statements of the mails that tell everybody who takes part of a reply. */
export async function tellParticipants(reading: Reading, caseId: string, message: string, now: number): Promise<D1PreparedStatement[]> {
  const present = (await participantsOf(reading, caseId)).filter(({ removedAt }) => removedAt === null)
  return present.map(({ id, address, locale }) =>
    mailRow(reading.db, { id: `${message}.${id}`, kind: 'participant-reply', address, locale, facts: { participant: id } }, now),
  )
}
