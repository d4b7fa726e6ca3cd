import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { newId, timeOrdered } from './ids.ts'
import { outboxRow, ring, sweep } from './outbox.ts'

const { DB } = env as unknown as { DB: D1Database }
const NOW = Date.UTC(2026, 10, 24)

/** A queue that can be out of order, as real ones are; it keeps what it was given. */
function bell({ broken = false } = {}) {
  const bodies: unknown[] = []
  const queue = {
    sendBatch: async (messages: { body: unknown }[]) => {
      if (broken) throw new Error('queue is down')
      bodies.push(...messages.map(({ body }) => body))
    },
  } as unknown as Queue
  return { queue, bodies }
}
const write = (id: string, now = NOW) => DB.batch([outboxRow(DB, { id, kind: 'purge', payload: { tags: [id] } }, now)])
const waiting = async () => (await DB.prepare('SELECT count(*) AS n FROM outbox WHERE sent_at IS NULL').first<{ n: number }>())?.n

beforeEach(async () => {
  await DB.batch([
    DB.prepare(
      'CREATE TABLE IF NOT EXISTS outbox (id TEXT PRIMARY KEY, kind TEXT NOT NULL, payload TEXT NOT NULL, created_at INTEGER NOT NULL, sent_at INTEGER, attempts INTEGER NOT NULL DEFAULT 0)',
    ),
    DB.prepare('DELETE FROM outbox'),
  ])
})

describe('the outbox', () => {
  it('rings once for each row and never again', async () => {
    await write('a')
    await write('b')
    const { queue, bodies } = bell()
    expect(await ring(DB, queue, NOW)).toBe(true)
    await ring(DB, queue, NOW)
    expect(bodies).toEqual([
      { outboxId: 'a', tags: ['a'] },
      { outboxId: 'b', tags: ['b'] },
    ])
  })

  it('keeps what the queue did not take, and the sweeper sends it later', async () => {
    await write('a')
    expect(await ring(DB, bell({ broken: true }).queue, NOW)).toBe(false)
    expect(await waiting()).toBe(1)
    const { queue, bodies } = bell()
    expect(await sweep(DB, queue, NOW + 29_000)).toBe(0)
    expect(await sweep(DB, queue, NOW + 31_000)).toBe(1)
    expect(bodies).toHaveLength(1)
    expect(await waiting()).toBe(0)
  })

  it('is not written when the change it tells of is not', async () => {
    await expect(DB.batch([outboxRow(DB, { id: 'c', kind: 'purge', payload: {} }, NOW), DB.prepare('INSERT INTO nowhere VALUES (1)')])).rejects.toThrow(
      /nowhere/,
    )
    expect(await waiting()).toBe(0)
  })

  it('forgets rows a week after they were sent', async () => {
    await write('a')
    await ring(DB, bell().queue, NOW)
    await sweep(DB, bell().queue, NOW + 8 * 24 * 60 * 60 * 1000)
    expect((await DB.prepare('SELECT count(*) AS n FROM outbox').first<{ n: number }>())?.n).toBe(0)
  })
})

describe('ids', () => {
  it('sort by the time they were made and never repeat', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => timeOrdered(NOW + index))
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(Array.from({ length: 1000 }, () => newId('itm', NOW))).size).toBe(1000)
    expect(newId('itm', NOW)).toMatch(/^itm_[0-9a-z]{26}$/)
  })
})
