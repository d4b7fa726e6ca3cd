import * as v from 'valibot'
import { adoptionSchema } from './api-adoptions.ts'
import { dossierSchema, workingGroupSchema } from './api-dossiers.ts'
import { eventSchema } from './api-events.ts'
import { practiceSchema } from './api-practices.ts'
import { newsSchema, policySchema, projectSchema, publicationSchema } from './api-records.ts'
import type { ItemType } from './item-types.ts'

/** By what lists can be narrowed: name of the parameter and what its values are. Several values of one facet widen, several facets narrow. */
export const FACETS = {
  topic: 'Topic, e.g. gender',
  country: 'Country code of two capital letters, or EU',
  level: 'Education level, e.g. primary',
  form: 'Kind of practice, e.g. programme',
  target: 'Target group, e.g. teachers',
  status: 'Status, e.g. ongoing',
  publication: 'Kind of publication, e.g. reports-and-studies',
  event: 'Kind of event, e.g. general-assembly',
  when: 'upcoming, or past once the last day is over (UTC)',
  issuer: 'Who issued it, e.g. european-commission',
  programme: 'Programme that pays for it, e.g. erasmus-plus',
  year: 'Year of four digits',
  checked: 'current: somebody verified it, and the day of its next review is not over',
} as const
/** A facet of lists. */
export type Facet = keyof typeof FACETS

/** Orders of lists. */
export const SORTS = ['title', 'newest', 'soonest'] as const
/** An order of a list. */
export type Sort = (typeof SORTS)[number]

/** A record of any list has at least this. `updatedAt`: ISO time. */
export type Listed = { id: string; url: string; title: string; summary: string; language: string; updatedAt: string }

/** What is the same about a list wherever it is met: its addresses, what it holds, how it is narrowed, the shape of a record. */
export type ListFace = {
  /** Types of item that it holds. */
  types: readonly ItemType[]
  /** Under which the terms of its items are kept, after the visibility: `public practice`. Another name needs a migration. */
  scope: string
  facets: readonly Facet[]
  /** Its orders, the usual one first. */
  sorts: readonly [Sort, ...Sort[]]
  /** What one and several are called in the description of the API, which is English. */
  one: string
  many: string
  /** Whether its records have a citation for saving, at `/<name>/<slug>.bib`. */
  cited?: true
  /** Whether its records have a place in time: a calendar (iCalendar) of the list at `/<name>.ics`, of one record at `/<name>/<slug>.ics`, and months. */
  calendar?: true
  /** A record, its entries in the order of the columns of a file. */
  schema: v.StrictObjectSchema<v.ObjectEntries, undefined>
}

/**
 * Every list of the site, by the last part of its address: page, files, feeds, API, map of addresses and OpenAPI follow from it.
 *
 * To add one: describe it here, with the schema of its records (`api-….ts`); say in `services/content/src/<name>/<name>-list.ts`
 * how a record is read and drawn, and name it in `services/content/src/listing/kinds.ts`; write its texts `list.<name>.…` in
 * `packages/i18n/src/catalogues/<language>/<name>.ts`. A facet that is not a taxonomy of the items is worked out in
 * `services/content/src/publish/facets.ts`; items that are published already get new terms when a migration says
 * `UPDATE published SET renew_at = 0 WHERE type = …`.
 */
export const LISTS = {
  practices: {
    types: ['practice'],
    scope: 'practice',
    facets: ['topic', 'country', 'level', 'form', 'target', 'status', 'checked'],
    sorts: ['title', 'newest'],
    one: 'practice',
    many: 'practices',
    schema: practiceSchema,
  },
  publications: {
    types: ['publication', 'meeting-report', 'monitoring-instrument'],
    scope: 'publications',
    facets: ['publication', 'topic', 'country', 'year'],
    sorts: ['newest', 'title'],
    one: 'publication',
    many: 'publications',
    cited: true,
    schema: publicationSchema,
  },
  news: {
    types: ['news'],
    scope: 'news',
    facets: ['country', 'year'],
    sorts: ['newest', 'title'],
    one: 'piece of news',
    many: 'news',
    cited: true,
    schema: newsSchema,
  },
  policy: {
    types: ['policy-reference'],
    scope: 'policy-reference',
    facets: ['issuer', 'year'],
    sorts: ['newest', 'title'],
    one: 'document of EU policy',
    many: 'documents of EU policy',
    cited: true,
    schema: policySchema,
  },
  projects: {
    types: ['eu-project'],
    scope: 'eu-project',
    facets: ['programme', 'status'],
    sorts: ['newest', 'title'],
    one: 'project',
    many: 'projects',
    schema: projectSchema,
  },
  events: {
    types: ['event'],
    scope: 'event',
    facets: ['when', 'event', 'country', 'topic', 'year'],
    sorts: ['newest', 'soonest', 'title'],
    one: 'event',
    many: 'events',
    cited: true,
    calendar: true,
    schema: eventSchema,
  },
  taskforces: {
    types: ['taskforce'],
    scope: 'taskforce',
    facets: ['status', 'country', 'year'],
    sorts: ['newest', 'title'],
    one: 'taskforce',
    many: 'taskforces',
    cited: true,
    schema: dossierSchema,
  },
  'working-groups': {
    types: ['working-group'],
    scope: 'working-group',
    facets: ['status', 'year'],
    sorts: ['newest', 'title'],
    one: 'working group',
    many: 'working groups',
    cited: true,
    schema: workingGroupSchema,
  },
  roundtables: {
    types: ['roundtable'],
    scope: 'roundtable',
    facets: ['country', 'year'],
    sorts: ['newest', 'title'],
    one: 'roundtable',
    many: 'roundtables',
    cited: true,
    schema: dossierSchema,
  },
  'policy-briefings': {
    types: ['briefing'],
    scope: 'briefing',
    facets: ['country', 'year'],
    sorts: ['newest', 'title'],
    one: 'policy briefing',
    many: 'policy briefings',
    cited: true,
    schema: dossierSchema,
  },
  adoptions: {
    types: ['adoption'],
    scope: 'adoption',
    facets: ['country', 'status', 'year'],
    sorts: ['newest', 'title'],
    one: 'practice taken over',
    many: 'practices taken over',
    schema: adoptionSchema,
  },
} as const satisfies Record<string, ListFace>

/** Name of a list: the last part of its address. */
export type ListName = keyof typeof LISTS
/** Names of all lists. */
export const LIST_NAMES = Object.keys(LISTS) as ListName[]

/** The list that holds items of a type, or null. */
export const listOf = (type: string): ListName | null => LIST_NAMES.find((name) => (LISTS[name].types as readonly string[]).includes(type)) ?? null

/** Names of the parameters of a list's page and files; others are dropped. */
export const listParameters = ({ facets, calendar }: ListFace): string[] => [...facets, 'q', 'sort', 'page', ...(calendar ? ['month'] : [])]

/** Files of a list: the same query for spreadsheets, programs and readers of feeds (Atom, JSON Feed 1.1). */
export const LIST_FILES = ['csv', 'json', 'atom', 'feed.json'] as const

/** Endings of all files of a list. */
export const filesOf = ({ calendar }: Pick<ListFace, 'calendar'>): string[] => [...LIST_FILES, ...(calendar ? ['ics'] : [])]

/** Schema of one page of a list in the API. `next`: value of `cursor` for the page that follows, null on the last. */
export const pageOf = (schema: ListFace['schema']) => v.strictObject({ data: v.array(schema), next: v.nullable(v.string()) })
