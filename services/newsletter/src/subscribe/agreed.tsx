import type { Speech } from '@stem/ui/speech'
import { consentText } from './consent-text.ts'

/** The words a reader agreed to, beside the buttons by which they change something: what the ledger notes as shown. */
export const Agreed = ({ speech: { t, locale } }: { speech: Speech }) => (
  <p class="s m">
    {t('consent.agreed')} <q>{consentText(locale)}</q>
  </p>
)
