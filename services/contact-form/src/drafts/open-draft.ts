import { deriveToken, sameText } from '@stem/jobs/tokens'
import type { Reading } from '../cases/read-case.ts'
import type { Keys } from '../sealing/keys.ts'
import { unseal } from '../sealing/seal.ts'
import { draftPlace } from './save-draft.ts'

type Row = { id: string; formKey: string; fields: string; addressKey: string; expiresAt: number }

/** The secret part of a link to a draft. A draft that is saved for another address ends the link of the one before. */
export const draftToken = (keys: Pick<Keys, 'token'>, { id, addressKey }: Pick<Row, 'id' | 'addressKey'>): Promise<string> =>
  deriveToken(keys.token, 'draft', `${id} ${addressKey}`)

/** The draft with an id that is not over, still sealed. */
export const draftRow = (db: D1Database, id: string, now: number): Promise<Row | null> =>
  db
    .prepare('SELECT id, form_key AS formKey, fields, address_key AS addressKey, expires_at AS expiresAt FROM drafts WHERE id = ? AND expires_at > ?')
    .bind(id, now)
    .first<Row>()

/** The form that a link opens, as it was left; null when it was sent, is over, or the link is not its own. Changes nothing. */
export async function openDraft(
  { db, keys }: Reading,
  { id, token }: { id: string; token: string },
  now: number,
): Promise<{ formKey: string; fields: Record<string, string> } | null> {
  const row = await draftRow(db, id, now)
  if (!row || !sameText(token, await draftToken(keys, row))) return null
  return { formKey: row.formKey, fields: JSON.parse(await unseal(keys, draftPlace(id), row.fields)) as Record<string, string> }
}
