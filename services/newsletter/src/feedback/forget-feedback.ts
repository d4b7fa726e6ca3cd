import { timeOrdered } from '@stem/jobs/ids'

const TWO_YEARS = 2 * 365 * 24 * 60 * 60_000
const TIME = 10

/** Statement that forgets what was heard more than two years ago; its ids tell the time. */
export const forgetFeedback = (db: D1Database, now: number): D1PreparedStatement =>
  db.prepare('DELETE FROM feedback WHERE id < ?').bind(`fbk_${timeOrdered(now - TWO_YEARS).slice(0, TIME)}`)
