import { countedRow, leavesTurn, turnWithinRow, type Limit } from '@stem/jobs/turns'
import { mailRow, type Wanted } from '@stem/mail/mails-table'
import { addressKey } from '@stem/mail/message'
import type { Desk } from '../readers/reader.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const MAILBOX = {
  name: 'subscribe-confirmation',
  limits: [
    { most: 1, window: DAY },
    { most: 3, window: 30 * DAY },
  ],
} as const
/** Such mails to all addresses together; more than any day of a conference brings, and little for who wants to do harm. */
export const TO_ALL: Limit = { name: 'subscribe-confirmation-all', most: 600, window: HOUR }

const DOTLESS = ['gmail.com', 'googlemail.com']

/** The mailbox behind an address, for limits alone: a `+tag`, and dots where the provider ignores them, are no other mailbox. A reader is who the whole address says. */
export function mailboxOf(address: string): string {
  const key = addressKey(address)
  const at = key.lastIndexOf('@')
  const [local, domain] = [key.slice(0, at).replace(/(?<=.)\+.*$/s, ''), key.slice(at + 1)]
  return DOTLESS.includes(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`
}

/** Whether mails that ask to confirm something leave at all at present: the breaker against a flood from many networks. */
export const isOpen = ({ db, tokenKey }: Pick<Desk, 'db' | 'tokenKey'>, now: number): Promise<boolean> => leavesTurn({ db, key: tokenKey }, TO_ALL, now)

/**
 * Statements that keep a mail which asks an address to confirm something, whatever it is: one a day and three in thirty days for a mailbox, and no more
 * than `TO_ALL` for everybody. Where a limit is reached no mail is kept, and nothing says so: the answer of the page is the same.
 */
export async function confirmationRows({ db, tokenKey }: Pick<Desk, 'db' | 'tokenKey'>, mail: Wanted, now: number): Promise<D1PreparedStatement[]> {
  const turns = { db, key: tokenKey }
  const turn = await turnWithinRow(turns, { ...MAILBOX, whole: TO_ALL }, mailboxOf(mail.address), now)
  return [turn, mailRow(db, mail, now, { ifChanged: true }), await countedRow(turns, TO_ALL, now)]
}
