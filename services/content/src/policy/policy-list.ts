import type { PolicyOfApi } from '@stem/contracts/api-records'
import { termCode } from '@stem/i18n/fold'
import { facetLabel } from '../listing/facet-label.ts'
import { dateOf, headOf, rowOf, tailOf, type RecordDoc } from '../listing/record-of-row.ts'
import type { ListKind, ListRow, Place } from '../listing/list-kind.ts'

type Doc = RecordDoc & { issuer: string | null }

/** A row as programs read it. */
export function policyOfApi(row: ListRow, place: Place): PolicyOfApi {
  const doc = JSON.parse(row.doc) as Doc
  return { ...headOf(row, place), issuer: doc.issuer, date: dateOf(row), ...tailOf(row, doc) }
}

/** The list of documents of EU policy that the coalition works with. */
export const policy: ListKind = {
  name: 'policy',
  open: ['issuer', 'year'],
  recordOf: policyOfApi,
  rowOf: (speech, row) => {
    const { issuer } = JSON.parse(row.doc) as Doc
    return rowOf(speech, row, issuer === null ? [] : [facetLabel(speech, 'issuer', termCode(issuer))])
  },
}
