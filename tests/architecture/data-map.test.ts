import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
type Row = Record<'service' | 'table' | 'column' | 'class' | 'purpose' | 'basis' | 'kept', string>
const map = Papa.parse<Row>(readFileSync(join(ROOT, 'docs/data-map.csv'), 'utf8').trim(), { header: true }).data

/** Every column of every database, as the newest migration leaves it. */
const folders = readdirSync(join(ROOT, 'services')).flatMap((service) => ['migrations', 'migrations-search'].map((name) => [service, name] as const))
const columns = folders.flatMap(([service, migrations]) => {
  const folder = join(ROOT, 'services', service, migrations, 'meta')
  if (!existsSync(folder)) return []
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('_snapshot.json'))
    .toSorted()
    .at(-1)
  const { tables } = JSON.parse(readFileSync(join(folder, newest ?? ''), 'utf8')) as { tables: Record<string, { columns: Record<string, unknown> }> }
  return Object.entries(tables).flatMap(([table, { columns: own }]) => Object.keys(own).map((column) => `${service}.${table}.${column}`))
})
const nameOf = ({ service, table, column }: Row) => `${service}.${table}.${column}`

describe('the data map', () => {
  it('says of every column whether it is personal, and names none that is not there', () => {
    const known = map.map(nameOf)
    expect(columns.length).toBeGreaterThan(200)
    expect(columns.filter((column) => !known.includes(column))).toEqual([])
    expect(known.filter((column) => !columns.includes(column))).toEqual([])
    expect(known.length).toBe(new Set(known).size)
  })

  it('gives each personal column a purpose, a basis and a time', () => {
    const personal = map.filter((row) => row.class === 'personal')
    expect(personal.length).toBeGreaterThan(50)
    expect(personal.filter(({ purpose, basis, kept }) => purpose === '' || basis === '' || kept === '').map(nameOf)).toEqual([])
    expect(map.filter((row) => !['personal', 'none'].includes(row.class)).map(nameOf)).toEqual([])
  })

  it('does not take for harmless what is called like something personal', () => {
    const suspicious = /^(address|address_key|name_of_person|contact_.*|person_id|phone|job_title|mail|email|ip|device|actor|who)$/
    expect(map.filter((row) => row.class === 'none' && suspicious.test(row.column)).map(nameOf)).toEqual([])
  })
})
