import { SHIPPED } from '@stem/i18n/locales'
import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'

/** A text for answers that are given often. */
export type ReplyText = {
  /** `rtx_…` */
  id: string
  name: string
  /** Text by language; one that is missing or empty does not exist. */
  texts: Record<string, string>
  ownerId: string
  /** Day by which somebody should read it again, ISO. */
  reviewBy: string
  version: number
  updatedAt: number
  archivedAt: number | null
}

type Row = Omit<ReplyText, 'texts'> & { texts: string }
const COLUMNS = 'id, name, texts, owner_id AS ownerId, review_by AS reviewBy, version, updated_at AS updatedAt, archived_at AS archivedAt'
const openRow = (row: Row): ReplyText => ({ ...row, texts: JSON.parse(row.texts) as Record<string, string> })

/** All texts by name; archived ones only when `archived`. */
export async function replyTexts(db: D1Database, { archived = false } = {}): Promise<ReplyText[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM reply_texts WHERE ?1 OR archived_at IS NULL ORDER BY archived_at IS NOT NULL, name COLLATE NOCASE, id LIMIT 500`)
    .bind(archived ? 1 : 0)
    .all<Row>()
  return results.map(openRow)
}

/** A text by id, or null. */
export async function replyTextById(db: D1Database, id: string): Promise<ReplyText | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM reply_texts WHERE id = ?`).bind(id).first<Row>()
  return row && openRow(row)
}

/** In how many of the site's languages a text exists. */
export const completeness = ({ texts }: Pick<ReplyText, 'texts'>): number => SHIPPED.filter((locale) => (texts[locale] ?? '') !== '').length

/** Whether a text should have been read again by `today` (ISO day). */
export const isOverdue = ({ reviewBy, archivedAt }: Pick<ReplyText, 'reviewBy' | 'archivedAt'>, today: string): boolean =>
  archivedAt === null && reviewBy < today

/** What a form says about a text. */
export type TextWish = Pick<ReplyText, 'name' | 'texts' | 'ownerId' | 'reviewBy'>

/** The id that a new text of a form gets: the same form makes one text, however often it is sent. */
export const newTextId = (formKey: string): string => `rtx_${formKey.slice(0, 26)}`

/** Keeps a new text; the same id again changes nothing. */
export async function makeText(db: D1Database, who: string, id: string, { name, texts, ownerId, reviewBy }: TextWish, now: number): Promise<void> {
  const row = db
    .prepare('INSERT INTO reply_texts (id, name, texts, owner_id, review_by, version, updated_at) VALUES (?, ?, ?, ?, ?, 1, ?) ON CONFLICT (id) DO NOTHING')
    .bind(id, name, JSON.stringify(texts), ownerId, reviewBy, now)
  await commit(db, [row], { actor: who, action: 'reply-text.made', object: id }, now)
}

/** Changes a text. `stale`: somebody else changed it since `version`, and nothing was written. */
export async function editText(
  db: D1Database,
  who: string,
  { id, version, ...wish }: TextWish & { id: string; version: number },
  now: number,
): Promise<Result<null, 'stale'>> {
  const row = db
    .prepare(
      'UPDATE reply_texts SET name = ?3, texts = ?4, owner_id = ?5, review_by = ?6, updated_at = ?7, version = version + 1 WHERE id = ?1 AND version = ?2',
    )
    .bind(id, version, wish.name, JSON.stringify(wish.texts), wish.ownerId, wish.reviewBy, now)
  return (await commit(db, [row], { actor: who, action: 'reply-text.edited', object: id, detail: { version: version + 1 } }, now)) === 'done'
    ? ok(null)
    : fail('stale')
}

/** Puts a text away, or takes it back. */
export async function archiveText(
  db: D1Database,
  who: string,
  { id, version, archived }: { id: string; version: number; archived: boolean },
  now: number,
): Promise<Result<null, 'stale'>> {
  const row = db
    .prepare('UPDATE reply_texts SET archived_at = ?3, updated_at = ?4, version = version + 1 WHERE id = ?1 AND version = ?2')
    .bind(id, version, archived ? now : null, now)
  return (await commit(db, [row], { actor: who, action: archived ? 'reply-text.archived' : 'reply-text.restored', object: id }, now)) === 'done'
    ? ok(null)
    : fail('stale')
}
