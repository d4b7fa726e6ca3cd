import { DEFAULT_LOCALE, isShipped } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { Enclosed, Mail } from '@stem/mail/incoming/read-mail'

/** Files of a mail that were kept: the statements that belong to its message, and the names of those that were not. */
export type Kept = { rows: (caseId: string, messageId: string) => D1PreparedStatement[]; refused: string[] }

/** Where the files of a mail belong. `caseId`: null while the case is only about to be opened; `source`: address they came from, whose bytes are counted. */
export type EnclosedPlace = { caseId: string | null; side: 'requester' | 'participant'; source: string }

/** Keeps the files of a mail. */
export type KeepFiles = (files: readonly Enclosed[], place: EnclosedPlace) => Promise<Kept>

const MOST_NAMES = 10

/** What a mail says, with a last line on what was left out, in the language of its case. */
export function bodyOf({ text, cut, enclosed }: Pick<Mail, 'text' | 'cut' | 'enclosed'>, locale: string, kept?: Kept): string {
  const { t, f } = speechOf(isShipped(locale) ? locale : DEFAULT_LOCALE)
  const left = kept?.refused ?? enclosed.map(({ name }) => name)
  const names = `${left.slice(0, MOST_NAMES).join(', ')}${left.length > MOST_NAMES ? ', …' : ''}`
  return [text, cut ? t('inbound.cut') : '', left.length === 0 ? '' : t('inbound.not-kept', { n: left.length, count: f.number(left.length), names })]
    .filter(Boolean)
    .join('\n\n')
}
