import type { Reader } from './reader.ts'

const MOST_ADDRESSES = 5

/** An address of a reader, by its hash, and the last entry of the ledger and the last moment at which it was theirs. */
type Held = { key: string; seq: number; at: number }

/** The address of a reader and those they had before: each change names the one it came from. JSON, for statements. */
export async function keysOf(db: D1Database, { addressKey }: Pick<Reader, 'addressKey'>): Promise<string> {
  const held: Held[] = [{ key: addressKey, seq: Number.MAX_SAFE_INTEGER, at: Number.MAX_SAFE_INTEGER }]
  for (let last = held.at(-1); last !== undefined && held.length < MOST_ADDRESSES;) {
    const row: Held | null = await db
      .prepare(
        "SELECT detail ->> 'from' AS key, seq, at FROM consents WHERE address_key = ?1 AND seq < ?2 AND detail ->> 'from' IS NOT NULL ORDER BY seq DESC LIMIT 1",
      )
      .bind(last.key, last.seq)
      .first()
    last = row && !held.some(({ key }) => key === row.key) ? row : undefined
    if (last) held.push(last)
  }
  return JSON.stringify(held)
}

// Somebody else had the address before and moved on: what is from before that is theirs.
const othersBefore = (since: string, reader: string): string =>
  `EXISTS (SELECT 1 FROM consents m WHERE m.address_key = k.value ->> 'key' AND m.seq <= k.value ->> 'seq' AND m.kind = 'changed' AND m.detail ->> 'to' IS NOT NULL
     AND m.subscriber_id <> ${reader} AND ${since})`

/**
 * Entries of the ledger that are about a reader, as a table `c`: under the present address and those of before, as long as they were theirs; also of who had
 * left under one of them, and is the same reader now. Nobody else's who has or had one of the addresses. `keys`: parameter with `keysOf`; `reader`: with the id.
 */
export const ownEntries = (keys: string, reader: string): string =>
  `(SELECT e.* FROM json_each(${keys}) k JOIN consents e ON e.address_key = k.value ->> 'key' AND e.seq <= k.value ->> 'seq'
    WHERE NOT ${othersBefore('m.seq >= e.seq', reader)}) c`

/** Condition that a row with a reader's id is about a reader, under whatever id. The parameters as above. */
export const isOwn = (column: string, keys: string, reader: string): string =>
  `(${column} = ${reader} OR ${column} IN (SELECT c.subscriber_id FROM ${ownEntries(keys, reader)} WHERE c.subscriber_id IS NOT NULL))`

/** What was heard of the addresses as long as they were the reader's, as a table `f`. The parameters as above. */
export const ownFeedback = (keys: string, reader: string): string =>
  `(SELECT h.* FROM json_each(${keys}) k JOIN feedback h ON h.address_key = k.value ->> 'key' AND h.at <= k.value ->> 'at'
    WHERE NOT ${othersBefore('m.at >= h.at', reader)}) f`

/** Why nothing is or was sent to the addresses as long as they were the reader's, as a table `p`. The parameters as above. */
export const ownSuppressions = (keys: string, reader: string): string =>
  `(SELECT h.* FROM json_each(${keys}) k JOIN suppressions h ON h.address_key = k.value ->> 'key' AND h.at <= k.value ->> 'at'
    WHERE NOT ${othersBefore('m.at >= h.at', reader)}) p`
