import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * People who asked to be forgotten, by opaque id: what a service holds of them goes in the same batch, and what arrives late about
 * them is refused. The id alone says nothing about anybody.
 */
export const erasedTable = () => sqliteTable('erased', { personId: text('person_id').primaryKey(), erasedAt: integer('erased_at').notNull() })

const PERSON = /^per_[0-9a-z]{26}$/
const HASH = /^[0-9a-f]{64}$/

/**
 * Takes the messages of the members service: each person once, however often the message comes. `forget` gives the statements by
 * which the service forgets what it holds of a person; what needs a batch of its own it does itself before, twice being once. `addressKey`: keyed hash of the address they had, for a service that keeps such
 * hashes; null when there was none. `at`: since when they are forgotten; what came under the address later is a new wish.
 */
export async function rememberErased(
  db: D1Database,
  batch: MessageBatch<unknown>,
  now: number,
  forget: (personId: string, addressKey: string | null, at: number) => D1PreparedStatement[] | Promise<D1PreparedStatement[]> = () => [],
): Promise<void> {
  for (const message of batch.messages) {
    const { personId, addressKey, at } = (message.body ?? {}) as { personId?: unknown; addressKey?: unknown; at?: unknown }
    if (typeof personId === 'string' && PERSON.test(personId)) {
      const statements = await forget(personId, typeof addressKey === 'string' && HASH.test(addressKey) ? addressKey : null, typeof at === 'number' ? at : now)
      await db.batch([
        db.prepare('INSERT INTO erased (person_id, erased_at) VALUES (?, ?) ON CONFLICT (person_id) DO NOTHING').bind(personId, now),
        ...statements,
      ])
    }
    message.ack()
  }
}
