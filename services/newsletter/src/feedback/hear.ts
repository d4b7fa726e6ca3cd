import { newId } from '@stem/jobs/ids'
import { insist } from '@stem/jobs/lost'
import type { NewConsent } from '../ledger/entry.ts'
import { record } from '../ledger/record.ts'
import { cancelWaiting, readerById } from '../readers/reader.ts'
import { consequences } from './consequences.ts'
import { feedbackRow, type Feedback } from './feedback.ts'
import type { SentMail } from './sent-mail.ts'

/** What was said of a mail. */
export type Said = Pick<Feedback, 'eventKey' | 'kind' | 'code' | 'source' | 'at'>

/**
 * Hears something about a mail that had left: keeps it, and draws the consequences, in one batch. A complaint ends the subscription, and
 * the ledger says that the reader objected; so does leaving by way of a provider. `known`: it was heard before, and nothing happened again.
 */
export async function hear({ db }: { db: D1Database }, mail: SentMail, said: Said, now: number): Promise<'heard' | 'known'> {
  const id = newId('fbk', now)
  const { campaignId, addressKey, readerId } = mail
  const row = feedbackRow(db, { ...said, id, campaignId, addressKey })
  const rest = consequences(db, [id], now)
  const entry = endOf(mail, said)
  const reader = entry === null ? null : await readerById(db, readerId)
  // Who changed the address, or asked anew meanwhile, is not the one it is about any more.
  const isTheirs = reader !== null && reader.addressKey === addressKey && reader.confirmedAt <= said.at
  if (entry !== null && isTheirs && (said.kind === 'complaint' || reader.state === 'active' || reader.state === 'paused')) {
    const withdraw = db
      .prepare(
        `UPDATE subscribers SET state = 'withdrawn', ended_at = ?2, paused_until = NULL, version = version + 1, updated_at = ?2
         WHERE id = ?1 AND state IN ('active', 'paused')`,
      )
      .bind(readerId, now)
    const outcome = await record(db, [row, withdraw, cancelWaiting(db, readerId, 'left', now), ...rest], [entry], now)
    return outcome === 'done' ? 'heard' : 'known'
  }
  const [written] = await insist(() => db.batch([row, ...rest]))
  return written?.meta.changes === 1 ? 'heard' : 'known'
}

function endOf({ campaignId, addressKey, readerId }: SentMail, { kind, source }: Said): NewConsent | null {
  if (kind !== 'complaint' && kind !== 'unsubscribe') return null
  const detail = { way: kind === 'complaint' ? 'complaint' : 'provider', source, campaign: campaignId }
  return { kind: kind === 'complaint' ? 'objected' : 'withdrawn', addressKey, subscriberId: readerId, detail }
}
