import { newId } from '@stem/jobs/ids'
import { onlyTurnRow } from '@stem/jobs/turns'
import { mailRow } from '@stem/mail/mails-table'
import type { Desk, Reader } from '../readers/reader.ts'

const HOUR = 60 * 60_000

/** Mails the reader the link by which they export or erase what is kept of them; at most one an hour. */
export async function askForDataLink({ db, tokenKey }: Desk, reader: Reader, now: number): Promise<void> {
  if (reader.address === null) return
  const turn = await onlyTurnRow({ db, key: tokenKey }, { name: 'newsletter-data', window: HOUR }, reader.id, now)
  const mail = { id: `${newId('dat', now)}.data`, kind: 'data', address: reader.address, locale: reader.locale, facts: { reader: reader.id } }
  await db.batch([turn, mailRow(db, mail, now, { ifChanged: true })])
}
