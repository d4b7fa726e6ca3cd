import { eraseReader } from '../own-data/erase-reader.ts'
import { pauseUntil } from '../preferences/change-wish.ts'
import { readerByKey, type Desk } from '../readers/reader.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { leave } from '../unsubscribe/leave.ts'
import { lastWords, type Left, type LeftLog } from './left-log.ts'

const AT_ONCE = 500

/** Those of the keys whose readers are not as their last word says, and said nothing after it. */
async function comeBack(db: D1Database, words: readonly Left[], now: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT s.address_key AS k FROM json_each(?1) w JOIN subscribers s ON s.address_key = w.value ->> 0
       WHERE s.confirmed_at <= w.value ->> 2 AND CASE w.value ->> 1
         WHEN 'erased' THEN s.state <> 'erased' WHEN 'paused' THEN s.state = 'active' AND w.value ->> 3 > ?2 ELSE s.state IN ('active', 'paused') END`,
    )
    .bind(JSON.stringify(words), now)
    .all<{ k: string }>()
  return results.map(({ k }) => k)
}

async function say({ db }: Pick<Desk, 'db'>, [addressKey, word, , until]: Left, now: number): Promise<void> {
  const reader = await readerByKey(db, addressKey)
  if (!reader) return
  if (word === 'erased') await eraseReader({ db }, reader, 'restore', now)
  else if (word === 'paused') await pauseUntil({ db }, reader, { until: until ?? now, way: 'restore', shownIn: null }, now)
  else {
    if (word === 'objected') await suppressRow(db, { addressKey, reason: 'objection', source: 'restore' }, now).run()
    await leave({ db }, reader, { way: 'restore', campaign: null }, now)
  }
}

/**
 * After the database was brought back to an earlier time: who had left, objected, paused or was erased since does so again, by the log that stands outside of
 * it. Who came back since is left as they are. Running it twice changes nothing more. `known`: addresses in the log; `ended`: how many were put right.
 */
export async function replayLeft({ db, log }: { db: D1Database; log: LeftLog }, now: number): Promise<{ known: number; ended: number }> {
  const words = await lastWords(log)
  const ends = [...words.values()].filter(([, word]) => word !== 'back')
  let ended = 0
  for (let start = 0; start < ends.length; start += AT_ONCE) {
    for (const key of await comeBack(db, ends.slice(start, start + AT_ONCE), now)) {
      const left = words.get(key)
      if (left) await say({ db }, left, now)
      ended++
    }
  }
  return { known: words.size, ended }
}
