import { listTag } from '@stem/contracts/purge'
import { newId } from '@stem/jobs/ids'
import { insist } from '@stem/jobs/lost'
import { outboxRow } from '@stem/jobs/outbox'
import { readPresent } from './read-present.ts'
import { writePresent } from './write-documents.ts'

const AT_ONCE = 50

type Deps = { db: D1Database; search: D1Database }

/** Statement that notes that an item changed before the public; put it into the batch of the change. */
export const searchRow = (db: D1Database, itemId: string, now: number): D1PreparedStatement =>
  outboxRow(db, { id: newId('out', now), kind: 'search', payload: { id: itemId } }, now)

/** Statement that tells the caches that something can be found that could not, or the other way round. */
export const staleRow = (db: D1Database, now: number, withdrawn = false): D1PreparedStatement =>
  outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags: [listTag('search')], withdrawn } }, now)

/**
 * Brings changed items into the index as they stand at this moment, at most 50; gives how many changes it took up. Safe to run
 * twice, at once, or to break off: what was not finished is still in the outbox, and a slower run never undoes a later one.
 */
export async function keepIndex({ db, search }: Deps, now: number): Promise<number> {
  const { results: changes } = await db
    .prepare("SELECT id, payload ->> 'id' AS item FROM outbox WHERE kind = 'search' AND sent_at IS NULL ORDER BY created_at, id LIMIT ?")
    .bind(AT_ONCE)
    .all<{ id: string; item: string }>()
  if (changes.length === 0) return 0
  const present = await insist(() => readPresent(db, [...new Set(changes.map(({ item }) => item))]))
  await insist(() => writePresent(search, present, now))
  const done = JSON.stringify(changes.map(({ id }) => id))
  await insist(() =>
    db.batch([
      db.prepare('UPDATE outbox SET sent_at = ?, attempts = attempts + 1 WHERE sent_at IS NULL AND id IN (SELECT value FROM json_each(?))').bind(now, done),
      staleRow(
        db,
        now,
        present.some(({ document }) => document === null),
      ),
    ]),
  )
  return changes.length
}
