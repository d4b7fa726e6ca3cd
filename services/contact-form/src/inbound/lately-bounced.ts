import { requesterKeyOf } from '../cases/receive.ts'
import type { Reading } from '../cases/read-case.ts'

const LATELY = 30 * 24 * 60 * 60_000

/** Whether a mail to this address came back within the last thirty days: nothing is sent to it by itself meanwhile. */
export async function mayNotBeWritten({ db, keys }: Reading, address: string, now: number): Promise<boolean> {
  const row = await db
    .prepare(
      "SELECT 1 AS n FROM cases JOIN events ON events.case_id = cases.id AND events.kind = 'bounced' AND events.at > ?2 WHERE cases.requester_key = ?1 LIMIT 1",
    )
    .bind(await requesterKeyOf(keys, address), now - LATELY)
    .first()
  return row !== null
}
