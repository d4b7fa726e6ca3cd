import { takeTurn } from '@stem/jobs/turns'
import type { Desk } from '../readers/reader.ts'
import { applyNext } from './apply-import.ts'
import { checkNext } from './check-import.ts'
import { importById } from './import.ts'

/** Moments between which a run can end without warning. */
export type ImportStep = 'read' | 'checked' | 'added' | 'applied'

/** What a run needs. `clock`: epoch milliseconds; `time`: milliseconds that it works. `stop`: asked between steps, true ends the run at once; for tests of what a kill leaves. */
export type RunningImport = Desk & { clock: () => number; time?: number; stop?: (step: ImportStep) => boolean }

/** A doorbell: which import has work to do. */
export type ImportRing = { import: string }

// Short, since single mails wait meanwhile.
const RUN_TIME = 5000
const MOST_RUNS = 5

/**
 * Takes an import on from wherever it stands: reads and checks its rows, or applies them, part by part, for five seconds at most. Any
 * number of runs may do this at once, and each may be killed at any moment. True when there is more to do.
 */
export async function runImport(running: RunningImport, id: string): Promise<boolean> {
  const { db, clock, time = RUN_TIME, stop } = running
  for (const until = clock() + time; clock() < until;) {
    const at = await importById(db, id)
    if (at === null || !(at.state === 'approved' || (at.state === 'uploaded' && at.columns !== null))) return false
    const step = at.state === 'approved' ? await applyNext(running, at, clock()) : await checkNext(running, at, clock())
    if (stop?.(step)) return true
  }
  return true
}

/** Answers a doorbell: one run, which rings again when there is more. */
export async function answerImportRing(running: RunningImport, id: string, ring: (message: ImportRing) => Promise<unknown>): Promise<void> {
  const { db, tokenKey, clock, time = RUN_TIME } = running
  if (!(await takeTurn({ db, key: tokenKey }, { name: 'import run', most: MOST_RUNS, window: time }, id, clock()))) return
  if (await runImport(running, id)) await ring({ import: id })
}

/** Rings for every import with work to do: what a lost doorbell or a killed run left. */
export async function sweepImports({ db }: { db: D1Database }, ring: (message: ImportRing) => Promise<unknown>): Promise<void> {
  const { results } = await db
    .prepare("SELECT id FROM imports WHERE state = 'approved' OR (state = 'uploaded' AND columns IS NOT NULL) ORDER BY updated_at LIMIT 20")
    .all<{ id: string }>()
  for (const { id } of results) await ring({ import: id })
}

/** The import a message asks for; null for any other message. */
export const importOf = (body: unknown): string | null => {
  const { import: id } = (body ?? {}) as { import?: unknown }
  return typeof id === 'string' && /^imp_[0-9a-z]{26}$/.test(id) ? id : null
}
