import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { en } from '@stem/i18n/catalogues/en'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SKIPPED = new Set(['node_modules', 'dist', 'generated', '.git', '.turbo', '.wrangler', '.data'])
const LOCKS = new Set(['pnpm-lock.yaml', 'infra/toolchain/package-lock.json'])

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(path) : [path]
  })
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const all = filesIn('')
const code = all.filter((path) => /\.(ts|tsx|mjs)$/.test(path))
const SERVICES = readdirSync(join(ROOT, 'services'))
const configOf = (service: string) => JSON.parse(read(`services/${service}/wrangler.jsonc`).replaceAll(/^\s*\/\/.*$/gm, '')) as Config
type Config = {
  name: string
  main: string
  workers_dev?: boolean
  preview_urls?: boolean
  route?: unknown
  routes?: unknown
  compatibility_date: string
  services?: { binding: string; service: string }[]
  d1_databases?: { database_name: string; database_id: string }[]
  env?: Record<string, { routes?: unknown }>
}
const importsOf = (path: string): string[] => [...read(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => target ?? '')

describe('the house', () => {
  it('has five Workers, and each is called what its folder says', () => {
    expect([...SERVICES].sort()).toEqual(['contact-form', 'content', 'gateway', 'members', 'newsletter'])
    for (const service of SERVICES) expect(configOf(service).name).toBe(`stem-${service}`)
  })

  it('has one public door: no other Worker has a route or an address of its own', () => {
    for (const service of SERVICES) {
      const config = configOf(service)
      expect([config.workers_dev, config.preview_urls, config.route, config.routes], service).toEqual([false, false, undefined, undefined])
      if (service !== 'gateway') expect(config.env, service).toBeUndefined()
    }
    expect(configOf('gateway').env?.['production']?.routes).toBeDefined()
  })

  it('gives each database to one Worker', () => {
    const ids = SERVICES.flatMap((service) => (configOf(service).d1_databases ?? []).map(({ database_id }) => database_id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(configOf('gateway').d1_databases).toBeUndefined()
  })

  it('has no cycle of calls', () => {
    const calls = new Map(SERVICES.map((service) => [configOf(service).name, (configOf(service).services ?? []).map((binding) => binding.service)]))
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      (calls.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))))
    for (const name of calls.keys()) expect(reaches(name, name), name).toBe(false)
    expect(calls.get('stem-members')).toEqual([])
  })

  it('runs all Workers by the same date', () => {
    expect(new Set(SERVICES.map((service) => configOf(service).compatibility_date)).size).toBe(1)
  })
})

describe('imports', () => {
  it('never lead from one service into another, from a package into a service, or out of a package', () => {
    const wrong: string[] = []
    for (const path of code.filter((file) => /^(services|packages)\//.test(file))) {
      const [area, own] = path.split('/')
      for (const target of importsOf(path)) {
        if (/@stem\/(gateway|members|content|newsletter|contact-form|infra|tests)/.test(target)) wrong.push(`${path} → ${target}`)
        if (!target.startsWith('.')) continue
        const reached = relative(ROOT, join(ROOT, path, '..', target))
        if (!reached.startsWith(`${area}/${own}/`)) wrong.push(`${path} → ${target}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('of a page know no database, and of an act no page', () => {
    const wrong = code
      .filter((path) => path.startsWith('services/') && !path.includes('.test.'))
      .flatMap((path) => {
        const targets = importsOf(path)
        if (path.endsWith('-page.tsx') && targets.some((target) => /\/db\/|drizzle/.test(target))) return [`${path} knows the database`]
        const isAct = path.endsWith('.ts') && !/(routes|app|index|env|config)\.ts$/.test(path)
        return isAct && targets.some((target) => target.endsWith('-page.tsx')) && !path.endsWith('pages.ts') ? [`${path} knows a page`] : []
      })
    expect(wrong).toEqual([])
  })

  it('open a database in one file of a service and describe its tables in one', () => {
    for (const service of SERVICES.filter((name) => name !== 'gateway')) {
      const own = code.filter((path) => path.startsWith(`services/${service}/src/`))
      expect(
        own.filter((path) => read(path).includes('sqliteTable(')),
        service,
      ).toEqual(own.filter((path) => /\/db\/([a-z]+-)?schema\.ts$/.test(path) && read(path).includes('sqliteTable(')))
      expect(own.filter((path) => path.endsWith('db/open.ts'))).toHaveLength(1)
    }
  })
})

describe('files', () => {
  it('have fewer than 300 lines, unless they are a list of texts', () => {
    const long = code.filter((path) => !path.includes('/catalogues/') && read(path).split('\n').length > 300)
    expect(long).toEqual([])
  })

  it('have names that say what they are for', () => {
    const vague = all.filter((path) => path.split('/').some((part) => /^(utils?|helpers?|common|shared|core|lib|types|misc)(\.tsx?)?$/.test(part)))
    expect(vague).toEqual([])
    expect(code.filter((path) => !/^[a-z0-9.-]+$/.test(path.split('/').at(-1) ?? ''))).toEqual([])
  })

  it('name no registry, no path of a machine, and leave nothing undone', () => {
    const hosts = new RegExp(
      ['registry\\.npm', 'npmjs\\.', `yarn${'pkg'}`, `/${'work'}/`, `["'\`]/${'home'}/`, `\\b${'TO'}DO\\b`, `\\b${'FIX'}ME\\b`].join('|'),
    )
    const wrong = all.filter((path) => /\.(tsx?|mjs|jsonc?|ya?ml|md|css|sql|npmrc)$/.test(path) || LOCKS.has(path)).filter((path) => hosts.test(read(path)))
    expect(wrong.filter((path) => path !== 'infra/seed/coalition.json')).toEqual([])
  })

  it('hold no skipped or lonely test', () => {
    const wrong = code.filter((path) => path.includes('.test.')).filter((path) => /\b(it|test|describe)\.(skip|only|todo)\b/.test(read(path)))
    expect(wrong).toEqual([])
  })

  it('change a database forward only', () => {
    const migrations = all.filter((path) => path.endsWith('.sql'))
    expect(migrations.length).toBeGreaterThan(3)
    expect(migrations.filter((path) => /DROP TABLE|__new_|ON DELETE CASCADE/i.test(read(path)))).toEqual([])
  })
})

describe('dependencies', () => {
  it('have one version each, in the catalogue, and none is there in vain', () => {
    const catalogue = [...read('pnpm-workspace.yaml').matchAll(/^ {2}["']?(@?[\w/.-]+)["']?: \d/gm)].map(([, name]) => name ?? '')
    const manifests = all.filter((path) => path.endsWith('package.json') && !path.startsWith('infra/toolchain'))
    const used = new Set<string>()
    for (const path of manifests) {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(path)) as Record<string, Record<string, string>>
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        expect(version, `${path}: ${name}`).toBe(name.startsWith('@stem/') ? 'workspace:*' : 'catalog:')
        used.add(name)
      }
    }
    expect(catalogue.filter((name) => !used.has(name) && !/>/.test(name))).toEqual([])
  })

  it('hold one workerd', () => {
    expect(new Set(read('pnpm-lock.yaml').match(/^ {2}workerd@[\d.]+/gm)).size).toBe(1)
  })
})

describe('texts', () => {
  it('are all used', () => {
    const source = code
      .filter((path) => /^(services|packages)\//.test(path) && !path.includes('/catalogues/'))
      .map(read)
      .join('\n')
    const made = [...source.matchAll(/`([a-z-]+\.[\w.-]*\$\{[^`]*)`/g)].map(
      ([, text]) => new RegExp(`^${(text ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w.-]+')}$`),
    )
    const said = new Set([...source.matchAll(/'([\w.-]+)'/g)].map(([, text]) => text))
    const unused = Object.keys(en).filter((key) => !said.has(key) && !made.some((pattern) => pattern.test(key)))
    expect(unused).toEqual([])
  })
})

describe('documents', () => {
  it('lead only to files that exist', () => {
    const dead = all
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
          .map(([, target]) => target ?? '')
          .filter((target) => !/^https?:/.test(target) && !existsSync(join(ROOT, path, '..', target)))
          .map((target) => `${path} → ${target}`),
      )
    expect(dead).toEqual([])
  })
})
