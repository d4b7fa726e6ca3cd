import type { Health } from '@stem/contracts/context'

const PATIENCE = 1500

/** Reads one row of `db` and tells how long it took. Never throws; a database that does not answer in 1.5 s counts as down. */
export async function measureHealth(db: D1Database): Promise<Health> {
  const start = Date.now()
  let alarm: ReturnType<typeof setTimeout> | null = null
  try {
    const late = new Promise<boolean>((resolve) => {
      alarm = setTimeout(() => resolve(false), PATIENCE)
    })
    const read = db
      .prepare('SELECT 1')
      .first()
      .then(() => true)
    const ok = await Promise.race([read, late])
    return { ok, ms: Date.now() - start }
  } catch {
    return { ok: false, ms: Date.now() - start }
  } finally {
    if (alarm) clearTimeout(alarm)
  }
}
