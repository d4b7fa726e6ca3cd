import type { InstrumentCard, InstrumentType, Stage } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import { pathOf } from '../addresses/address-of.ts'

const MOST = 50

type Row = {
  id: string
  type: InstrumentType
  title: string
  locale: string
  stage: Stage
  isPublished: number
  slug: string | null
  shownTitle: string | null
  shownLocale: string | null
}

/** Instruments by id as the cases they came from show them, in one round trip. What is shown to everybody comes from the public view alone. */
export async function instrumentsOf(
  { db }: { db: D1Database },
  ids: string[],
  { locale, now }: Pick<RequestContext, 'locale' | 'now'>,
): Promise<InstrumentCard[]> {
  const { results } = await db
    .prepare(
      `SELECT i.id, i.type, t.title, t.locale, n.stage, a.seq IS NOT NULL AS isPublished, p.slug, s.title AS shownTitle, s.locale AS shownLocale
       FROM items i JOIN instruments n ON n.item_id = i.id
       JOIN translations t ON t.item_id = i.id AND t.locale = coalesce((SELECT locale FROM translations WHERE item_id = i.id AND locale = ?1), i.original_locale)
       LEFT JOIN published a ON a.item_id = i.id AND (a.visible_until IS NULL OR a.visible_until > ?2)
       LEFT JOIN published p ON p.seq = a.seq AND p.visibility = 'public'
       LEFT JOIN published_texts s ON s.seq = p.seq
         AND s.locale = coalesce((SELECT locale FROM published_texts WHERE seq = p.seq AND locale = ?1), p.original_locale)
       WHERE i.id IN (SELECT value FROM json_each(?3)) AND i.state <> 'withdrawn' ORDER BY i.created_at, i.id`,
    )
    .bind(locale, now, JSON.stringify(ids.slice(0, MOST)))
    .all<Row>()
  return results.map(({ id, type, title, locale: own, stage, isPublished, slug, shownTitle, shownLocale }) => {
    const path = slug === null ? null : pathOf(type, slug)
    return {
      id,
      type,
      title,
      locale: own,
      stage,
      published: isPublished === 1,
      shown: path === null || shownTitle === null || shownLocale === null ? null : { title: shownTitle, locale: shownLocale, path },
    }
  })
}
