import type { InstrumentWish } from '@stem/contracts/content'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { keepItem, type Item } from '../publish/save-item.ts'

const idOf = (db: D1Database, sourceKey: string): Promise<string | null> =>
  db.prepare('SELECT id FROM items WHERE source_key = ?').bind(sourceKey).first<string>('id')

/**
 * Makes the draft that a request becomes: seen by staff alone. One case makes one item of a type, whoever asks how often. What the
 * requester did not agree to is not the draft's default: without it the country is not named.
 */
export async function draftInstrument({ db }: { db: D1Database }, wish: InstrumentWish, now: number): Promise<{ id: string }> {
  const sourceKey = `case:${wish.caseId}:${wish.type}`
  const known = await idOf(db, sourceKey)
  if (known !== null) return { id: known }
  const id = newId('itm', now)
  const country = wish.agreed === 'open' ? null : wish.country
  const item: Item = {
    id,
    type: wish.type,
    sourceKey,
    visibility: wish.agreed === 'public' ? 'public' : 'members',
    state: 'draft',
    publishedFrom: now,
    publishedUntil: null,
    originalLocale: wish.locale,
    country,
    date: null,
    // A draft's title stands in no address; the real one is given when it is published.
    slug: id.replace('_', '-'),
    terms: country === null ? {} : { country: [country] },
    texts: [{ locale: wish.locale, title: wish.title, summary: '', body: '[]' }],
    fields: {},
    names: [],
    sourceName: null,
    sourceUrl: null,
    caution: null,
    fingerprint: null,
    version: 1,
    createdAt: now,
  }
  const guard = db
    .prepare(
      `INSERT INTO instruments (item_id, stage, country, case_id, reference, agreed, edits, edited_by)
       SELECT ?1, 'requested', ?2, ?3, ?4, ?5, 0, ?6 WHERE NOT EXISTS (SELECT 1 FROM items WHERE source_key = ?7)`,
    )
    .bind(id, wish.country, wish.caseId, wish.reference, wish.agreed, wish.by, sourceKey)
  const entry = { actor: wish.by, action: 'instrument.drafted', object: id, detail: { case: wish.caseId, type: wish.type } }
  if ((await commit(db, [guard, ...keepItem(db, item, wish.by, now)], entry, now)) === 'done') return { id }
  const twin = await idOf(db, sourceKey)
  if (twin === null) throw new Error('a draft was neither made nor there')
  return { id: twin }
}
