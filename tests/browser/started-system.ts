import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startSystem } from '@stem/infra/start/system'
import { chromiumPath } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string
  }
}

/** Starts the built system with the seed data for all browser tests, and gives them its address. */
export default async function startedSystem(project: TestProject): Promise<() => Promise<void>> {
  process.env['CHROMIUM'] = await chromiumPath()
  const dataDir = await mkdtemp(join(tmpdir(), 'stem-browser-'))
  const system = await startSystem({ port: 0, dataDir })
  project.provide('origin', system.origin)
  return async () => {
    await system.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
