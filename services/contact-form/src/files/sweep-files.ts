const HOUR = 60 * 60_000
const DAY = 24 * HOUR
/** How long a file waits for the form it was chosen in, when no draft of that form is kept. */
export const WAITING = DAY
// Longer than any upload takes: bytes that are deleted now cannot arrive afterwards.
const SETTLED = HOUR
const AT_ONCE = 500
const ALPHABET = '0123456789abcdef'

/** Statement that lets go of files; the bytes are deleted by the next sweep. `which`: condition on `files`. */
export const letGoOfFiles = (db: D1Database, which: string, values: readonly (string | number | null)[]): D1PreparedStatement =>
  db.prepare(`UPDATE files SET state = 'gone', name = '' WHERE state <> 'gone' AND ${which}`).bind(...values)

type Store = { db: D1Database; bucket: R2Bucket }

/** Deletes the bytes of files that are gone, and then their rows: what the bucket did not confirm is tried again. */
async function deleteGone({ db, bucket }: Store, now: number): Promise<number> {
  const { results } = await db
    .prepare("SELECT id FROM files WHERE state = 'gone' AND at < ? LIMIT ?")
    .bind(now - SETTLED, AT_ONCE)
    .all<{ id: string }>()
  const ids = results.map(({ id }) => id)
  if (ids.length === 0) return 0
  await bucket.delete(ids)
  await db.prepare("DELETE FROM files WHERE state = 'gone' AND id IN (SELECT value FROM json_each(?))").bind(JSON.stringify(ids)).run()
  return ids.length
}

/** Deletes objects that no row knows, e.g. after the database was restored from a copy: one sixteenth of the bucket. */
async function deleteUnknown({ db, bucket }: Store, letter: string, now: number): Promise<number> {
  let deleted = 0
  let cursor: string | undefined
  do {
    const listed = await bucket.list({ prefix: `fil_${letter}`, limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) })
    const old = listed.objects.filter(({ uploaded }) => uploaded.getTime() < now - DAY).map(({ key }) => key)
    const { results } = await db
      .prepare('SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM files WHERE id IN (SELECT value FROM json_each(?1)))')
      .bind(JSON.stringify(old))
      .all<{ id: string }>()
    if (results.length > 0) await bucket.delete(results.map(({ id }) => id))
    deleted += results.length
    cursor = listed.truncated ? listed.cursor : undefined
  } while (cursor !== undefined)
  return deleted
}

/**
 * Deletes files that nobody claimed for a day, unless a draft keeps their form, and the bytes of those that were let go of. Run every
 * minute by cron; once an hour it looks through a sixteenth of the bucket as well. Running twice changes nothing more.
 */
export async function sweepFiles(store: Store, now: number): Promise<{ deleted: number; unknown: number }> {
  await store.db
    .prepare(
      // Only files nobody claimed have the key of a form, so the many that were claimed are not looked at.
      `UPDATE files SET state = 'gone', name = '' WHERE form_key > '' AND state <> 'gone' AND at < ?1
       AND (state = 'coming' OR NOT EXISTS (SELECT 1 FROM drafts WHERE drafts.form_key = files.form_key AND drafts.expires_at > ?2))`,
    )
    .bind(now - WAITING, now)
    .run()
  const deleted = await deleteGone(store, now)
  const hour = Math.floor(now / HOUR)
  const first = Math.floor(now / 60_000) % 60 === 0
  const unknown = first ? await deleteUnknown(store, ALPHABET[hour % ALPHABET.length] ?? '0', now) : 0
  return { deleted, unknown }
}
