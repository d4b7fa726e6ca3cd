import { ADOPTION_STATES, type AdoptionOfApi } from '@stem/contracts/api-adoptions'
import { localPath } from '@stem/i18n/locales'
import { placeName } from '@stem/ui/country-chip'
import { type Speech, termName } from '@stem/ui/speech'
import type { CardRow } from '../facts/card.ts'
import type { ListKind, ListRow, Place } from '../listing/list-kind.ts'
import { headOf, rowOf, tailOf, type RecordDoc } from '../listing/record-of-row.ts'

/** What the projection holds of a practice that was taken over. `practice`: its id in the data file, which is its address. */
export type AdoptionDoc = RecordDoc & {
  from: string
  practice: string | null
  organisation: string | null
  status: (typeof ADOPTION_STATES)[number]
  changed: string | null
  result: string | null
}

export const adoptionDoc = (row: CardRow): AdoptionDoc => JSON.parse(row.doc) as AdoptionDoc

/** Canonical path of the practice that was taken over, or null. */
export const practicePath = ({ practice }: Pick<AdoptionDoc, 'practice'>): string | null => (practice === null ? null : `/practices/${practice}`)

/** From where to where, in words. */
export const wayOf = (speech: Speech, row: CardRow): string =>
  speech.t('adoption.way', {
    from: placeName(speech, adoptionDoc(row).from),
    to: row.country === null ? speech.t('chrome.not-on-file') : placeName(speech, row.country),
  })

/** A row as programs read it. */
export function adoptionOfApi(row: ListRow, place: Place): AdoptionOfApi {
  const doc = adoptionDoc(row)
  const path = practicePath(doc)
  return {
    ...headOf(row, place),
    from: doc.from,
    practice: path === null ? null : place.origin + localPath(place.locale, path),
    organisation: doc.organisation,
    year: row.sort_date === '0000' ? null : row.sort_date.slice(0, 4),
    status: doc.status,
    changed: doc.changed,
    result: doc.result,
    ...tailOf(row, { ...doc, url: doc.url ?? null }),
  }
}

/** The list of practices that were taken over. */
export const adoptions: ListKind = {
  name: 'adoptions',
  section: 'practices',
  open: ['country', 'status'],
  recordOf: adoptionOfApi,
  rowOf: (speech, row) => rowOf(speech, row, [wayOf(speech, row), termName(speech, 'status', adoptionDoc(row).status)]),
}
