import { erasePerson, ERASURE_LOG, tellAll } from './erase-person.ts'

type Deps = { db: D1Database; log: KVNamespace }
type Replaying = Deps & { addressKey: string }
type Waiting = { id: string; payload: string; created_at: number }

const AT_ONCE = 100

/** What the log keeps of an erasure. `newsletter`: under which hash the newsletter knew the address; null when there was none. */
type Logged = { at: number; newsletter: string | null }

// Entries of the log's first months hold the time alone.
const readEntry = (text: string | null): Logged => (text === null || /^\d+$/.test(text) ? { at: Number(text), newsletter: null } : (JSON.parse(text) as Logged))

/**
 * Writes erasures into the log outside the database: opaque ids, a keyed hash and times. An entry is written before its outbox row is settled,
 * so none is lost; writing one twice changes nothing.
 */
export async function keepErasureLog({ db, log }: Deps, now: number): Promise<number> {
  const { results } = await db
    .prepare('SELECT id, payload, created_at FROM outbox WHERE kind = ? AND sent_at IS NULL ORDER BY created_at LIMIT ?')
    .bind(ERASURE_LOG, AT_ONCE)
    .all<Waiting>()
  for (const { id, payload, created_at } of results) {
    const { personId, newsletter = null } = JSON.parse(payload) as { personId: string; newsletter?: string | null }
    await log.put(personId, JSON.stringify({ at: created_at, newsletter } satisfies Logged))
    await db.prepare('UPDATE outbox SET sent_at = ?, attempts = attempts + 1 WHERE id = ?').bind(now, id).run()
  }
  return results.length
}

/**
 * After a database was restored to an earlier time: erases again who had been erased, and tells every service of everybody in the log once
 * more, because theirs may be the one that was restored. Running it twice changes nothing more.
 */
export async function replayErasures({ db, log, addressKey }: Replaying, now: number): Promise<{ known: number; erased: number }> {
  let known = 0
  let erased = 0
  let cursor: string | undefined
  do {
    const page: KVNamespaceListResult<unknown> = await log.list({ cursor })
    for (const { name } of page.keys) {
      known++
      if ((await erasePerson({ db, addressKey }, name, 'restore', now)).ok) erased++
      else {
        const { at, newsletter } = readEntry(await log.get(name))
        await db.batch(tellAll(db, { personId: name, hashes: { requester: null, newsletter }, at }, now))
      }
    }
    cursor = page.list_complete ? undefined : page.cursor
  } while (cursor !== undefined)
  return { known, erased }
}
