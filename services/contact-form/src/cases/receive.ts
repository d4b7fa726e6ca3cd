import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { deriveToken } from '@stem/jobs/tokens'
import { takeTurn, type Limit } from '@stem/jobs/turns'
import { mailRow } from '@stem/mail/mails-table'
import { addressKey } from '@stem/mail/message'
import { fail, ok, type Result } from '@stem/web/result'
import { seal } from '../sealing/seal.ts'
import { placeOf, type Kind, type Requester } from './case.ts'
import { newReference } from './reference.ts'

const HOUR = 60 * 60_000
const BY_NETWORK: Limit = { name: 'request-network', most: 20, window: HOUR }
const BY_ADDRESS: Limit = { name: 'request-address', most: 10, window: 24 * HOUR }
const RECEIPTS: Limit = { name: 'receipt-address', most: 1, window: HOUR }

/** A request as it was sent. `trap`: a field nobody sees was filled in, so it was a program. */
export type Request_ = {
  formKey: string
  kind: Kind
  country: string | null
  requester: Requester
  body: string
  locale: string
  personId: string | null
  network: string
  trap: boolean
}

/** Keyed hash of an address: finds the cases of a person, tells nothing by itself. */
export const requesterKeyOf = (secret: string, address: string): Promise<string> => deriveToken(secret, 'requester', addressKey(address))

const TWIN_WAITS = 5
const TWIN_PAUSE = 40

const referenceOf = async (db: D1Database, key: string): Promise<string | null> =>
  (await db.prepare('SELECT reference FROM cases WHERE form_key = ?').bind(key).first<{ reference: string }>())?.reference ?? null

/**
 * Takes a request in. The reference is given only when case, first message, audit entry and acknowledgement stand in the database
 * together. The same form sent again gives the same reference and nothing new. An address gets at most one acknowledgement an hour.
 */
export async function receive({ db, secret }: { db: D1Database; secret: string }, wish: Request_, now: number): Promise<Result<string, 'too_many'>> {
  const before = await referenceOf(db, wish.formKey)
  if (before !== null) return ok(before)
  const turns = { db, key: secret }
  const own = addressKey(wish.requester.address)
  const [byNetwork, byAddress] = await Promise.all([takeTurn(turns, BY_NETWORK, wish.network, now), takeTurn(turns, BY_ADDRESS, own, now)])
  if (!byNetwork || !byAddress) {
    // The same form at the same time takes turns too; it is no new request once its twin has arrived.
    for (let wait = 0; wait < TWIN_WAITS; wait++) {
      const twin = await referenceOf(db, wish.formKey)
      if (twin !== null) return ok(twin)
      await new Promise((resolve) => setTimeout(resolve, TWIN_PAUSE))
    }
    return fail('too_many')
  }
  const id = newId('cas', now)
  const reference = newReference()
  const place = placeOf(id)
  const { kind, country, requester, locale, personId, formKey, trap } = wish
  const mayWrite = !trap && (await takeTurn(turns, RECEIPTS, own, now))
  const guard = db
    .prepare(
      `INSERT INTO cases (id, reference, form_key, kind, state, country, requester, requester_key, person_id, locale, link_epoch, version, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, 1, ?11, ?11) ON CONFLICT (form_key) DO NOTHING`,
    )
    .bind(
      id,
      reference,
      formKey,
      kind,
      trap ? 'spam' : 'new',
      country,
      await seal(secret, place, JSON.stringify(requester)),
      await requesterKeyOf(secret, requester.address),
      personId,
      locale,
      now,
    )
  const message = db
    .prepare("INSERT INTO messages (id, case_id, at, side, author, body) VALUES (?, ?, ?, 'requester', ?, ?)")
    .bind(newId('msg', now), id, now, personId, await seal(secret, place, wish.body))
  const receipt = mayWrite
    ? [mailRow(db, { id: `${id}.receipt`, kind: 'receipt', personId, address: requester.address, locale, facts: { case: id } }, now)]
    : []
  const outcome = await commit(
    db,
    [guard, message, ...receipt],
    { actor: personId ?? 'requester', action: 'request.received', object: id, detail: { kind } },
    now,
  )
  if (outcome === 'done') return ok(reference)
  const twin = await referenceOf(db, formKey)
  if (twin === null) throw new Error('a request was neither kept nor there')
  return ok(twin)
}
