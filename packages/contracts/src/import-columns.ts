import type { ContentKind } from './import.ts'

/** What a column of a table holds. `list`: several texts in one cell, with semicolons between them. `number`: digits. */
export type Column = 'text' | 'list' | 'number'

const provenance = { summary: 'text', source_url: 'text', note: 'text', date_note: 'text' } as const

/**
 * Columns of tables that editors import, by kind of record and in the order of the template: the fields of the record that fit into a cell. What does not
 * (programme, speakers and outputs of an event) comes in by JSON.
 */
export const COLUMNS = {
  practices: {
    id: 'text',
    title: 'text',
    country: 'text',
    organisation: 'text',
    type: 'text',
    topics: 'list',
    education_levels: 'list',
    target_groups: 'list',
    start_year: 'number',
    status: 'text',
    url: 'text',
    ...provenance,
  },
  publications: { id: 'text', title: 'text', type: 'text', date: 'text', author_or_publisher: 'text', country: 'text', url: 'text', ...provenance },
  events: {
    id: 'text',
    title: 'text',
    kind: 'text',
    topics: 'list',
    start: 'text',
    end: 'text',
    start_time: 'text',
    end_time: 'text',
    zone: 'text',
    mode: 'text',
    place: 'text',
    address: 'text',
    access: 'text',
    country: 'text',
    host: 'text',
    languages: 'list',
    registration: 'text',
    ...provenance,
  },
  taskforces: { id: 'text', title: 'text', country: 'text', organisation: 'text', start: 'text', status: 'text', related: 'list', ...provenance },
  working_groups: { id: 'text', name: 'text', topic: 'text', start: 'text', status: 'text', members: 'list', related: 'list', ...provenance },
  adoptions: {
    id: 'text',
    title: 'text',
    practice: 'text',
    from: 'text',
    country: 'text',
    organisation: 'text',
    date: 'text',
    status: 'text',
    changed: 'text',
    result: 'text',
    url: 'text',
    related: 'list',
    ...provenance,
  },
  policy_references: { id: 'text', title: 'text', institution: 'text', date: 'text', url: 'text', ...provenance },
  eu_projects: { id: 'text', title: 'text', programme: 'text', reference: 'text', start: 'text', end: 'text', url: 'text', ...provenance },
} as const satisfies Partial<Record<ContentKind, Record<string, Column>>>

/** A kind of record that can be imported as a table. */
export type TableKind = keyof typeof COLUMNS
