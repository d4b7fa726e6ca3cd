import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import { slugify } from '@stem/i18n/fold'
import { saveItem, type Item } from '../publish/save-item.ts'
import type { Instrument } from './instrument.ts'
import { agreesTo, isNamed, viewOf, type Said } from './may-show.ts'
import type { Recommendation } from './recommendation.ts'

type Deps = { db: D1Database }

/** Why an instrument cannot be published yet. */
export type Obstacle = 'own_edit' | 'no_agreement' | 'names_country' | 'no_summary' | 'no_start' | 'nothing_new'

const saidIn = ({ content }: Instrument, recommendations: readonly Recommendation[]): Said[] => [
  ...Object.entries(content.words).flatMap(([locale, words]) => Object.values(words).map((text) => ({ locale: locale as keyof typeof content.words, text }))),
  ...Object.values(content.participants).map((text) => ({ locale: null, text })),
  ...recommendations.flatMap(({ texts, addressee }) => [
    ...Object.entries(texts).map(([locale, text]) => ({ locale: locale as keyof typeof texts, text })),
    { locale: null, text: addressee },
  ]),
]

/** What stands between an instrument and its readers, for the person with id `who`; empty when nothing does. */
export function obstaclesOf(found: Instrument, recommendations: readonly Recommendation[], who: string): Obstacle[] {
  const { content, item, edits, shownEdits, editedBy } = found
  const { country, named } = content
  if (item.state === 'published' && shownEdits === edits) return ['nothing_new']
  return [
    ...(agreesTo(content.agreed, viewOf(content)) ? [] : ['no_agreement' as const]),
    ...(country !== null && !named && isNamed(country, saidIn(found, recommendations)) ? ['names_country' as const] : []),
    ...(Object.values(content.words).some(({ summary }) => summary === '') ? ['no_summary' as const] : []),
    ...(content.start === null ? ['no_start' as const] : []),
    ...(editedBy === who ? ['own_edit' as const] : []),
  ]
}

const MOST_SLUGS = 50

/** An address of the type that no other item has or had. */
async function freeSlug(db: D1Database, { id, type, texts, originalLocale }: Item): Promise<string> {
  const title = (texts.find(({ locale }) => locale === 'en') ?? texts.find(({ locale }) => locale === originalLocale))?.title ?? ''
  const base = slugify(title)
  const { results } = await db
    .prepare('SELECT slug FROM addresses WHERE type = ?1 AND item_id <> ?2 AND (slug = ?3 OR slug GLOB ?3 || ?4)')
    .bind(type, id, base, '-[0-9]*')
    .all<{ slug: string }>()
  const taken = new Set(results.map(({ slug }) => slug))
  for (let n = 1; n < MOST_SLUGS; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!taken.has(slug)) return slug
  }
  return `${base}-${id.slice(-8)}`
}

/**
 * Puts an instrument with its recommendations before its readers as they stand now. `edits`: those that the publisher saw; when
 * somebody changed a word since, or when the publisher made the last change, nothing happens.
 */
export async function publishInstrument(
  { db }: Deps,
  who: string,
  { found, recommendations }: { found: Instrument; recommendations: readonly Recommendation[] },
  edits: number,
  now: number,
): Promise<Result<null, 'stale' | 'not_ready'>> {
  if (edits !== found.edits) return fail('stale')
  if (obstaclesOf(found, recommendations, who).length > 0) return fail('not_ready')
  const { item } = found
  const isFirst = item.slug === item.id.replace('_', '-')
  const next: Item = {
    ...item,
    state: 'published',
    publishedFrom: item.state === 'published' ? item.publishedFrom : now,
    slug: isFirst ? await freeSlug(db, item) : item.slug,
    version: item.version + 1,
  }
  const guard = db
    .prepare(
      `UPDATE instruments SET shown_edits = edits WHERE item_id = ?1 AND edits = ?2 AND edited_by <> ?3
         AND EXISTS (SELECT 1 FROM items WHERE id = ?1 AND version = ?4)`,
    )
    .bind(item.id, edits, who, item.version)
  const shown = db
    .prepare(
      `UPDATE recommendations SET shown = CASE WHEN removed_at IS NULL THEN json_object('id', id, 'texts', json(texts),
         'owner', json_object('name', addressee, 'organisationId', organisation_id), 'due', due_on, 'place', place) END
       WHERE item_id = ?`,
    )
    .bind(item.id)
  const entry = { actor: who, action: 'instrument.published', object: item.id, detail: { version: next.version, visibility: next.visibility } }
  return (await commit(db, [guard, shown, ...saveItem(db, next, who, now)], entry, now)) === 'done' ? ok(null) : fail('stale')
}

/** Statements that take an instrument out of everybody's sight, for the batch of the change; `item` is the one it will be. */
export const hide = (db: D1Database, item: Item, who: string, now: number): D1PreparedStatement[] => [
  db.prepare('UPDATE recommendations SET shown = NULL WHERE item_id = ?').bind(item.id),
  db.prepare('UPDATE instruments SET shown_edits = NULL WHERE item_id = ?').bind(item.id),
  ...saveItem(db, { ...item, state: 'unpublished' }, who, now),
]

/** Takes an instrument out of everybody's sight at once; one pair of eyes is enough for that. */
export async function unpublishInstrument({ db }: Deps, who: string, { item }: Instrument, now: number): Promise<Result<null, 'stale'>> {
  if (item.state !== 'published') return ok(null)
  const guard = db.prepare("UPDATE items SET state = 'unpublished' WHERE id = ? AND version = ? AND state = 'published'").bind(item.id, item.version)
  const entry = { actor: who, action: 'instrument.unpublished', object: item.id }
  return (await commit(db, [guard, ...hide(db, { ...item, version: item.version + 1 }, who, now)], entry, now)) === 'done' ? ok(null) : fail('stale')
}
