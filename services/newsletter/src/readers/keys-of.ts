import type { Reader } from './reader.ts'

const MOST_ADDRESSES = 5

/** The address of a reader and those they had before, by their hashes: each change names the one it came from. */
export async function keysOf(db: D1Database, { addressKey }: Pick<Reader, 'addressKey'>): Promise<string[]> {
  const keys = [addressKey]
  for (let last: string | undefined = addressKey; last !== undefined && keys.length < MOST_ADDRESSES;) {
    const row: { key: string } | null = await db
      .prepare("SELECT detail ->> 'from' AS key FROM consents WHERE address_key = ? AND detail ->> 'from' IS NOT NULL ORDER BY seq DESC LIMIT 1")
      .bind(last)
      .first()
    last = row && !keys.includes(row.key) ? row.key : undefined
    if (last !== undefined) keys.push(last)
  }
  return keys
}
