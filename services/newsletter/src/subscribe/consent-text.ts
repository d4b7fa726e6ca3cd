import type { ShippedLocale } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import { fingerprint } from '@stem/jobs/ids'

/** Version of the words below. A change of their meaning is a new version; the hash shows the very words in any case. */
export const CONSENT_VERSION = 'newsletter-1'

/** The consent as it is shown beside its box. */
export const consentText = (locale: ShippedLocale): string => translator(locale)('newsletter.consent')

/** What the ledger keeps of the words that were shown. */
export const shownText = async (locale: ShippedLocale): Promise<{ textId: string; textHash: string; locale: ShippedLocale }> => ({
  textId: CONSENT_VERSION,
  textHash: await fingerprint(consentText(locale)),
  locale,
})
