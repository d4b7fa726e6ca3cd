import { erasePerson, ERASURE_LOG } from './erase-person.ts'

type Deps = { db: D1Database; log: KVNamespace }
type Replaying = Deps & { addressKey: string }
type Waiting = { id: string; payload: string; created_at: number }

const AT_ONCE = 100

/**
 * Writes erasures into the log outside the database: opaque ids and times. An entry is written before its outbox row is settled,
 * so none is lost; writing one twice changes nothing.
 */
export async function keepErasureLog({ db, log }: Deps, now: number): Promise<number> {
  const { results } = await db
    .prepare('SELECT id, payload, created_at FROM outbox WHERE kind = ? AND sent_at IS NULL ORDER BY created_at LIMIT ?')
    .bind(ERASURE_LOG, AT_ONCE)
    .all<Waiting>()
  for (const { id, payload, created_at } of results) {
    await log.put((JSON.parse(payload) as { personId: string }).personId, String(created_at))
    await db.prepare('UPDATE outbox SET sent_at = ?, attempts = attempts + 1 WHERE id = ?').bind(now, id).run()
  }
  return results.length
}

/** After the database was restored to an earlier time: erases again who had been erased. Running it twice changes nothing more. */
export async function replayErasures({ db, log, addressKey }: Replaying, now: number): Promise<{ known: number; erased: number }> {
  let known = 0
  let erased = 0
  let cursor: string | undefined
  do {
    const page: KVNamespaceListResult<unknown> = await log.list({ cursor })
    for (const { name } of page.keys) {
      known++
      if ((await erasePerson({ db, addressKey }, name, 'restore', now)).ok) erased++
    }
    cursor = page.list_complete ? undefined : page.cursor
  } while (cursor !== undefined)
  return { known, erased }
}
