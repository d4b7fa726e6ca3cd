import type { Asked } from './ask-to-subscribe.ts'
import type { Desk } from '../readers/reader.ts'

/** Whether what was kept under a key says the same, so that a key used twice by mistake hides no wish. What was forgotten is not compared. */
export async function isSameWish(
  { db }: Pick<Desk, 'db'>,
  formKey: string,
  { address, wish, locale }: Pick<Asked, 'address' | 'wish' | 'locale'>,
): Promise<boolean> {
  const kept = await db
    .prepare('SELECT address, wish, locale FROM opt_ins WHERE form_key = ?')
    .bind(formKey)
    .first<{ address: string; wish: string; locale: string }>()
  return kept === null || (kept.address === address && kept.locale === locale && kept.wish === JSON.stringify(wish))
}
