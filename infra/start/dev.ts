import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './services.ts'

const QUIET = 200
const WATCHED = ['services', 'packages', 'infra/start', 'infra/import', 'infra/mailbox']
const IGNORED = /(^|\/)(node_modules|dist|generated|\.turbo|\.wrangler)(\/|$)/

let child: ChildProcess | null = null
const begin = () => {
  child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'infra/start/main.ts')], { stdio: 'inherit' })
}

async function again(): Promise<void> {
  const old = child
  if (old && old.exitCode === null) {
    const ended = once(old, 'exit')
    old.kill('SIGTERM')
    await ended
  }
  begin()
}

let alarm: NodeJS.Timeout | undefined
for (const folder of WATCHED) {
  watch(join(ROOT, folder), { recursive: true }, (_event, name) => {
    if (name === null || IGNORED.test(name)) return
    clearTimeout(alarm)
    alarm = setTimeout(() => {
      console.log(`\n${folder}/${name} changed; building again …`)
      void again()
    }, QUIET)
  })
}
const end = () => child?.once('exit', () => process.exit(0)).kill('SIGTERM')
process.on('SIGINT', () => end())
process.on('SIGTERM', () => end())
begin()
