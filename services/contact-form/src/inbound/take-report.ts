import { failureIn } from '@stem/mail/incoming/report'
import { changeCase } from '../cases/change-case.ts'
import { caseById, type Reading } from '../cases/read-case.ts'
import { receiptRow, type Receipt } from './receipt.ts'
import { isBounceOf, readBounceAddress } from './signed-address.ts'

const TRIES = 6
const UNSAID = '5.0.0'

type Sent = { id: string; state: string }

/** The mail of ours that was sent with this return address, proved by its signature; null when there is none. */
async function mailSentFrom({ db, keys }: Reading, domain: string, address: string): Promise<Sent | null> {
  const claim = readBounceAddress(address, domain)
  if (!claim) return null
  // Everything named after one id: `<id>` itself, and `<id>.` to just before `<id>/`.
  const { results } = await db
    .prepare("SELECT id, state FROM mails WHERE id = ?1 OR (id > ?1 || '.' AND id < ?1 || '/') ORDER BY id LIMIT 100")
    .bind(claim.owner)
    .all<Sent>()
  for (const row of results) if (await isBounceOf(keys, claim.signature, row.id)) return row
  return null
}

async function caseIdOf(db: D1Database, mailId: string): Promise<string | null> {
  const [owner = ''] = mailId.split('.')
  if (owner.startsWith('cas_')) return owner
  const row = await db
    .prepare(
      'SELECT case_id AS id FROM messages WHERE id = ?1 UNION ALL SELECT case_id FROM events WHERE id = ?1 UNION ALL SELECT case_id FROM participants WHERE id = ?1 LIMIT 1',
    )
    .bind(owner)
    .first<{ id: string }>()
  return row?.id ?? null
}

/**
 * Takes a report that a mail came back (RFC 3464). It has an effect only when it arrived at the return address of one mail of ours: that mail
 * is marked, and its case says so; its state stays. True when it had one; the receipt is written with it. Throws like `receiptRow` when
 * the same report is taken at the same time.
 */
export async function takeReport(
  reading: Reading,
  report: { statuses: readonly string[]; to: string; domain: string; receipt: Receipt },
  now: number,
): Promise<boolean> {
  const { db } = reading
  const failure = failureIn(report.statuses)
  if (failure === null) return false
  const status = failure.code ?? UNSAID
  for (let tries = 1; tries <= TRIES; tries++) {
    const sent = await mailSentFrom(reading, report.domain, report.to)
    if (!sent || sent.state === 'bounced') return false
    const caseId = await caseIdOf(db, sent.id)
    const found = caseId === null ? null : await caseById(reading, caseId)
    if (!found) return false
    const rest = [
      receiptRow(db, { ...report.receipt, caseId: found.id, outcome: 'bounced' }),
      db.prepare("UPDATE mails SET state = 'bounced', why = ?2, address = NULL, facts = NULL, settled_at = ?3 WHERE id = ?1").bind(sent.id, status, now),
    ]
    if ((await changeCase(db, found, { kind: 'bounced', actor: 'system', about: sent.id, rest }, now)).ok) return true
  }
  throw new Error('a report could not be kept')
}
