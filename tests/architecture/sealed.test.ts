import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const OWN = fileURLToPath(new URL('../../services/contact-form/src/', import.meta.url))
const schema = readdirSync(join(OWN, 'db'))
  .filter((name) => name.endsWith('schema.ts'))
  .map((name) => readFileSync(join(OWN, 'db', name), 'utf8'))
  .join('\n')

/** Columns that the schema calls sealed, by table. */
const sealed = schema
  .split(/= sqliteTable\(/)
  .slice(1)
  .flatMap((part) => {
    const table = /'(\w+)'/.exec(part)?.[1] ?? ''
    return [...part.matchAll(/\/\*\* Sealed[^]*?\*\/\s*\w+: text\('(\w+)'\)/g)].map(([, column]) => `${table}.${column}`)
  })

it('every column that is sealed is sealed anew when the key changes', () => {
  const places = readFileSync(join(OWN, 'sealing/sealed-places.ts'), 'utf8')
  const known = [...places.matchAll(/table: '(\w+)', column: '(\w+)'/g)].map(([, table, column]) => `${table}.${column}`)
  expect(sealed.length).toBeGreaterThan(6)
  expect(known.toSorted()).toEqual(sealed.toSorted())
})
