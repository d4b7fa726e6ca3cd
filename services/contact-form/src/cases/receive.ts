import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { deriveToken } from '@stem/jobs/tokens'
import { onlyTurnRow, takeTurn, type Limit } from '@stem/jobs/turns'
import { mailRow } from '@stem/mail/mails-table'
import { addressKey } from '@stem/mail/message'
import { fail, ok, type Result } from '@stem/web/result'
import { dueOf } from '../promises/due-of.ts'
import type { Keys } from '../sealing/keys.ts'
import { announce } from '../webhooks/announce.ts'
import type { Kind, Requester } from './case.ts'
import { asEvent, eventRow } from './event.ts'
import { keepMessage } from './keep-message.ts'
import { newCaseRow } from './new-case-row.ts'
import type { Reading } from './read-case.ts'
import { newReference } from './reference.ts'
import { termRows } from './terms.ts'

const HOUR = 60 * 60_000
const BY_NETWORK: Limit = { name: 'request-network', most: 20, window: HOUR }
const BY_ADDRESS: Limit = { name: 'request-address', most: 10, window: 24 * HOUR }
const RECEIPTS = { name: 'receipt-address', window: HOUR }

/** A request as it was sent. */
export type Request_ = {
  /** The same key is the same request, however often it comes. */
  formKey: string
  kind: Kind
  country: string | null
  requester: Requester
  body: string
  locale: string
  personId: string | null
  /** Network it came from, for the limits; null for mails, which have limits of their own. */
  network: string | null
  source: 'form' | 'api' | 'mail'
  subject?: string | null
  /** Code of why it is taken for spam; it waits in its own view and is answered by nobody. */
  spamReason?: string | null
  possiblyOf?: string | null
  receiptId?: string | null
  /** Id of an earlier message that says the same. */
  repeats?: string | null
  /** Message-ID of the mail it came by: the acknowledgement answers it. */
  answers?: string | null
  /** Whether a mail may tell the requester that it arrived; an address gets at most one an hour in any case. */
  acknowledge?: boolean
  /** What must be written in the same batch. */
  rest?: (caseId: string, messageId: string) => D1PreparedStatement[]
}

/** Keyed hash of an address: finds the cases of a person, tells nothing by itself. */
export const requesterKeyOf = (keys: Pick<Keys, 'address'>, address: string): Promise<string> => deriveToken(keys.address, 'requester', addressKey(address))

/** What was received: a name for people, an id for programs. */
export type Received = { id: string; reference: string }

const TWIN_WAITS = 5
const TWIN_PAUSE = 40

/** What a form with this key was received as; null when it was not yet. */
export const twinOf = (db: D1Database, key: string): Promise<Received | null> =>
  db.prepare('SELECT id, reference FROM cases WHERE form_key = ?').bind(key).first<Received>()

/** Whether the form of a key was received already, so that sending it once more gives the same answer. */
export const wasReceived = async ({ db }: Reading, formKey: string): Promise<boolean> => (await twinOf(db, formKey)) !== null

/** Whether this request may come now; one that is the twin of another waits for it. */
async function mayCome({ db, keys }: Reading, wish: Request_, own: string, now: number): Promise<Result<Received | null, 'too_many'>> {
  const turns = { db, key: keys.token }
  const taken = await Promise.all([
    wish.network === null || takeTurn(turns, BY_NETWORK, wish.network, now),
    wish.source === 'mail' || takeTurn(turns, BY_ADDRESS, own, now),
  ])
  if (taken.every(Boolean)) return ok(null)
  // The same form at the same time takes turns too; it is no new request once its twin has arrived.
  for (let wait = 0; wait < TWIN_WAITS; wait++) {
    const twin = await twinOf(db, wish.formKey)
    if (twin !== null) return ok(twin)
    await new Promise((resolve) => setTimeout(resolve, TWIN_PAUSE))
  }
  return fail('too_many')
}

/**
 * Statements that tell a requester, by mail, that the request arrived; without effect when the address had such a mail within the
 * hour. They belong together, in this order. A request is acknowledged once, however often this is written.
 */
export const acknowledge = async (
  { db, keys }: Reading,
  { id, personId, address, locale, answers = null }: { id: string; personId: string | null; address: string; locale: string; answers?: string | null },
  now: number,
): Promise<D1PreparedStatement[]> => [
  await onlyTurnRow({ db, key: keys.token }, RECEIPTS, addressKey(address), now),
  mailRow(db, { id: `${id}.receipt`, kind: 'receipt', personId, address, locale, facts: { case: id, answers } }, now, { ifChanged: true }),
]

/**
 * Takes a request in. The reference is given only when case, first message, event, audit entry and acknowledgement stand in the
 * database together. The same form sent again gives the same reference and nothing new. An address gets at most one acknowledgement
 * an hour.
 */
export async function receive(reading: Reading, wish: Request_, now: number): Promise<Result<Received, 'too_many'>> {
  const { db, keys } = reading
  const before = await twinOf(db, wish.formKey)
  if (before !== null) return ok(before)
  const own = addressKey(wish.requester.address)
  const may = await mayCome(reading, wish, own, now)
  if (!may.ok) return may
  if (may.value !== null) return ok(may.value)
  const id = newId('cas', now)
  const messageId = newId('msg', now)
  const reference = newReference()
  const { kind, country, requester, locale, personId, formKey, source, body } = wish
  const { subject = null, spamReason = null, possiblyOf = null, receiptId = null, repeats = null, answers = null, rest = () => [] } = wish
  const state = spamReason === null ? 'new' : 'spam'
  const isAnswered = (wish.acknowledge ?? true) && spamReason === null
  const event = asEvent({ caseId: id, at: now, kind: 'received', actor: personId ?? 'requester', state, before: {}, version: 1, about: null, groupId: null })
  const due = dueOf([event])
  const guard = await newCaseRow(reading, {
    id,
    reference,
    formKey,
    kind,
    state,
    country,
    requester,
    personId,
    locale,
    source,
    subject,
    spamReason,
    possiblyOf,
    due,
    requesterKey: await requesterKeyOf(keys, requester.address),
    createdAt: now,
    updatedAt: now,
  })
  const via = source === 'form' ? 'page' : source
  const message = await keepMessage(reading, { id: messageId, caseId: id, at: now, side: 'requester', author: personId, body, via, receiptId, repeats })
  const receipt = isAnswered ? await acknowledge(reading, { id, personId, address: requester.address, locale, answers }, now) : []
  const terms = await termRows(reading, id, [reference, requester.name, requester.address, requester.organisation ?? '', subject ?? '', body])
  const outcome = await commit(
    db,
    [guard, message, eventRow(db, event), ...announce(db, event), ...receipt, ...terms, ...rest(id, messageId)],
    { actor: personId ?? 'requester', action: 'request.received', object: id, detail: { kind } },
    now,
  )
  if (outcome === 'done') return ok({ id, reference })
  const twin = await twinOf(db, formKey)
  if (twin === null) throw new Error('a request was neither kept nor there')
  return ok(twin)
}
