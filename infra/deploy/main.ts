import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from '../start/build.ts'
import { asCommand, Sentence } from '../start/sentence.ts'
import { databasesOf, folderOf, SERVICES } from '../start/services.ts'

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
    for (const { owner } of databasesOf(service)) {
      wrangler(folder, ['d1', 'migrations', 'apply', `stem-${owner}`, '--remote'], `Bringing the database of ${owner} up to date`)
    }
    wrangler(folder, service === 'gateway' ? ['deploy', '--env', 'production'] : ['deploy'], `Deploying ${service}`)
  }
})
