import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const guide = read('infra/deploy/README.md')
const services = readdirSync(join(ROOT, 'services'))
const configs = services.map((service) => read(`services/${service}/wrangler.jsonc`))

const named = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name)
const isMissing = (word: string): boolean => !new RegExp(String.raw`(?<![\w-])${word}(?![\w-])`).test(guide)

it('the guide of the deploy names everything that the Workers need to exist in the account', () => {
  const needed = configs.flatMap((config) => [
    ...named(config, /"(?:dead_letter_)?queue": "stem-([\w-]+)"/g),
    ...named(config, /"database_name": "stem-([\w-]+)"/g),
    ...named(config, /"bucket_name": "([\w-]+)"/g),
    ...named(config, /"kv_namespaces": \[\{ "binding": "(\w+)"/g),
    ...named(config, /"(\w+)@[\w.-]+"/g).map((name) => `${name}@`),
  ])
  expect(needed.length).toBeGreaterThan(20)
  expect([...new Set(needed)].filter((name) => (name.endsWith('@') ? !guide.includes(name) : isMissing(name)))).toEqual([])
})

it('and every variable and secret that a Worker is told', () => {
  const sources = [...services.map((service) => `services/${service}/src/env.ts`), 'packages/mail/src/choose.ts']
  const told = sources.flatMap((path) => named(read(path), /^ {2}([A-Z_]+)\??: string$/gm))
  expect(told.length).toBeGreaterThan(10)
  expect([...new Set(told)].filter(isMissing)).toEqual([])
})
