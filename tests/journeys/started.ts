import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSystem, type StartOptions, type System, type WorkerOptions } from '@stem/infra/start/system'

/** A system of its own with the seed data, and what it logged. `logs` grows while it runs. */
export type Started = System & { logs: string[]; dataDir: string }

const GENEROUS = 1_000_000

/** The Workers with limits that no test reaches by accident. */
export const generous = (workers: WorkerOptions[]): WorkerOptions[] =>
  workers.map((worker) =>
    worker.ratelimits === undefined
      ? worker
      : {
          ...worker,
          ratelimits: Object.fromEntries(
            Object.entries(worker.ratelimits).map(([name, limit]) => [name, { ...limit, simple: { ...limit.simple, limit: GENEROUS } }]),
          ),
        },
  )

/** Starts the built system in a folder of its own. `strict` keeps the limits as they are deployed. */
export async function start({ strict = false, adapt = (workers) => workers, ...options }: Partial<StartOptions> & { strict?: boolean } = {}): Promise<Started> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'stem-journey-')))
  const logs: string[] = []
  const system = await startSystem({
    port: 0,
    ...options,
    dataDir,
    logged: (line) => logs.push(line),
    adapt: (workers) => adapt(strict ? workers : generous(workers)),
  })
  return {
    ...system,
    logs,
    dataDir,
    async stop() {
      await system.stop()
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Asks until `good` says so; the milliseconds it took. Fails after `limit`. */
export async function until(limit: number, good: () => Promise<boolean>): Promise<number> {
  const begin = performance.now()
  while (!(await good())) {
    if (performance.now() - begin > limit) throw new Error(`not within ${limit} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - begin
}

/** Imports records of one kind. */
export async function bring(
  { origin, importToken }: System,
  kind: string,
  records: unknown[],
): Promise<{ outcome: string; reasons: { path: string; reason: string }[] }[]> {
  const answer = await fetch(`${origin}/api/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${importToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind, records }),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { outcomes: { outcome: string; reasons: { path: string; reason: string }[] }[] }).outcomes
}

/** A practice as the data file holds it. */
export const practice = (over: object = {}): object => ({
  id: 'journey',
  title: 'A journey',
  country: 'DK',
  organisation: null,
  type: 'Programme',
  topics: ['Gender'],
  education_levels: ['Primary'],
  target_groups: ['Girls'],
  start_year: 2019,
  status: 'ongoing',
  url: null,
  summary: 'A summary.',
  source_url: 'https://example.org',
  ...over,
})
