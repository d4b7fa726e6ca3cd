import { env } from 'cloudflare:workers'

/** The database of the Worker under test. */
export const { DB } = env as unknown as { DB: D1Database }

/** Bodies of everything the outbox holds, in the order of writing. */
export const outbox = async (): Promise<{ tags: string[]; withdrawn?: boolean }[]> => {
  const { results } = await DB.prepare('SELECT payload FROM outbox ORDER BY rowid').all<{ payload: string }>()
  return results.map(({ payload }) => JSON.parse(payload) as { tags: string[]; withdrawn?: boolean })
}
