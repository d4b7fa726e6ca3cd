import { insist } from '@stem/jobs/lost'

/** Where it is kept, outside the database, who left: it must know more than a copy of the database that is brought back. */
export type LeftLog = Pick<KVNamespace, 'put' | 'list'>

/** The last word of an address that an entry tells of: left, objected, erased, paused until a time, or came back. */
export type Word = 'withdrawn' | 'objected' | 'erased' | 'paused' | 'back'
/** An entry: keyed hash of the address, the word, when it was said, and until when a pause lasts. Nobody's address. */
export type Left = [addressKey: string, word: Word, at: number, until: number | null]

/** Seconds that an entry is kept: no copy that is older is brought back. */
export const LEFT_KEPT = 400 * 24 * 60 * 60

const PREFIX = 'left/'
// What stands beside a key comes with the list of keys, and holds 1,024 bytes.
const TOGETHER = 8
const AT_ONCE = 500
const MOST_ROUNDS = 10
const DIGITS = 15

type Row = { seq: number; at: number; addressKey: string; kind: string; until: number | null; tells: number }

async function readOn(db: D1Database): Promise<Row[]> {
  const { results } = await insist(() =>
    db
      .prepare(
        `SELECT c.seq, c.at, c.address_key AS addressKey, c.kind, c.detail ->> 'until' AS until,
           c.kind IN ('withdrawn', 'objected', 'erased', 'paused') OR (c.kind IN ('confirmed', 'imported', 'resumed') AND EXISTS (
             SELECT 1 FROM consents p WHERE p.address_key = c.address_key AND p.seq < c.seq AND p.kind IN ('withdrawn', 'objected', 'erased', 'paused'))) AS tells
         FROM consents c WHERE c.seq > coalesce((SELECT seq FROM left_log WHERE id = 1), 0) ORDER BY c.seq LIMIT ${AT_ONCE}`,
      )
      .all<Row>(),
  )
  return results
}

const wordOf = (kind: string): Word => (kind === 'withdrawn' || kind === 'objected' || kind === 'erased' || kind === 'paused' ? kind : 'back')

/**
 * Copies from the ledger into the log who left, paused and came back since the last time. An entry is written before the mark moves on, so none is
 * lost; writing one twice changes nothing. Run by cron.
 */
export async function keepLeftLog({ db, log }: { db: D1Database; log: LeftLog }): Promise<void> {
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
    const rows = await readOn(db)
    const telling = rows.filter(({ tells }) => tells === 1)
    for (let start = 0; start < telling.length; start += TOGETHER) {
      const some = telling.slice(start, start + TOGETHER)
      const [first] = some
      const metadata = some.map(({ addressKey, kind, at, until }): Left => [addressKey, wordOf(kind), at, until])
      // Named by its time as well: after a restore the ledger uses the same numbers once more.
      const name = `${PREFIX}${String(first?.at ?? 0).padStart(DIGITS, '0')}-${String(first?.seq ?? 0).padStart(DIGITS, '0')}`
      await log.put(name, '', { metadata, expirationTtl: LEFT_KEPT })
    }
    const last = rows.at(-1)?.seq
    if (last === undefined) return
    await db.prepare('INSERT INTO left_log (id, seq) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET seq = max(seq, ?1)').bind(last).run()
    if (rows.length < AT_ONCE) return
  }
}

/** The last word of every address in the log. */
export async function lastWords(log: LeftLog): Promise<Map<string, Left>> {
  const words = new Map<string, Left>()
  for (let cursor: string | null = null; ;) {
    const page: KVNamespaceListResult<Left[]> = await log.list<Left[]>({ prefix: PREFIX, cursor })
    for (const entry of page.keys.flatMap(({ metadata }) => metadata ?? [])) {
      const known = words.get(entry[0])
      if (known === undefined || entry[2] >= known[2]) words.set(entry[0], entry)
    }
    if (page.list_complete) return words
    cursor = page.cursor
  }
}
