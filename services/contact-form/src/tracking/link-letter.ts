import { sameText } from '@stem/jobs/tokens'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import { speechOf } from '@stem/ui/speech'
import { caseById, LINK_LIFE, type Reading } from '../cases/read-case.ts'
import { requesterKeyOf } from '../cases/receive.ts'
import { linkTo, type Desk } from '../mails/write-letter.ts'

type Row = { id: string; key: string | null }

const rowOf = (db: D1Database, by: 'id' | 'reference', value: string): Promise<Row | null> =>
  db.prepare(`SELECT id, requester_key AS key FROM cases WHERE ${by} = ?`).bind(value).first<Row>()

/** The case that a wish for a link means, when the address is its requester's and a link to it would work. */
async function wanted(reading: Reading, { facts, address, createdAt }: Claimed) {
  const { case: id, reference } = facts
  const row = await (typeof id === 'string' ? rowOf(reading.db, 'id', id) : rowOf(reading.db, 'reference', String(reference)))
  if (!row || row.key === null || !sameText(row.key, await requesterKeyOf(reading.keys, address))) return null
  const found = await caseById(reading, row.id)
  const isOver = found !== null && found.closedAt !== null && createdAt - found.closedAt > LINK_LIFE
  return found === null || found.state === 'spam' || isOver ? null : found
}

/** The mail with a new link to a request; none when the address is not its requester's. */
export async function linkLetter(desk: Desk, mail: Claimed): Promise<Letter | null> {
  const found = await wanted(desk, mail)
  if (!found) return null
  const { t } = speechOf(mail.locale)
  const { reference } = found
  return {
    subject: t('mail.link.subject', { reference }),
    heading: t('mail.link.subject', { reference }),
    parts: [
      { paragraph: t('mail.link.text') },
      { button: { label: t('request.follow'), url: await linkTo(desk, found, mail.locale) } },
      { small: t('mail.request.link') },
    ],
    reason: t('mail.request.reason'),
  }
}
