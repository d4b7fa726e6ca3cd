import type { PracticeOfApi } from '@stem/contracts/api-practices'
import type { RequestContext } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { csv } from '@stem/web/csv'
import type { Keeping } from '@stem/web/file'
import type { FoundPractices } from './find-practices.ts'

type Doc = {
  organisation: string | null
  startYear: number | null
  url: string | null
  sourceUrl: string | null
  caution: string | null
  terms: Record<string, string[]>
}

/** A row as programs read it. */
export function practiceOfApi(row: FoundPractices['rows'][number], { origin, locale }: Pick<RequestContext, 'origin' | 'locale'>): PracticeOfApi {
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
    updatedAt: new Date(row.updated_at).toISOString(),
  }
}

const COLUMNS = [
  'id',
  'url',
  'title',
  'summary',
  'language',
  'country',
  'organisation',
  'topics',
  'levels',
  'targets',
  'form',
  'status',
  'startYear',
  'website',
  'source',
  'caution',
  'updatedAt',
] as const satisfies (keyof PracticeOfApi)[]

/** Practices as a CSV file; lists are separated by semicolons. */
export const practicesCsv = (practices: PracticeOfApi[], keeping: Keeping): Response =>
  csv(
    [...COLUMNS],
    practices.map((practice) =>
      COLUMNS.map((column) => {
        const value = practice[column]
        return Array.isArray(value) ? value.join('; ') : value
      }),
    ),
    { ...keeping, filename: 'practices.csv' },
  )
