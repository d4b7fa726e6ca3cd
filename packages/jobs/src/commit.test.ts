import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { BEGINNING } from './chain.ts'
import { commit, hashOf, type ChainedEntry } from './commit.ts'

const { DB } = env as unknown as { DB: D1Database }
const NOW = Date.UTC(2026, 10, 24)

beforeEach(async () => {
  await DB.batch([
    DB.prepare(
      'CREATE TABLE IF NOT EXISTS audit (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)',
    ),
    DB.prepare('CREATE TABLE IF NOT EXISTS things (id TEXT PRIMARY KEY, version INTEGER NOT NULL)'),
    DB.prepare('CREATE TABLE IF NOT EXISTS notes (id TEXT PRIMARY KEY)'),
    ...['audit', 'things', 'notes'].map((table) => DB.prepare(`DELETE FROM ${table}`)),
    DB.prepare("INSERT INTO things VALUES ('a', 1)"),
  ])
})
const edit = (version: number) => DB.prepare("UPDATE things SET version = version + 1 WHERE id = 'a' AND version = ?").bind(version)
const note = (id: string) => DB.prepare('INSERT INTO notes VALUES (?)').bind(id)
const entry = { actor: 'per_1', action: 'thing.edited', object: 'a', detail: { n: 1 } }
const chain = async () => (await DB.prepare('SELECT * FROM audit ORDER BY seq').all<ChainedEntry>()).results

describe('a commit', () => {
  it('writes the change, what goes with it and its entry together', async () => {
    expect(await commit(DB, [edit(1), note('x')], entry, NOW)).toBe('done')
    expect(await chain()).toMatchObject([{ seq: 1, at: NOW, actor: 'per_1', action: 'thing.edited', object: 'a', detail: '{"n":1}', previous: BEGINNING }])
    expect(await DB.prepare('SELECT * FROM notes').first()).toEqual({ id: 'x' })
  })

  it('writes nothing at all when its guard changes no row', async () => {
    expect(await commit(DB, [edit(7), note('x')], entry, NOW)).toBe('stale')
    expect([await chain(), await DB.prepare('SELECT * FROM notes').first()]).toEqual([[], null])
  })

  it('writes nothing at all when something that goes with it is refused, and says so', async () => {
    await note('x').run()
    await expect(commit(DB, [edit(1), note('x')], entry, NOW)).rejects.toThrow(/notes/)
    expect([await chain(), await DB.prepare('SELECT version FROM things').first()]).toEqual([[], { version: 1 }])
  })

  it('lets one of twenty at once win an edit, and chains twenty that do not exclude each other', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => commit(DB, [edit(1)], entry, NOW)))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    await Promise.all(Array.from({ length: 8 }, (_, index) => commit(DB, [note(`n${index}`)], entry, NOW)))
    const entries = await chain()
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const [index, one] of entries.entries()) {
      expect(one.previous).toBe(entries[index - 1]?.hash ?? BEGINNING)
      expect(one.hash).toBe(await hashOf(one))
    }
  })
})

/** The real database, whose answer to a batch gets lost the first `times`: before it was run, or after. */
function losing(times: number, when: 'before' | 'after'): D1Database {
  let left = times
  return new Proxy(DB, {
    get: (real, name) =>
      name === 'batch'
        ? async (statements: D1PreparedStatement[]) => {
            if (left-- <= 0) return real.batch(statements)
            if (when === 'after') await real.batch(statements)
            throw new Error('D1_ERROR: Network connection lost.')
          }
        : (real[name as 'prepare'] as (sql: string) => unknown).bind(real),
  })
}

describe('a commit whose answer is lost', () => {
  it.each([
    ['before', 1],
    ['after', 1],
    ['before', 4],
  ] as const)('%s it was run, %i times, is written once and says so', async (when, times) => {
    expect(await commit(losing(times, when), [edit(1), note('x')], entry, NOW)).toBe('done')
    expect([(await chain()).length, await DB.prepare('SELECT version FROM things').first()]).toEqual([1, { version: 2 }])
  })

  it('again and again, gives up with the reason', async () => {
    await expect(commit(losing(50, 'before'), [edit(1)], entry, NOW)).rejects.toThrow(/connection lost/)
    expect(await chain()).toEqual([])
  })
})
