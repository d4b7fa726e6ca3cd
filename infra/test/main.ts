import { spawn } from 'node:child_process'
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
  'packages/mail',
  'services/members',
  'services/content',
  'services/newsletter',
  'services/contact-form',
  'services/gateway',
]
const reports = mkdtempSync(join(tmpdir(), 'stem-reports-'))
const outcomes: Outcome[] = []

const seconds = (since: number): number => Math.round((Date.now() - since) / 100) / 10

/** Runs a program to its end: whether it was content, and all it said. */
function run(program: string, args: string[], cwd: string): Promise<{ ok: boolean; words: string }> {
  return new Promise((resolve) => {
    const words: string[] = []
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk: Buffer) => words.push(chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()))
    child.on('error', (thrown) => resolve({ ok: false, words: thrown.message }))
    child.on('close', (code) => resolve({ ok: code === 0, words: words.join('') }))
  })
}

/** A command that is green or red as a whole. */
async function check(name: string, program: string, args: string[]): Promise<void> {
  const start = Date.now()
  const { ok, words } = await run(program, args, ROOT)
  if (!ok) console.log(words)
  tell({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, seconds: seconds(start) })
}

function tell(last: Outcome): void {
  outcomes.push(last)
  console.log(`${last.failed === 0 ? '✓' : '✗'} ${last.name}: ${last.passed} passed, ${last.failed} failed (${last.seconds} s)`)
}

/** Runs vitest in `folder`; its own words are shown only when something failed. */
async function vitest(name: string, folder: string, args: string[] = []): Promise<void> {
  const start = Date.now()
  const file = join(reports, `${name.replaceAll('/', '-')}.json`)
  const program = join(ROOT, folder, 'node_modules/vitest/vitest.mjs')
  const { ok, words } = await run('node', [program, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], join(ROOT, folder))
  let passed = 0
  let failed = 0
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    passed = report.numPassedTests
    failed = report.numFailedTests
  } catch {
    failed = 1
  }
  // A suite that could not begin fails without a failed test.
  if (!ok && failed === 0) failed = 1
  if (failed > 0) console.log(words)
  tell({ name, passed, failed, seconds: seconds(start) })
}

const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((part) => name.includes(part))
const began = Date.now()
try {
  build()
  tell({ name: 'build', passed: 1, failed: 0, seconds: seconds(began) })
} catch (thrown) {
  console.log(thrown instanceof Error ? thrown.message : thrown)
  tell({ name: 'build', passed: 0, failed: 1, seconds: seconds(began) })
}

const checks = async () => {
  if (isWanted('types')) await check('types', 'turbo', ['run', 'types', '--output-logs=errors-only', '--log-prefix=none', '--concurrency=1'])
  if (isWanted('lint')) await check('lint', 'oxlint', ['--deny-warnings'])
  if (isWanted('format')) await check('format', 'oxfmt', ['--check', '.'])
  for (const folder of UNITS) if (isWanted(folder)) await vitest(folder, folder)
}
const project = async (name: string) => {
  if (isWanted(name)) await vitest(name, 'tests', ['--project', name])
}
await Promise.all([checks(), project('architecture').then(() => project('journeys'))])
await project('browser')
await project('lighthouse')
rmSync(reports, { recursive: true, force: true })

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
console.log(`in ${seconds(began)} s`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
