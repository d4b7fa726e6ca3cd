import { mailRow } from '@stem/mail/mails-table'

/** Who is told that a request was closed, and in which language. */
type Asker = { id: string; personId: string | null; address: string; locale: string }

/** Statement that tells who asked that their request was closed without a reply; a reply that closes tells it by its own mail. */
export const closedMail = (db: D1Database, { id, personId, address, locale }: Asker, now: number): D1PreparedStatement =>
  mailRow(db, { id: `${id}.closed.${now}`, kind: 'closed', personId, address, locale, facts: { case: id } }, now)
