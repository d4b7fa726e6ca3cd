import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Miniflare } from 'miniflare'
import { unstable_splitSqlQuery as splitSql } from 'wrangler'
import { Sentence } from './sentence.ts'
import { databasesOf, folderOf, SERVICES } from './services.ts'

type Database = Awaited<ReturnType<Miniflare['getD1Database']>>

async function migrateOne(db: Database, folder: string, owner: string): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  // The same table as wrangler keeps, so that both know what was applied.
  await db.exec(
    'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
  )
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>()
  const applied = new Set(results.map(({ name }) => name))
  const unknown = [...applied].find((name) => !files.includes(name))
  if (unknown !== undefined) {
    throw new Sentence(`The data of ${owner} was written by a newer version (${unknown}). Start that version, or set DATA_DIR to another folder.`)
  }
  const missing = files.filter((name) => !applied.has(name))
  for (const name of missing) {
    const statements = splitSql(readFileSync(join(folder, name), 'utf8')).filter((statement) => statement.trim() !== '')
    await db.batch([...statements.map((statement) => db.prepare(statement)), db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name)])
  }
  return missing.map((name) => `${owner}/${name}`)
}

/** Brings every database to the state that the code expects; each file in one transaction. Names what it applied. */
export async function migrate(system: Miniflare, dataDir: string): Promise<string[]> {
  const applied: string[] = []
  for (const { service, binding, owner, folder } of SERVICES.flatMap((name) => databasesOf(name).map((one) => ({ service: name, ...one })))) {
    try {
      const db = await system.getD1Database(binding, `stem-${service}`)
      const check = await db.prepare('PRAGMA quick_check(1)').first<{ quick_check: string }>()
      if (check?.quick_check !== 'ok') throw new Error(check?.quick_check)
      applied.push(...(await migrateOne(db, join(folderOf(service), folder), owner)))
    } catch (thrown) {
      if (thrown instanceof Sentence) throw thrown
      const why = thrown instanceof Error ? thrown.message : String(thrown)
      throw new Sentence(`The data of ${owner} in ${dataDir} cannot be used (${why}). Move the folder away or restore a copy of it, then start again.`)
    }
  }
  return applied
}
