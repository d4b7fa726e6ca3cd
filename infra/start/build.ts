import { spawnSync } from 'node:child_process'
import { Sentence } from './sentence.ts'
import { ROOT } from './services.ts'

/** Builds every Worker as it would be deployed; what did not change since the last time is taken from the cache. */
export function build(): void {
  const { status, stdout, stderr } = spawnSync('turbo', ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'], { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Sentence(`The build did not succeed.\n${stdout}\n${stderr}`)
}
