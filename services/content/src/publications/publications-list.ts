import type { PublicationOfApi } from '@stem/contracts/api-records'
import { termName } from '@stem/ui/speech'
import { dateOf, headOf, rowOf, tailOf, type RecordDoc } from '../listing/record-of-row.ts'
import type { ListKind, ListRow, Place } from '../listing/list-kind.ts'

/** A row as programs read it. */
export function publicationOfApi(row: ListRow, place: Place): PublicationOfApi {
  const doc = JSON.parse(row.doc) as RecordDoc & { publisher: string | null }
  return {
    ...headOf(row, place),
    type: doc.terms['publication']?.[0] ?? null,
    topics: doc.terms['topic'] ?? [],
    date: dateOf(row),
    publisher: doc.publisher,
    ...tailOf(row, doc),
  }
}

/** The list of publications: reports, strategies, tools, meeting reports and monitoring instruments. */
export const publications: ListKind = {
  name: 'publications',
  open: ['publication', 'year', 'country'],
  recordOf: publicationOfApi,
  rowOf: (speech, row) => {
    const { terms, publisher } = JSON.parse(row.doc) as RecordDoc & { publisher: string | null }
    return rowOf(speech, row, [
      ...(terms['publication'] ?? []).map((code) => termName(speech, 'publication', code)),
      ...(publisher === null ? [] : [publisher]),
    ])
  },
}
