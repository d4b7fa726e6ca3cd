// Runs a command of the project on a machine that has Node 20 and npm and nothing else: brings pnpm and Node 24 by the
// lock files, installs what changed since the last time, and hands over to Node 24.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20
const COMMANDS = {
  start: 'infra/start/main.ts',
  dev: 'infra/start/dev.ts',
  test: 'infra/test/main.ts',
  bench: 'tests/bench/main.ts',
  faults: 'tests/faults/main.ts',
  import: 'infra/import/main.ts',
  deploy: 'infra/deploy/main.ts',
  'replay-erasures': 'infra/operate/replay-erasures.ts',
  'verify-audit': 'infra/operate/verify-audit.ts',
  'rotate-seal-key': 'infra/operate/rotate-seal-key.ts',
  reseal: 'infra/operate/reseal.ts',
  'rebuild-search': 'infra/operate/rebuild-search.ts',
  'verify-campaign': 'infra/operate/verify-campaign.ts',
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const toolchain = join(root, 'infra/toolchain')
const [command = '', ...rest] = process.argv.slice(2)

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  stop(
    `This project needs Node ${OLDEST_NODE} or newer to begin with; this is Node ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  )
}
const script = COMMANDS[command]
if (script === undefined) stop(`There is no command "${command}". Choose one of: ${Object.keys(COMMANDS).join(', ')}.`)

const digest = (files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
const isInstalled = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

function run(program, args, cwd, what) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DO_NOT_TRACK: '1', CI: '1' } })
  if (status !== 0) stop(`${what} did not succeed${error ? ` (${error.message})` : ''}. The lines above say why; mend it and run the command again.`)
}

const toolchainLock = digest(['infra/toolchain/package-lock.json'])
const toolchainStamp = join(toolchain, 'node_modules/.installed')
if (!isInstalled(toolchainStamp, toolchainLock)) {
  console.log('Bringing the package manager …')
  // Not `ci`: it refuses a lock file that lacks the builds for other systems. The lock file stays as it is and is checked.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], toolchain, 'Installing the package manager')
  writeFileSync(toolchainStamp, toolchainLock)
}

const manifests = ['services', 'packages'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}/package.json`)
    .filter((file) => existsSync(join(root, file))),
)
const wanted = digest(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'infra/package.json', 'tests/package.json', ...manifests])
const stamp = join(root, 'node_modules/.installed')
if (!isInstalled(stamp, wanted)) {
  console.log('Installing what the project needs …')
  run(join(toolchain, 'node_modules/.bin/pnpm'), ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'], root, 'Installing')
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(stamp, wanted)
}

const node = join(root, 'node_modules/node/bin/node')
if (!existsSync(node)) stop('Node 24 was not installed. Delete the folder node_modules and run the command again.')
const bins = [join(root, 'node_modules/node/bin'), join(root, 'node_modules/.bin'), join(toolchain, 'node_modules/.bin')]
const child = spawnSync(node, ['--disable-warning=ExperimentalWarning', join(root, script), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: [...bins, process.env.PATH].join(delimiter), DO_NOT_TRACK: '1', WRANGLER_SEND_METRICS: 'false' },
})
process.exit(child.status ?? 1)
