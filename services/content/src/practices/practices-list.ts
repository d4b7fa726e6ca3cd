import type { PracticeOfApi } from '@stem/contracts/api-practices'
import { localPath } from '@stem/i18n/locales'
import { practiceRow } from '@stem/ui/row-list'
import { freshnessOf } from '../freshness/freshness.ts'
import { cardOf } from '../facts/card.ts'
import type { ListKind, ListRow, Place } from '../listing/list-kind.ts'

type Doc = {
  organisation: string | null
  startYear: number | null
  url: string | null
  sourceUrl: string | null
  caution: string | null
  verifiedOn?: string | null
  reviewBy?: string | null
  terms: Record<string, string[]>
}

/** A row as programs read it. */
export function practiceOfApi(row: ListRow, { origin, locale }: Place): PracticeOfApi {
  const doc = JSON.parse(row.doc) as Doc
  return {
    id: row.item_id,
    url: origin + localPath(locale, `/practices/${row.slug}`),
    title: row.title,
    summary: row.summary,
    language: row.locale,
    country: row.country,
    organisation: doc.organisation,
    topics: doc.terms['topic'] ?? [],
    levels: doc.terms['level'] ?? [],
    targets: doc.terms['target'] ?? [],
    form: doc.terms['form']?.[0] ?? null,
    status: doc.terms['status']?.[0] ?? null,
    startYear: doc.startYear,
    website: doc.url,
    source: doc.sourceUrl,
    caution: doc.caution,
    verifiedOn: doc.verifiedOn ?? null,
    reviewBy: doc.reviewBy ?? null,
    updatedAt: new Date(row.updated_at).toISOString(),
  }
}

/** The list of practices. */
export const practices: ListKind = {
  name: 'practices',
  section: 'practices',
  open: ['topic', 'country', 'level'],
  recordOf: practiceOfApi,
  rowOf: (speech, row, now) => {
    const drawn = practiceRow(speech, cardOf(row))
    const doc = JSON.parse(row.doc) as Doc
    if (now === undefined || freshnessOf(doc, now) !== 'overdue') return drawn
    return { ...drawn, meta: [...(drawn.meta ?? []), speech.t('freshness.since', { date: speech.f.date(doc.verifiedOn ?? '') })] }
  },
}
