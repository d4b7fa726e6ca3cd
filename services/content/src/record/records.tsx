import type { ListName } from '@stem/contracts/lists'
import { termCode } from '@stem/i18n/fold'
import { type Speech, termName } from '@stem/ui/speech'
import { facetLabel } from '../listing/facet-label.ts'
import type { ListRow } from '../listing/list-kind.ts'
import { dateOf, type RecordDoc } from '../listing/record-of-row.ts'
import { adoptionRecord } from '../adoption/adoption-record.tsx'
import { DOSSIER_KINDS } from '../dossiers/dossier-records.tsx'
import { eventDoc } from '../events/event.ts'
import { eventOfApi } from '../events/events-list.ts'
import { newsOfApi } from '../news/news-list.ts'
import { policyOfApi } from '../policy/policy-list.ts'
import { projectOfApi, type ProjectDoc } from '../projects/projects-list.ts'
import { programmeCode, statusByDates } from '../publish/facets.ts'
import { publicationOfApi } from '../publications/publications-list.ts'
import type { RecordKind } from './record-kind.ts'

type Doc = RecordDoc & { publisher?: string | null; issuer?: string | null }
const docOf = (row: ListRow) => JSON.parse(row.doc) as Doc

const dated = ({ t, f }: Speech, row: ListRow) => [t('record.date'), dateOf(row) === null ? null : f.date(row.sort_date)] as const
const organisation = (name: string | null | undefined) => (name ? { '@type': 'Organization', name } : undefined)

// What a kind of publication is called in a citation.
const WORDS: Record<string, string> = {
  'reports-and-studies': 'Report',
  'policy-and-strategy': 'Policy document',
  'monitoring-instrument': 'Monitoring instrument',
  'meeting-report': 'Meeting report',
  tools: 'Tool',
}
const kindOf = (row: ListRow): string | undefined => docOf(row).terms['publication']?.[0]

const publications: RecordKind = {
  name: 'publications',
  recordOf: publicationOfApi,
  wordOf: (speech, row) => {
    const kind = kindOf(row)
    return kind === undefined ? null : termName(speech, 'publication', kind)
  },
  factsOf: (speech, row) => {
    const { terms, publisher } = docOf(row)
    const topics = terms['topic'] ?? []
    return [
      dated(speech, row),
      [speech.t('record.publisher'), publisher ?? null],
      ...(topics.length === 0 ? [] : [[speech.t('record.topics'), speech.f.list(topics.map((topic) => termName(speech, 'topic', topic)))] as const]),
    ]
  },
  dataOf: (row) => ({ '@type': 'Report', datePublished: dateOf(row) ?? undefined, author: organisation(docOf(row).publisher) }),
  citedOf: (row) => ({ author: docOf(row).publisher ?? null, date: dateOf(row), kind: WORDS[kindOf(row) ?? ''] ?? 'Report' }),
}

const news: RecordKind = {
  name: 'news',
  recordOf: newsOfApi,
  wordOf: () => null,
  factsOf: (speech, row) => [dated(speech, row), [speech.t('record.publisher'), docOf(row).publisher ?? null]],
  dataOf: (row) => ({ '@type': 'NewsArticle', datePublished: dateOf(row) ?? undefined, author: organisation(docOf(row).publisher) }),
  citedOf: (row) => ({ author: docOf(row).publisher ?? null, date: dateOf(row), kind: 'News' }),
}

const policy: RecordKind = {
  name: 'policy',
  recordOf: policyOfApi,
  wordOf: () => null,
  factsOf: (speech, row) => {
    const { issuer } = docOf(row)
    return [dated(speech, row), [speech.t('record.issuer'), issuer ? facetLabel(speech, 'issuer', termCode(issuer)) : null]]
  },
  // Not Legislation: most of these are communications and plans, which bind nobody.
  dataOf: (row) => ({ '@type': 'CreativeWork', datePublished: dateOf(row) ?? undefined, author: organisation(docOf(row).issuer) }),
  citedOf: (row) => ({ author: docOf(row).issuer ?? null, date: dateOf(row), kind: 'Policy document' }),
}

const projectDoc = (row: ListRow) => JSON.parse(row.doc) as ProjectDoc

const projects: RecordKind = {
  name: 'projects',
  recordOf: projectOfApi,
  wordOf: (speech, row, now) => {
    const { status } = statusByDates(projectDoc(row), now)
    return status === null ? null : termName(speech, 'status', status)
  },
  factsOf: (speech, row) => {
    const { programme, reference, start, end } = projectDoc(row)
    return [
      [speech.t('record.programme'), programme],
      [speech.t('record.reference'), reference],
      [speech.t('record.period'), start === null ? null : speech.f.dateRange(start, end)],
    ]
  },
  dataOf: (row) => {
    const { programme, reference, start, end } = projectDoc(row)
    return {
      '@type': 'ResearchProject',
      foundingDate: start ?? undefined,
      dissolutionDate: end ?? undefined,
      identifier: reference ?? undefined,
      funding: programme === null ? undefined : { '@type': 'Grant', name: programme, identifier: programmeCode(programme) },
    }
  },
}

// Only how it is cited: its page is of its own kind.
const events: RecordKind = {
  name: 'events',
  recordOf: eventOfApi,
  wordOf: () => null,
  factsOf: () => [],
  dataOf: () => ({ '@type': 'Event' }),
  citedOf: (row) => ({ author: eventDoc(row).host ?? null, date: dateOf(row), kind: 'Event' }),
}

/** How each record with a page of the usual kind is drawn. */
export const RECORD_KINDS: Partial<Record<ListName, RecordKind>> = { publications, news, policy, projects, events, ...DOSSIER_KINDS, adoptions: adoptionRecord }
