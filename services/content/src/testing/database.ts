import { env } from 'cloudflare:workers'

/** The databases of the Worker under test. */
export const { DB, SEARCH } = env as unknown as { DB: D1Database; SEARCH: D1Database }

/** Bodies of everything the outbox holds for the caches, in the order of writing. */
export const outbox = async (): Promise<{ tags: string[]; withdrawn?: boolean }[]> => {
  const { results } = await DB.prepare("SELECT payload FROM outbox WHERE kind = 'purge' ORDER BY rowid").all<{ payload: string }>()
  return results.map(({ payload }) => JSON.parse(payload) as { tags: string[]; withdrawn?: boolean })
}
