import type { RequestContext } from '@stem/contracts/context'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from '../facts/card.ts'

const MOST_CLOSE = 3
// Of each topic only the newest are looked at, so that the work does not grow with the collection.
const CANDIDATES = 60

/** A published practice with its languages and the three closest to it. */
export type FoundPractice = {
  practice: CardRow & { updated_at: number; seq: number }
  locales: string[]
  close: CardRow[]
}
/** What stands at an address: a practice, one that has moved to another slug, one withdrawn, or nothing. */
export type PracticeLookup = ({ found: 'practice' } & FoundPractice) | { found: 'moved'; slug: string } | { found: 'withdrawn' } | { found: 'none' }

/** Looks up the practice at `slug`, in one round trip. */
export async function findPractice({ db }: { db: D1Database }, slug: string, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<PracticeLookup> {
  const here = "(SELECT seq FROM published WHERE type = 'practice' AND visibility = 'public' AND slug = ?3)"
  const [own, texts, close, former] = await db.batch([
    db.prepare(`SELECT ${CARD_COLUMNS}, p.updated_at, p.seq FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND p.seq = ${here}`).bind(locale, now, slug),
    db.prepare(`SELECT locale FROM published_texts WHERE seq = ${here.replace('?3', '?1')}`).bind(slug),
    db
      .prepare(
        `SELECT ${CARD_COLUMNS} FROM (
           SELECT other.seq, count(*) AS common FROM published_terms own JOIN published_terms other
             ON other.seq <> own.seq AND other.term = own.term AND other.seq IN (
               SELECT near.seq FROM published_terms near WHERE near.scope = own.scope AND near.term = own.term ORDER BY near.sort_date DESC LIMIT ${CANDIDATES})
           WHERE own.seq = ${here} AND own.term LIKE 'topic:%' GROUP BY other.seq ORDER BY common DESC, other.seq LIMIT ${MOST_CLOSE}) hit
         JOIN published p ON p.seq = hit.seq ${CARD_TEXT} WHERE ${IN_PUBLIC} ORDER BY hit.common DESC, p.sort_title`,
      )
      .bind(locale, now, slug),
    db
      .prepare(
        `SELECT p.slug, i.state FROM addresses a JOIN items i ON i.id = a.item_id
         LEFT JOIN published p ON p.item_id = i.id AND p.visibility = 'public' AND (p.visible_until IS NULL OR p.visible_until > ?2)
         WHERE a.type = 'practice' AND a.slug = ?1 AND i.visibility = 'public'`,
      )
      .bind(slug, now),
  ])
  const practice = (own?.results as FoundPractice['practice'][] | undefined)?.[0]
  if (practice) {
    return {
      found: 'practice',
      practice,
      locales: ((texts?.results ?? []) as { locale: string }[]).map((row) => row.locale),
      close: (close?.results ?? []) as CardRow[],
    }
  }
  const past = (former?.results as { slug: string | null; state: string }[] | undefined)?.[0]
  if (past && past.slug !== null && past.slug !== slug) return { found: 'moved', slug: past.slug }
  return past?.state === 'withdrawn' ? { found: 'withdrawn' } : { found: 'none' }
}
