import type { Threading } from '@stem/mail/message'
import type { Reading } from '../cases/read-case.ts'
import { loopMark } from '@stem/mail/incoming/automatic'
import { bounceAddress, messageIdOf, replyAddress, type Outgoing } from './signed-address.ts'

const MOST_BEFORE = 8

/** Mails of ours that went out for a case before this one, the oldest first. */
async function mailsBefore({ db }: Reading, { caseId, mailId }: Outgoing): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT mails.id AS id FROM mails WHERE mails.id = ?1 || '.receipt' AND mails.id <> ?2 AND mails.state NOT IN ('dropped', 'refused')
       UNION ALL
       SELECT * FROM (SELECT mails.id FROM messages JOIN mails ON mails.id = messages.id || '.reply'
         WHERE messages.case_id = ?1 AND messages.side = 'staff' AND mails.id < ?2 AND mails.state NOT IN ('dropped', 'refused')
         ORDER BY messages.at DESC LIMIT ?3)`,
    )
    .bind(caseId, mailId, MOST_BEFORE)
    .all<{ id: string }>()
  // Ids begin with the time they were made, and those of cases come before those of messages.
  return results.map(({ id }) => id).toSorted()
}

/**
 * How a mail of a case belongs to its conversation: where it is answered, under which Message-ID it goes, what it follows. `answers`: the
 * Message-ID of the mail that it answers by itself (RFC 3834, 3.1.5); otherwise it follows our own mails of the same case.
 */
export async function threadingOf(reading: Reading, domain: string, mail: Outgoing, answers: string | null = null): Promise<Threading> {
  const { keys } = reading
  const before = answers === null && mail.taker === 'requester' ? await mailsBefore(reading, mail) : []
  const followed = await Promise.all(before.map((mailId) => messageIdOf(keys, domain, { ...mail, mailId })))
  const references = answers === null ? followed : [answers]
  const [messageId, replyTo, envelopeFrom] = await Promise.all([
    messageIdOf(keys, domain, mail),
    replyAddress(keys, domain, mail.caseId, mail.taker),
    bounceAddress(keys, domain, mail.mailId),
  ])
  return { messageId, replyTo, envelopeFrom, inReplyTo: references.at(-1) ?? null, references, automaticAnswer: answers !== null, loop: loopMark(domain) }
}
