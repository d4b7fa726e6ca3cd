import { localPath } from '@stem/i18n/locales'
import { placeName } from '@stem/ui/country-chip'
import { termName } from '@stem/ui/speech'
import { dateOf } from '../listing/record-of-row.ts'
import type { RecordKind } from '../record/record-kind.ts'
import { adoptionDoc, adoptionOfApi, practicePath } from './adoption.ts'

/** How the page of a practice that was taken over is drawn. */
export const adoptionRecord: RecordKind = {
  name: 'adoptions',
  recordOf: adoptionOfApi,
  wordOf: (speech, row) => termName(speech, 'status', adoptionDoc(row).status),
  factsOf: (speech, row) => {
    const { t, f, locale } = speech
    const doc = adoptionDoc(row)
    const path = practicePath(doc)
    return [
      [t('adoption.practice'), path === null ? null : <a href={localPath(locale, path)}>{t('adoption.practice.open')}</a>],
      [t('adoption.from'), placeName(speech, doc.from)],
      [t('adoption.organisation'), doc.organisation],
      [t('record.date'), dateOf(row) === null ? null : f.date(row.sort_date)],
      [t('adoption.changed'), doc.changed === null ? null : <span lang={row.locale}>{doc.changed}</span>],
      [t('adoption.result'), doc.result === null ? null : <span lang={row.locale}>{doc.result}</span>],
    ]
  },
  dataOf: (row) => ({ '@type': 'Project', foundingDate: dateOf(row) ?? undefined }),
}
