import type { Key } from '@stem/i18n/translate'
import { termName } from '@stem/ui/speech'
import { dateOf } from '../listing/record-of-row.ts'
import type { RecordKind } from '../record/record-kind.ts'
import { dossierDoc, workingGroupDoc } from './dossier.ts'
import { DossierPage } from './dossier-page.tsx'
import { dossierOfApi, workingGroupOfApi } from './dossiers-list.ts'

const COALITION = 'EU STEM Coalition'
const KIND = { taskforces: 'Taskforce', roundtables: 'Roundtable', 'policy-briefings': 'Policy briefing' } as const

const instrument = (name: keyof typeof KIND): RecordKind => ({
  name,
  recordOf: dossierOfApi,
  wordOf: ({ t }) => t(`dossier.kind.${name}` as Key),
  factsOf: ({ t, f }, row) => {
    const { organisation, start, end } = dossierDoc(row)
    return [
      [t('dossier.asked-by'), organisation ?? null],
      end ? [t('record.period'), f.dateRange(start ?? end, end)] : [t('dossier.begun'), start ? f.date(start) : null],
    ]
  },
  dataOf: (row) => {
    const { organisation, start, end } = dossierDoc(row)
    return {
      '@type': 'Project',
      foundingDate: start ?? undefined,
      dissolutionDate: end ?? undefined,
      parentOrganization: { '@type': 'Organization', name: COALITION },
      sponsor: organisation ? { '@type': 'Organization', name: organisation } : undefined,
    }
  },
  page: DossierPage,
  citedOf: (row) => ({ author: COALITION, date: dateOf(row), kind: KIND[name] }),
})

const workingGroups: RecordKind = {
  name: 'working-groups',
  recordOf: workingGroupOfApi,
  wordOf: ({ t }) => t('dossier.kind.working-groups'),
  factsOf: (speech, row) => {
    const { start, terms } = workingGroupDoc(row)
    const topics = terms['topic'] ?? []
    return [
      [speech.t('dossier.since'), start ? speech.f.date(start) : null],
      ...(topics.length === 0 ? [] : [[speech.t('record.topics'), speech.f.list(topics.map((topic) => termName(speech, 'topic', topic)))] as const]),
    ]
  },
  dataOf: (row) => ({
    '@type': 'Project',
    foundingDate: workingGroupDoc(row).start ?? undefined,
    parentOrganization: { '@type': 'Organization', name: COALITION },
  }),
  page: DossierPage,
  citedOf: (row) => ({ author: COALITION, date: dateOf(row), kind: 'Working group' }),
}

/** How taskforces, roundtables, policy briefings and working groups are drawn and cited. */
export const DOSSIER_KINDS = {
  taskforces: instrument('taskforces'),
  roundtables: instrument('roundtables'),
  'policy-briefings': instrument('policy-briefings'),
  'working-groups': workingGroups,
}
