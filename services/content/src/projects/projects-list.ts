import type { ProjectOfApi } from '@stem/contracts/api-records'
import { headOf, rowOf, tailOf, type RecordDoc } from '../listing/record-of-row.ts'
import type { ListKind, ListRow, Place } from '../listing/list-kind.ts'
import { statusByDates } from '../publish/facets.ts'

/** What the projection holds of a project. */
export type ProjectDoc = RecordDoc & { programme: string | null; reference: string | null; start: string | null; end: string | null }

/** A row as programs read it at `now`. */
export function projectOfApi(row: ListRow, place: Place): ProjectOfApi {
  const doc = JSON.parse(row.doc) as ProjectDoc
  return {
    ...headOf(row, place),
    programme: doc.programme,
    reference: doc.reference,
    start: doc.start,
    end: doc.end,
    status: statusByDates(doc, place.now).status,
    ...tailOf(row, doc),
  }
}

/** The list of EU projects. */
export const projects: ListKind = {
  name: 'projects',
  open: ['programme', 'status'],
  recordOf: projectOfApi,
  rowOf: (speech, row) => {
    const { programme, start, end } = JSON.parse(row.doc) as ProjectDoc
    return rowOf(speech, row, programme === null ? [] : [programme], start === null ? null : speech.f.dateRange(start, end))
  },
}
