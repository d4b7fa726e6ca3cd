import type { NewsOfApi } from '@stem/contracts/api-records'
import { dateOf, headOf, rowOf, tailOf, type RecordDoc } from '../listing/record-of-row.ts'
import type { ListKind, ListRow, Place } from '../listing/list-kind.ts'

type Doc = RecordDoc & { publisher: string | null }

/** A row as programs read it. */
export function newsOfApi(row: ListRow, place: Place): NewsOfApi {
  const doc = JSON.parse(row.doc) as Doc
  return { ...headOf(row, place), date: dateOf(row), publisher: doc.publisher, ...tailOf(row, doc) }
}

/** The list of news. */
export const news: ListKind = {
  name: 'news',
  open: ['year', 'country'],
  recordOf: newsOfApi,
  rowOf: (speech, row) => {
    const { publisher } = JSON.parse(row.doc) as Doc
    return rowOf(speech, row, publisher === null ? [] : [publisher])
  },
}
