import { createHash } from 'node:crypto'
import { startSystem } from '@stem/infra/start/system'
import { withMailKey } from './mail-key.ts'

const HOUR = 60 * 60_000
const AT_ONCE = 100
const EMPTY = { topics: [], countries: [], locales: [], who: 'all', frequency: 'each' }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A reader: id, and the address. */
export type SeededReader = { id: string; address: string }

/** Reader number `n`. */
export const readerOf = (n: number): SeededReader => ({ id: `sub_${String(n).padStart(26, '0')}`, address: `reader${n}@d${n % 20}.example` })

/** Puts readers with their consent in the ledger, and a campaign that two people let go, into a system that does not run; the campaign's id. */
export async function seedCampaign({ count, dataDir, mailTransport }: { count: number; dataDir: string; mailTransport: string }): Promise<string> {
  const system = await startSystem({ port: 0, dataDir, seed: false, mailTransport, adapt: withMailKey })
  try {
    const db = await system.database('newsletter')
    const at = Date.now() - HOUR
    let previous = '0'.repeat(64)
    for (let first = 1; first <= count; first += AT_ONCE) {
      const statements = []
      for (let n = first; n < Math.min(first + AT_ONCE, count + 1); n++) {
        const { id, address } = readerOf(n)
        const key = sha256(address)
        const detail = JSON.stringify({ topics: ['policy'], how: 'button' })
        const hash = sha256(JSON.stringify([n, at, 'confirmed', key, id, detail, previous]))
        statements.push(
          db
            .prepare(
              `INSERT INTO subscribers (id, address, address_key, domain, state, locale, frequency, topics, countries, is_member, link_epoch, version, confirmed_at, updated_at)
               VALUES (?, ?, ?, ?, 'active', 'en', 'each', '["policy"]', '[]', 0, 1, 1, ?, ?)`,
            )
            .bind(id, address, key, address.slice(address.indexOf('@') + 1), at, at),
          db
            .prepare("INSERT INTO consents (seq, at, kind, address_key, subscriber_id, detail, previous, hash) VALUES (?, ?, 'confirmed', ?, ?, ?, ?, ?)")
            .bind(n, at, key, id, detail, previous, hash),
        )
        previous = hash
      }
      await db.batch(statements)
    }
    const id = `cmp_${'0'.repeat(25)}1`
    const content = { en: { subject: 'An issue', preheader: 'What is new', blocks: [{ id: 'b00001', kind: 'text', text: 'Hello' }] } }
    const now = Date.now()
    await db
      .prepare(
        `INSERT INTO campaigns (id, kind, name, state, content, audience, frozen_hash, version, author, released_by, scheduled_at, created_at, updated_at)
         VALUES (?, 'issue', 'x', 'approved', ?, ?, ?, 1, 'per_a', 'per_b', ?, ?, ?)`,
      )
      .bind(id, JSON.stringify(content), JSON.stringify(EMPTY), sha256(JSON.stringify(['issue', 'x', content, EMPTY])), now, now, now)
      .run()
    return id
  } finally {
    await system.stop()
  }
}
