import type { Resealed } from '@stem/contracts/small-services'
import { bytesPlace, type FileStore } from '../files/kept-file.ts'
import { keyIdOf, seal, sealBytes, unseal, unsealBytes } from './seal.ts'
import { SEALED_COLUMNS, type SealedColumn } from './sealed-places.ts'

type Part = Omit<Resealed, 'key' | 'next'> & { last: string | null }
type Row = { id: string; of: string; sealed: string }

const ROWS = 400
const FILES = 20
/** Enough bytes of a file to see the key it is sealed with. */
const HEAD = 16

const CURSOR = /^(\d{1,2}):([\w.-]{0,80})$/

/** Texts of one column that are not under the newest key. Each is replaced only while it still is what was read. */
async function resealTexts({ db, keys }: FileStore, { table, column, of, place }: SealedColumn, after: string, most: number): Promise<Part> {
  const prefix = `${keys.seal[0].id}.`
  const { results } = await db
    .prepare(
      `SELECT id, ${of} AS "of", ${column} AS sealed FROM ${table}
       WHERE id > ?1 AND ${column} <> '' AND substr(${column}, 1, ?2) <> ?3 ORDER BY id LIMIT ?4`,
    )
    .bind(after, prefix.length, prefix, most)
    .all<Row>()
  const anew = await Promise.all(
    results.map(async (row) => {
      const text = await unseal(keys, place(row.of), row.sealed).catch(() => null)
      return text === null
        ? null
        : db.prepare(`UPDATE ${table} SET ${column} = ?3 WHERE id = ?1 AND ${column} = ?2`).bind(row.id, row.sealed, await seal(keys, place(row.of), text))
    }),
  )
  const readable = anew.filter((statement) => statement !== null)
  const written = readable.length === 0 ? [] : await db.batch(readable)
  return {
    resealed: written.reduce((sum, { meta }) => sum + meta.changes, 0),
    unreadable: results.length - readable.length,
    last: results.length < most ? null : (results.at(-1)?.id ?? null),
  }
}

async function resealFile({ bucket, keys }: FileStore, id: string): Promise<keyof Pick<Part, 'resealed' | 'unreadable'> | null> {
  const head = await bucket.get(id, { range: { offset: 0, length: HEAD } })
  // No bytes yet, or none any more.
  if (head === null || keyIdOf(new Uint8Array(await head.arrayBuffer())) === keys.seal[0].id) return null
  const whole = await bucket.get(id)
  if (whole === null) return null
  const bytes = await unsealBytes(keys, bytesPlace(id), new Uint8Array(await whole.arrayBuffer())).catch(() => null)
  if (bytes === null) return 'unreadable'
  // A file that was deleted meanwhile must not come back.
  const put = await bucket.put(id, await sealBytes(keys, bytesPlace(id), bytes), { onlyIf: { etagMatches: whole.etag } })
  return put === null ? null : 'resealed'
}

/** Bytes of files, one after the other: two large ones at once would not fit. */
async function resealFiles(store: FileStore, after: string): Promise<Part> {
  const { results } = await store.db
    .prepare(`SELECT id FROM files WHERE id > ? AND state <> 'gone' ORDER BY id LIMIT ${FILES}`)
    .bind(after)
    .all<{ id: string }>()
  const part: Part = { resealed: 0, unreadable: 0, last: results.length < FILES ? null : (results.at(-1)?.id ?? null) }
  for (const { id } of results) {
    const became = await resealFile(store, id)
    if (became !== null) part[became]++
  }
  return part
}

/**
 * Seals one portion anew with the newest key. `from`: the `next` of the portion before, null to begin. `most`: texts of a portion. May be stopped at any point and begun
 * again, and runs beside everything else: what somebody writes meanwhile is never overwritten. When a whole pass changed and missed
 * nothing, the older keys open nothing any more.
 */
export async function reseal(store: FileStore, from: string | null, most: number = ROWS): Promise<Resealed> {
  const [, number = '0', after = ''] = CURSOR.exec(from ?? '') ?? []
  const step = Number(number)
  const column = SEALED_COLUMNS[step]
  const { last, ...done } = column === undefined ? await resealFiles(store, after) : await resealTexts(store, column, after, most)
  const end = last === null && step >= SEALED_COLUMNS.length
  return { ...done, key: store.keys.seal[0].id, next: end ? null : last === null ? `${step + 1}:` : `${step}:${last}` }
}
