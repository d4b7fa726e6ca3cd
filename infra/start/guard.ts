import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const GUARDIAN = fileURLToPath(new URL('./guardian.ts', import.meta.url))

/** Process ids of the children of this process. */
function children(): number[] {
  const list = `/proc/${process.pid}/task/${process.pid}/children`
  if (existsSync(list)) return readFileSync(list, 'utf8').split(' ').filter(Boolean).map(Number)
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (parent === process.pid && pid !== undefined ? [pid] : []))
}

/** Notes which children there are; the function it returns guards the new one among them until it is called off. */
export function guardNextChild(): () => { release: () => void } {
  const before = new Set(children())
  return () => {
    const workerd = children().find((pid) => !before.has(pid))
    if (workerd === undefined) return { release: () => undefined }
    const guardian = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', GUARDIAN, String(workerd)], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    })
    guardian.unref()
    return { release: () => guardian.stdin.end('released') }
  }
}
