import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../start/build.ts'
import { ROOT } from '../start/services.ts'

/** What a step found. A step that counts nothing itself counts as one. */
type Outcome = { name: string; passed: number; failed: number; seconds: number }

const UNITS = [
  'packages/ui',
  'packages/web',
  'packages/i18n',
  'packages/jobs',
  'services/members',
  'services/content',
  'services/newsletter',
  'services/contact-form',
  'services/gateway',
]
const PROJECTS = ['architecture', 'journeys', 'browser']
const reports = mkdtempSync(join(tmpdir(), 'stem-reports-'))
const outcomes: Outcome[] = []

const seconds = (since: number): number => Math.round((Date.now() - since) / 100) / 10

/** A command that is green or red as a whole. */
function check(name: string, command: string, args: string[]): void {
  const start = Date.now()
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) console.log(`${stdout}${stderr}`)
  outcomes.push({ name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, seconds: seconds(start) })
  tell()
}

function tell(): void {
  const last = outcomes.at(-1)
  if (last) console.log(`${last.failed === 0 ? '✓' : '✗'} ${last.name}: ${last.passed} passed, ${last.failed} failed (${last.seconds} s)`)
}

/** Runs vitest in `folder`; its own words are shown only when something failed. */
function vitest(name: string, folder: string, args: string[] = []): Promise<void> {
  const start = Date.now()
  const file = join(reports, `${name.replaceAll('/', '-')}.json`)
  return new Promise((resolve) => {
    const words: string[] = []
    const child = spawn(
      'node',
      [join(ROOT, folder, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
      {
        cwd: join(ROOT, folder),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    child.stdout.on('data', (chunk: Buffer) => words.push(chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()))
    child.on('close', (code) => {
      let passed = 0
      let failed = 0
      try {
        const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }
        passed = report.numPassedTests
        failed = report.numFailedTests
      } catch {
        failed = 1
      }
      if (code !== 0 && failed === 0) failed = 1
      if (failed > 0) console.log(words.join(''))
      outcomes.push({ name, passed, failed, seconds: seconds(start) })
      tell()
      resolve()
    })
  })
}

const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((part) => name.includes(part))
const began = Date.now()
try {
  build()
  outcomes.push({ name: 'build', passed: 1, failed: 0, seconds: seconds(began) })
} catch (thrown) {
  console.log(thrown instanceof Error ? thrown.message : thrown)
  outcomes.push({ name: 'build', passed: 0, failed: 1, seconds: seconds(began) })
}
tell()
if (isWanted('types')) check('types', 'turbo', ['run', 'types', '--output-logs=errors-only', '--log-prefix=none'])
if (isWanted('lint')) check('lint', 'oxlint', ['--deny-warnings'])
if (isWanted('format')) check('format', 'oxfmt', ['--check', '.'])
for (const folder of UNITS) if (isWanted(folder)) await vitest(folder, folder)
for (const project of PROJECTS) if (isWanted(project)) await vitest(project, 'tests', ['--project', project])
rmSync(reports, { recursive: true, force: true })

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
console.log(`in ${seconds(began)} s`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
