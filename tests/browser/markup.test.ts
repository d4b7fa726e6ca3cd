import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { EVERY_PAGE } from './site-pages.ts'

const origin = inject('origin')
const checker = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
const folder = mkdtempSync(join(tmpdir(), 'stem-markup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(() => {
  if (spawnSync('java', ['-version']).status === 0) return
  execFileSync('apt-get', ['update', '-qq'])
  execFileSync('apt-get', ['install', '-y', '-qq', 'default-jre-headless'])
})

it('the Nu HTML checker finds no error on any page', { timeout: 180_000 }, async () => {
  const pages = new Map<string, string>()
  for (const [index, page] of EVERY_PAGE.entries()) {
    const file = join(folder, `${index}.html`)
    writeFileSync(file, await (await fetch(origin + page)).text())
    pages.set(file, page)
  }
  const { stdout } = spawnSync('java', ['-jar', checker, '--errors-only', '--stdout', '--exit-zero-always', '--format', 'json', ...pages.keys()], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { messages } = JSON.parse(stdout) as { messages: { url: string; message: string; extract: string }[] }
  expect(messages.map(({ url, message, extract }) => `${pages.get(url.replace('file:', ''))}: ${message} ${extract}`)).toEqual([])
})
