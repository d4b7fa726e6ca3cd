import { words as wordsOf } from '@stem/i18n/fold'
import { BY_STANDING } from './organisation-rows.ts'

const MOST = 50
const MOST_WORDS = 8

type Found = { id: string; name: string; country: string | null }

/** Public organisations whose name, acronym or country holds each of `words`, members first, at most `most` and never more than 50. */
export async function organisationsByName({ db }: { db: D1Database }, words: string, most: number): Promise<Found[]> {
  const wanted = wordsOf(words, MOST_WORDS)
  if (wanted.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT id, name, country FROM published_organisations
       WHERE NOT EXISTS (SELECT 1 FROM json_each(?1) w WHERE instr(search_text, w.value) = 0)
       ORDER BY ${BY_STANDING}, sort_name LIMIT ?2`,
    )
    .bind(JSON.stringify(wanted), Math.min(most, MOST))
    .all<Found>()
  return results
}
