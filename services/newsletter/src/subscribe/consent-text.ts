import type { ShippedLocale } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import { fingerprint } from '@stem/jobs/ids'

/** Version of the words below. A change of their meaning is a new version; the hash shows the very words in any case. */
export const CONSENT_VERSION = 'newsletter-1'

/** The consent as it is shown beside its box. */
export const consentText = (locale: ShippedLocale): string => translator(locale)('newsletter.consent')

/** What the ledger keeps of the words that were shown. `locale`: the language they were in. */
export type Shown = { textId: string; textHash: string; locale: ShippedLocale }

/** The words as they are shown at present in a language. */
export const shownText = async (locale: ShippedLocale): Promise<Shown> => ({
  textId: CONSENT_VERSION,
  textHash: await fingerprint(consentText(locale)),
  locale,
})

/** Statement that keeps the very words beside their hash, once: for the batch of the entry that names it. */
export const shownTextRow = (db: D1Database, { textId, textHash, locale }: Shown, now: number): D1PreparedStatement =>
  db
    .prepare('INSERT INTO consent_texts (hash, text_id, locale, words, first_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING')
    .bind(textHash, textId, locale, consentText(locale), now)

/**
 * What an entry about a change holds of the words that stood beside its button, and the statement that keeps them. `shownIn`: language of the page; null
 * for a program, which shows nothing of ours, and for time.
 */
export async function shownBeside(
  db: D1Database,
  shownIn: ShippedLocale | null,
  now: number,
): Promise<{ shown: { textId: string | null; textHash: string | null; textLocale: ShippedLocale | null }; rows: D1PreparedStatement[] }> {
  if (shownIn === null) return { shown: { textId: null, textHash: null, textLocale: null }, rows: [] }
  const shown = await shownText(shownIn)
  return { shown: { textId: shown.textId, textHash: shown.textHash, textLocale: shownIn }, rows: [shownTextRow(db, shown, now)] }
}
