import type { Outcome } from './outcome.ts'

/** That a mail came in: keyed hashes and what became of it, never words or addresses. */
export type Receipt = { id: string; mailKey: string; bodyKey: string; caseId: string | null; outcome: Outcome; at: number }

/** Statement that keeps a receipt; in the batch of what the mail does. The same mail a second time breaks the batch: nothing of it is written again. */
export const receiptRow = (db: D1Database, { id, mailKey, bodyKey, caseId, outcome, at }: Receipt): D1PreparedStatement =>
  db.prepare('INSERT INTO receipts (id, mail_key, body_key, case_id, outcome, at) VALUES (?, ?, ?, ?, ?, ?)').bind(id, mailKey, bodyKey, caseId, outcome, at)

/** Keeps a receipt by itself, of a mail that does nothing else; once. */
export const keepReceipt = (db: D1Database, { id, mailKey, bodyKey, caseId, outcome, at }: Receipt): Promise<D1Result> =>
  db
    .prepare('INSERT INTO receipts (id, mail_key, body_key, case_id, outcome, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (mail_key) DO NOTHING')
    .bind(id, mailKey, bodyKey, caseId, outcome, at)
    .run()

/** What became of a mail when it came the first time, or null. */
export const receiptOf = (db: D1Database, mailKey: string): Promise<Pick<Receipt, 'caseId' | 'outcome'> | null> =>
  db.prepare('SELECT case_id AS caseId, outcome FROM receipts WHERE mail_key = ?').bind(mailKey).first<Pick<Receipt, 'caseId' | 'outcome'>>()

/** Whether a batch was refused because the same mail was taken at the same time. */
export const isTwin = (thrown: unknown): boolean => thrown instanceof Error && thrown.message.includes('UNIQUE constraint failed: receipts.mail_key')

const SAME_WORDS = 10 * 60_000

/** The message that a mail with the same words from the same sender became within the last ten minutes, or null. */
export async function saidBefore(db: D1Database, bodyKey: string, now: number): Promise<{ id: string; caseId: string } | null> {
  return db
    .prepare(
      `SELECT messages.id AS id, messages.case_id AS caseId FROM receipts JOIN messages ON messages.receipt_id = receipts.id AND messages.case_id = receipts.case_id
       WHERE receipts.body_key = ?1 AND receipts.at > ?2 ORDER BY receipts.at LIMIT 1`,
    )
    .bind(bodyKey, now - SAME_WORDS)
    .first<{ id: string; caseId: string }>()
}
