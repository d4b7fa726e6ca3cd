import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { searchRow } from '../search/keep-index.ts'
import { projectItem, removeFromPublic } from './project-item.ts'
import { itemOf, type ItemRow, type TermRow, type TextRow } from './read-item.ts'
import { isOpen, publicView, tagsOf } from './save-item.ts'

const AT_ONCE = 50

/** Brings items before the public whose time has come, and takes out those whose time is over. Safe to run twice. */
export async function openWindows({ db }: { db: D1Database }, now: number): Promise<number> {
  const { results: due } = await db
    .prepare(
      `SELECT i.* FROM items i LEFT JOIN published p ON p.item_id = i.id
       WHERE i.state = 'published' AND ((p.seq IS NULL AND i.published_from <= ?1 AND (i.published_until IS NULL OR i.published_until > ?1))
         OR (p.seq IS NOT NULL AND (i.published_until <= ?1 OR i.published_from > ?1))) LIMIT ?2`,
    )
    .bind(now, AT_ONCE)
    .all<ItemRow>()
  if (due.length === 0) return 0
  const ids = JSON.stringify(due.map(({ id }) => id))
  const [texts, terms] = await db.batch([
    db.prepare('SELECT * FROM translations WHERE item_id IN (SELECT value FROM json_each(?))').bind(ids),
    db.prepare('SELECT * FROM item_terms WHERE item_id IN (SELECT value FROM json_each(?))').bind(ids),
  ])
  for (const row of due) {
    const item = itemOf(row, (texts?.results ?? []) as TextRow[], (terms?.results ?? []) as TermRow[])
    await db.batch([
      ...(isOpen(item, now) ? projectItem(db, publicView(item, now), now) : removeFromPublic(db, item.id)),
      searchRow(db, item.id, now),
      outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags: tagsOf(item), withdrawn: !isOpen(item, now) } }, now),
    ])
  }
  return due.length
}
