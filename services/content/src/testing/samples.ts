import type { Item } from '../publish/save-item.ts'

/** A practice as the data file holds it. */
export const practiceRecord = (over: object = {}): Record<string, unknown> => ({
  id: 'girls-code',
  title: 'Girls code',
  country: 'DK',
  organisation: 'Astra',
  type: 'Programme',
  topics: ['Gender', 'Coding'],
  education_levels: ['Primary'],
  target_groups: ['Girls'],
  start_year: 2019,
  status: 'ongoing',
  url: 'https://example.org/girls-code',
  summary: 'Girls learn to program in the holidays.',
  source_url: 'https://example.org/source',
  ...over,
})

/** News as the data file holds it. */
export const publicationRecord = (over: object = {}): Record<string, unknown> => ({
  id: 'launch',
  title: 'A launch',
  type: 'News',
  date: '2024-05',
  author_or_publisher: 'Astra',
  country: 'DK',
  url: 'https://example.org/launch',
  summary: 'A platform was launched.',
  source_url: 'https://example.org/source',
  ...over,
})

let made = 0
/** A published practice as the editing side keeps it. */
export const practiceItem = (over: Partial<Item> = {}): Item => {
  made++
  const id = `itm_${String(made).padStart(26, '0')}`
  return {
    id,
    type: 'practice',
    sourceKey: null,
    visibility: 'public',
    state: 'published',
    publishedFrom: 1,
    publishedUntil: null,
    originalLocale: 'en',
    country: 'DK',
    date: '2019',
    slug: `practice-${made}`,
    terms: { topic: ['gender'], country: ['DK'], level: ['primary'], form: ['programme'], target: ['girls'], status: ['ongoing'] },
    texts: [{ locale: 'en', title: `Practice ${made}`, summary: 'A summary.', body: '[]' }],
    fields: { startYear: 2019, url: null, organisation: null },
    names: [],
    sourceName: null,
    sourceUrl: null,
    caution: null,
    fingerprint: null,
    version: 1,
    createdAt: 1,
    ...over,
  }
}
