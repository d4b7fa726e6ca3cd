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

/** A value of an indicator as the data file holds it. */
export const indicatorRecord = (over: object = {}): Record<string, unknown> => ({
  indicator: 'stem_tertiary_graduates_per_1000',
  label: 'Tertiary STEM graduates per 1,000 inhabitants aged 20-29',
  country: 'DK',
  year: 2020,
  value: 20.5,
  unit: 'per 1000',
  flag: null,
  publisher: 'Eurostat (educ_uoe_grad04)',
  source_url: 'https://example.org/grad04',
  ...over,
})

/** Graduates of four countries and the EU over three years: Ireland by another definition, Malta falling, a value of Sweden missing. */
export const graduateRecords = (): Record<string, unknown>[] =>
  Object.entries({ EU: [20, 21, 22], DK: [20.5, 22, 24.25], GR: [15, 16, 18.75], IE: [30, 35, 40], MT: [12, 11, 10], SE: [17, null, 17.5] }).flatMap(
    ([country, values]) =>
      values.map((value, index) => indicatorRecord({ country, year: 2021 + index, value, flag: country === 'IE' && index > 0 ? 'd' : null })),
  )
