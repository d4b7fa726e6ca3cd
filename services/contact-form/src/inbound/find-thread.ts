import { caseById, type Reading } from '../cases/read-case.ts'
import type { Case } from '../cases/case.ts'
import { requesterKeyOf } from '../cases/receive.ts'
import { readReference } from '../cases/reference.ts'
import { targetOf } from '../merging/target-of.ts'
import { mayAnswer, type Role } from '../participants/participant.ts'
import type { Own } from '@stem/mail/incoming/automatic'
import type { Mail } from '@stem/mail/incoming/read-mail'
import { isReplyFor, readMessageId, readReplyAddress, type Taker } from './signed-address.ts'

/** Somebody who takes part in a case; those who were removed, and who only read, are known, so that their reply addresses are. */
type Part = { taker: Taker; key: string | null; takesPart: boolean }

/**
 * The case that a mail proves to answer, and as whom its sender takes part in it; null as whom: the sender is not one of them. `named`: id of
 * the case that the mail names, which stays the same when that one is merged.
 */
export type Thread = { found: Case; as: Taker | null; named: string }

const MOST_ADDRESSES = 20

async function partsOf({ db }: Reading, caseId: string): Promise<Part[]> {
  const [requester, others] = await Promise.all([
    db.prepare('SELECT requester_key AS key FROM cases WHERE id = ?').bind(caseId).first<{ key: string | null }>(),
    db
      .prepare('SELECT id, address_key AS key, removed_at AS removedAt, role FROM participants WHERE case_id = ? ORDER BY added_at LIMIT 100')
      .bind(caseId)
      .all<{ id: string; key: string; removedAt: number | null; role: Role }>(),
  ])
  if (!requester) return []
  const first: Part = { taker: 'requester', key: requester.key, takesPart: requester.key !== null }
  return [first, ...others.results.map(({ id, key, removedAt, role }) => ({ taker: id, key, takesPart: removedAt === null && mayAnswer({ role }) }))]
}

/** The case that a signed address or Message-ID in a mail names. A wrong signature counts as none. */
async function namedCase(reading: Reading, mail: Mail, to: string, { domain }: Own): Promise<string | null> {
  for (const address of [to, ...mail.recipients].slice(0, MOST_ADDRESSES)) {
    const claim = readReplyAddress(address, domain)
    const parts = claim ? await partsOf(reading, claim.caseId) : []
    const takers = parts.map(({ taker }) => taker)
    if (claim && (await isReplyFor(reading.keys, claim, takers))) return claim.caseId
  }
  for (const messageId of mail.answers) {
    const answered = await readMessageId(reading.keys, domain, messageId)
    if (answered) return answered.caseId
  }
  return null
}

/** A case, or the one it was merged into. */
async function newestOf(reading: Reading, id: string): Promise<Case | null> {
  const found = await caseById(reading, id)
  return found && targetOf(reading, found)
}

/**
 * The conversation that a mail answers, in this order: the signed reply address, then `In-Reply-To`, then `References` from the last to the
 * first. Nothing else joins a case. `address`: of the sender, null when it is not certain who that is.
 */
export async function threadOf(reading: Reading, mail: Mail, { to, address, own }: { to: string; address: string | null; own: Own }): Promise<Thread | null> {
  const named = await namedCase(reading, mail, to, own)
  if (named === null) return null
  const found = await newestOf(reading, named)
  if (!found) return null
  const key = address === null ? null : await requesterKeyOf(reading.keys, address)
  const part = key === null ? undefined : (await partsOf(reading, found.id)).find((one) => one.takesPart && one.key === key)
  return { found, as: part?.taker ?? null, named }
}

const MOST_WORDS = 20_000
const MOST_REFERENCES = 10

/** A case whose reference stands in the subject or text of a mail. Only ever a suggestion: anybody can write a reference. */
export async function referredCase({ db }: Reading, { subject, text }: Pick<Mail, 'subject' | 'text'>): Promise<string | null> {
  const written = `${subject} ${text.slice(0, MOST_WORDS)}`.match(/\b[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}\b/gi) ?? []
  const references = [...new Set(written.flatMap((one) => readReference(one) ?? []))].slice(0, MOST_REFERENCES)
  if (references.length === 0) return null
  const row = await db
    .prepare('SELECT id FROM cases WHERE reference IN (SELECT value FROM json_each(?)) ORDER BY created_at DESC LIMIT 1')
    .bind(JSON.stringify(references))
    .first<{ id: string }>()
  return row?.id ?? null
}
