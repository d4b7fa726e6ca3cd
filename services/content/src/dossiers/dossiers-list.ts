import type { DossierOfApi, WorkingGroupOfApi } from '@stem/contracts/api-dossiers'
import type { ListName } from '@stem/contracts/lists'
import { type Speech, termName } from '@stem/ui/speech'
import type { CardRow } from '../facts/card.ts'
import type { ListKind, ListRow, Place } from '../listing/list-kind.ts'
import { headOf, rowOf, tailOf } from '../listing/record-of-row.ts'
import { adviceOf, dossierDoc, membersOf, workingGroupDoc } from './dossier.ts'

/** A taskforce, roundtable or policy briefing as programs read it. */
export function dossierOfApi(row: ListRow, place: Place): DossierOfApi {
  const doc = dossierDoc(row)
  return {
    ...headOf(row, place),
    organisation: doc.organisation ?? null,
    start: doc.start ?? null,
    end: doc.end ?? null,
    status: doc.status ?? null,
    recommendations: adviceOf(row).length,
    ...tailOf(row, { ...doc, url: doc.url ?? null }),
  }
}

/** A working group as programs read it. */
export function workingGroupOfApi(row: ListRow, place: Place): WorkingGroupOfApi {
  const doc = workingGroupDoc(row)
  return {
    ...headOf(row, place),
    topics: doc.terms['topic'] ?? [],
    start: doc.start ?? null,
    status: doc.status ?? null,
    members: membersOf(doc),
    ...tailOf(row, { ...doc, url: doc.url ?? null }),
  }
}

const standing = (speech: Speech, status: string | null | undefined): string[] => (status ? [termName(speech, 'status', status)] : [])

const dossiers = (name: ListName): ListKind => ({
  name,
  section: 'how-we-work',
  open: ['status', 'country'],
  recordOf: dossierOfApi,
  rowOf: (speech: Speech, row: CardRow) => {
    const { organisation, start, end, status } = dossierDoc(row)
    return rowOf(speech, row, [...standing(speech, status), ...(organisation ? [organisation] : [])], start ? speech.f.dateRange(start, end ?? null) : null)
  },
})

/** The list of taskforces. */
export const taskforces = dossiers('taskforces')
/** The list of roundtables. */
export const roundtables = dossiers('roundtables')
/** The list of policy briefings. */
export const policyBriefings = dossiers('policy-briefings')
/** The list of working groups. */
export const workingGroups: ListKind = {
  name: 'working-groups',
  section: 'how-we-work',
  open: ['status'],
  recordOf: workingGroupOfApi,
  rowOf: (speech, row) => {
    const { start, status } = workingGroupDoc(row)
    return rowOf(speech, row, standing(speech, status), start ? speech.f.date(start) : null)
  },
}
