import type { System } from '@stem/infra/start/system'

// Acts of the content service that have no address yet: journeys run them on the database of the started system. They are
// loaded by address, not by type, because Workers and Node know different globals.
type Database = Awaited<ReturnType<System['database']>>
type Statements = Parameters<Database['batch']>[0]
const act = async <Act>(path: string, name: string): Promise<Act> =>
  ((await import(new URL(`../../services/content/src/publish/${path}.ts`, import.meta.url).href)) as Record<string, Act>)[name] as Act

const saveItem = await act<(db: Database, item: object, who: string, now: number) => Statements>('save-item', 'saveItem')
const withdrawItem = await act<(deps: { db: Database }, id: string, version: number, who: string, now: number) => Promise<{ ok: boolean }>>(
  'withdraw-item',
  'withdrawItem',
)

/** Saves an item as an editor would. */
export async function save(system: System, item: object): Promise<void> {
  const db = await system.database('content')
  await db.batch(saveItem(db, item, 'per_test', Date.now()))
}

/** Withdraws the item that came from record `source`, e.g. `practices/journey`. */
export async function withdraw(system: System, source: string): Promise<void> {
  const db = await system.database('content')
  const row = await db.prepare('SELECT id, version FROM items WHERE source_key = ?').bind(source).first<{ id: string; version: number }>()
  const { ok } = await withdrawItem({ db }, row?.id ?? '', row?.version ?? 0, 'per_test', Date.now())
  if (!ok) throw new Error(`${source} was not withdrawn`)
}
