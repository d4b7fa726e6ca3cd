import { DONE, type Case } from '../cases/case.ts'
import { LINK_LIFE, type Reading } from '../cases/read-case.ts'
import { mayReadBoth, targetOf } from '../merging/target-of.ts'

/** Where a merged request goes on. `case`: null when somebody else asked for that one, so that nothing of it may be shown. */
export type Continued = { case: Case | null }

/** Where a request goes on that was merged into another; null when it was not. */
export async function continuedIn(reading: Reading, found: Case, now: number): Promise<Continued | null> {
  if (found.mergedInto === null) return null
  const last = await targetOf(reading, found)
  if (last.mergedInto !== null) return { case: null }
  const isOver = DONE.includes(last.state) && last.closedAt !== null && now - last.closedAt > LINK_LIFE
  return { case: !isOver && mayReadBoth(found, last) ? last : null }
}
