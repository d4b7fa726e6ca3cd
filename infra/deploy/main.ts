import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../start/build.ts'
import { asCommand, Sentence } from '../start/sentence.ts'
import { folderOf, SERVICES } from '../start/services.ts'

const WRANGLER = join(folderOf('gateway'), 'node_modules/.bin/wrangler')

function wrangler(cwd: string, args: string[], what: string): void {
  const { status } = spawnSync(WRANGLER, args, { cwd, stdio: 'inherit' })
  if (status !== 0) throw new Sentence(`${what} did not succeed; nothing after it was done. The lines above say why.`)
}

await asCommand(async () => {
  console.log('Building the five Workers …')
  build()
  for (const service of SERVICES) {
    const folder = folderOf(service)
    if (existsSync(join(folder, 'migrations'))) {
      wrangler(folder, ['d1', 'migrations', 'apply', `stem-${service}`, '--remote'], `Bringing the database of ${service} up to date`)
    }
    wrangler(folder, service === 'gateway' ? ['deploy', '--env', 'production'] : ['deploy'], `Deploying ${service}`)
  }
})
