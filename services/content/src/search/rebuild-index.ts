import type { RebuiltSearch } from '@stem/contracts/content'
import { insist } from '@stem/jobs/lost'
import { SHIPPED } from '@stem/i18n/locales'
import { staleRow } from './keep-index.ts'
import { keepCountries, keepRegister, type Register } from './keep-register.ts'
import { readPortion, tokenOf } from './read-present.ts'
import { indexRows, writePresent } from './write-documents.ts'

const AT_ONCE = 50
const MOST_GONE = 500
/** Raise it when documents are to be indexed in another way: the index is then made anew by itself. */
const SHAPE = 1
const BEGUN = /^(\d+)\.(\d+)$/

/** How documents are indexed now: in this way, with names of terms in these languages. */
export const shapeOfIndex = (): string => `${SHAPE} ${[...SHIPPED].sort().join(' ')}`

type Deps = { db: D1Database; search: D1Database; members: Register }

const keep = (search: D1Database, name: string, value: string): D1PreparedStatement =>
  search.prepare('INSERT INTO search_state (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2').bind(name, value)

/** Takes out what was there before the rebuild began and was not written again. */
async function sweep(search: D1Database, begun: number, now: number): Promise<number> {
  const { results } = await search.prepare('SELECT id FROM search_documents WHERE indexed_at < ? LIMIT ?').bind(begun, MOST_GONE).all<{ id: string }>()
  const gone = results.map(({ id }) => id)
  if (gone.length > 0) await insist(() => search.batch(indexRows(search, [], gone, now)))
  return gone.length
}

/**
 * Makes one portion of the index anew from what is public, while the index goes on answering. `from`: `next` of the portion before,
 * null to begin.
 */
export async function rebuildIndex({ db, search, members }: Deps, from: string | null, now: number): Promise<RebuiltSearch> {
  const [, begun = String(now), after = '0'] = BEGUN.exec(from ?? '') ?? []
  const { present, last, highest } = await insist(() => readPortion(db, Number(after), AT_ONCE))
  if (from === null) {
    // A database that was brought back counts from where it stood: what was written from later states gives way.
    const top = tokenOf(null, highest)
    await insist(() => search.prepare('UPDATE search_marks SET token = 0 WHERE token > ?').bind(top).run())
  }
  await insist(() => writePresent(search, present, now))
  const place = last === null ? null : `${begun}.${last}`
  if (place !== null) {
    await insist(() => keep(search, 'rebuild', place).run())
    return { indexed: present.length, removed: 0, next: place }
  }
  await keepCountries({ search }, now)
  const { changed } = await keepRegister({ search, members }, now, true)
  let removed = 0
  for (let gone = MOST_GONE; gone === MOST_GONE; removed += gone) gone = await sweep(search, Number(begun), now)
  await insist(() => search.batch([keep(search, 'shape', shapeOfIndex()), search.prepare("DELETE FROM search_state WHERE name = 'rebuild'")]))
  await insist(() => staleRow(db, now, removed > 0).run())
  return { indexed: present.length + changed, removed, next: null }
}
