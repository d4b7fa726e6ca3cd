import { randomSecret } from '@stem/jobs/tokens'

/** Where the mark of this installation stands, outside the database. */
export type Marker = { get(key: string): Promise<string | null>; put(key: string, value: string): Promise<void> }

type Deps = { db: D1Database; marker: Marker }

const KEY = 'fence'
/** Milliseconds after which the mark is renewed, so that an older copy of this very database is told from it. */
export const RENEW = 5 * 60_000
/** Milliseconds in which the mark outside may lag behind: it is read from caches, and a renewal may have been cut in half. */
export const LAG = 2 * 60_000

const rowOf = ({ db }: Deps) => db.prepare('SELECT fence, since FROM instance WHERE id = 1').first<{ fence: string; since: number }>()

/** Renews the mark: first inside, together with every campaign that is under way, then outside. Cut in half, the next one repairs it. */
async function renew({ db, marker }: Deps, old: string, now: number): Promise<string> {
  const next = randomSecret()
  const [changed] = await db.batch([
    db.prepare('UPDATE instance SET fence = ?2, since = ?3 WHERE id = 1 AND fence = ?1').bind(old, next, now),
    db.prepare('UPDATE campaigns SET fence = ?2 WHERE fence = ?1 AND changes() > 0').bind(old, next),
  ])
  if (changed?.meta.changes !== 1) return (await rowOf({ db, marker }))?.fence ?? old
  await marker.put(KEY, next)
  return next
}

/**
 * The mark of this installation when the database and what stands outside of it agree; null when this database is a copy that was brought
 * back, here or elsewhere: then nothing may be sent from it until a person has taken over.
 */
export async function fenceOf(deps: Deps, now: number): Promise<string | null> {
  const { db, marker } = deps
  const outside = await marker.get(KEY)
  let row = await rowOf(deps)
  if (row === null) {
    await db
      .prepare('INSERT INTO instance (id, fence, since) VALUES (1, ?, ?) ON CONFLICT (id) DO NOTHING')
      .bind(outside ?? randomSecret(), now)
      .run()
    row = await rowOf(deps)
    if (row === null) return null
  }
  if (row.fence !== outside) {
    if (now - row.since > LAG) return null
    await marker.put(KEY, row.fence)
    return row.fence
  }
  return now - row.since > RENEW ? renew(deps, row.fence, now) : row.fence
}

/** Makes this database the right one from now on: by a person's decision alone. */
export async function newFence({ db, marker }: Deps, now: number): Promise<string> {
  const fence = randomSecret()
  await db.prepare('INSERT INTO instance (id, fence, since) VALUES (1, ?1, ?2) ON CONFLICT (id) DO UPDATE SET fence = ?1, since = ?2').bind(fence, now).run()
  await marker.put(KEY, fence)
  return fence
}
