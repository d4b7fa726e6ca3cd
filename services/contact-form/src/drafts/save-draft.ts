import { fingerprint } from '@stem/jobs/ids'
import { takeTurn, type Limit } from '@stem/jobs/turns'
import { mailRow } from '@stem/mail/mails-table'
import { fail, ok, type Result } from '@stem/web/result'
import type { Reading } from '../cases/read-case.ts'
import { requesterKeyOf } from '../cases/receive.ts'
import { seal } from '../sealing/seal.ts'

const HOUR = 60 * 60_000
const MINUTE = 60_000
const BY_NETWORK: Limit = { name: 'draft-network', most: 10, window: HOUR }
const BY_ADDRESS: Limit = { name: 'draft-address', most: 3, window: HOUR }
const LONGEST = 20_000
const ID_LENGTH = 26

/** How long a draft is kept (milliseconds). */
export const DRAFT_LIFE = 30 * 24 * HOUR

/** A form somebody wants to finish later. `fields`: as they were typed, whether they are right or not. */
export type DraftWish = {
  formKey: string
  fields: Record<string, string>
  address: string
  personId: string | null
  /** Language of the mail. */
  locale: string
  network: string
}

/** What seals a draft: the fields of one cannot be read as those of another. */
export const draftPlace = (id: string): string => `draft ${id}`

/**
 * Keeps a form for thirty days and mails the link to it; the same form again is the same draft. The mail holds no typed word, and an
 * address gets at most three an hour. When there is no mail left for a new draft, or too many came from the network, nothing is kept
 * (`too_many`): nobody could find it. The answer is the same for every address.
 */
export async function saveDraft({ db, keys }: Reading, wish: DraftWish, now: number): Promise<Result<null, 'too_many' | 'too_long' | 'sent'>> {
  const { formKey, fields, address, personId, locale, network } = wish
  const written = JSON.stringify(fields)
  if (written.length > LONGEST) return fail('too_long')
  const turns = { db, key: keys.token }
  if (!(await takeTurn(turns, BY_NETWORK, network, now))) return fail('too_many')
  const own = await requesterKeyOf(keys, address)
  const mayMail = await takeTurn(turns, BY_ADDRESS, own, now)
  const id = `drf_${(await fingerprint(`draft ${formKey}`)).slice(0, ID_LENGTH)}`
  const known = await db.prepare('SELECT 1 FROM drafts WHERE id = ? AND address_key = ?').bind(id, own).first()
  if (!mayMail && known === null) return fail('too_many')
  const kept = db
    .prepare(
      `INSERT INTO drafts (id, form_key, fields, address_key, person_id, locale, saved_at, expires_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (SELECT 1 FROM cases WHERE form_key = ?2)
       ON CONFLICT DO UPDATE SET fields = excluded.fields, address_key = excluded.address_key, person_id = excluded.person_id,
         locale = excluded.locale, saved_at = excluded.saved_at, expires_at = excluded.expires_at`,
    )
    .bind(id, formKey, await seal(keys, draftPlace(id), written), own, personId, locale, now, now + DRAFT_LIFE)
  // Two clicks are one mail; another address is another one.
  const mailId = `${id}.${own.slice(0, 8)}.${Math.floor(now / MINUTE)}`
  const mail = mailRow(db, { id: mailId, kind: 'draft', personId, address, locale, facts: { draft: id } }, now)
  const [row] = await db.batch(mayMail ? [kept, mail] : [kept])
  return row?.meta.changes === 0 ? fail('sent') : ok(null)
}

/** Statement that deletes the draft of a form that is sent; put it into the batch of the request. */
export const dropDraft = (db: D1Database, formKey: string): D1PreparedStatement => db.prepare('DELETE FROM drafts WHERE form_key = ?').bind(formKey)
