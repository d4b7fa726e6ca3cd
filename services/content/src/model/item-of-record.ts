import type { ContentKind } from '@stem/contracts/import'
import * as v from 'valibot'
import { termCode } from '@stem/i18n/fold'
import type { Item } from '../publish/save-item.ts'
import { eventFields, eventRecord } from './event-record.ts'
import {
  adoptionRecord,
  euProjectRecord,
  policyReferenceRecord,
  practiceRecord,
  publicationRecord,
  taskforceRecord,
  testimonialRecord,
  workingGroupRecord,
} from './record.ts'

/** What a record says about an item; the rest (id, version, dates) comes from where it is kept. */
export type ItemDraft = Pick<Item, 'type' | 'country' | 'date' | 'slug' | 'terms' | 'fields' | 'names' | 'sourceName' | 'sourceUrl' | 'caution'> & {
  title: string
  summary: string
}

const codes = (values: (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null).map(termCode))]
const caution = (record: { note?: string | null; date_note?: string | null }): string | null =>
  [record.date_note, record.note].filter((part) => part).join(' ') || null

const PUBLICATION_TYPES = {
  'Reports and studies': 'publication',
  'Policy and strategy': 'publication',
  Tools: 'publication',
  News: 'news',
  'Meeting report': 'meeting-report',
  'Monitoring instrument': 'monitoring-instrument',
} as const

const mapped = <const Schema extends v.GenericSchema>(schema: Schema, map: (record: v.InferOutput<Schema>) => ItemDraft) => v.pipe(schema, v.transform(map))

/** A schema for each kind of record that reads it and turns it into an item. */
export const ITEM_OF: Record<Exclude<ContentKind, 'indicators'>, v.GenericSchema<unknown, ItemDraft>> = {
  practices: mapped(practiceRecord, (record) => ({
    type: 'practice',
    slug: record.id,
    title: record.title,
    summary: record.summary,
    country: record.country,
    date: record.start_year === null ? null : String(record.start_year),
    terms: {
      topic: codes(record.topics),
      level: codes(record.education_levels),
      target: codes(record.target_groups),
      form: codes([record.type]),
      status: codes([record.status]),
      country: record.country === null ? [] : [record.country],
    },
    fields: { organisation: record.organisation, startYear: record.start_year, url: record.url },
    names: record.organisation === null ? [] : [record.organisation],
    sourceName: null,
    sourceUrl: record.source_url,
    caution: caution(record),
  })),
  publications: mapped(publicationRecord, (record) => ({
    type: PUBLICATION_TYPES[record.type],
    slug: record.id,
    title: record.title,
    summary: record.summary,
    country: record.country,
    date: record.date,
    terms: { publication: codes([record.type]), country: record.country === null ? [] : [record.country] },
    fields: { publisher: record.author_or_publisher, url: record.url },
    names: record.author_or_publisher === null ? [] : [record.author_or_publisher],
    sourceName: record.author_or_publisher,
    sourceUrl: record.source_url,
    caution: caution(record),
  })),
  events: mapped(eventRecord, (record) => ({
    type: 'event',
    slug: record.id,
    title: record.title,
    summary: record.summary,
    country: record.country,
    date: record.start,
    terms: { event: codes([record.kind]), topic: codes(record.topics), country: record.country === null ? [] : [record.country] },
    fields: eventFields(record),
    names: record.host === null ? [] : [record.host],
    sourceName: null,
    sourceUrl: record.source_url,
    caution: caution(record),
  })),
  taskforces: mapped(taskforceRecord, (record) => ({
    type: 'taskforce',
    slug: record.id,
    title: record.title,
    summary: record.summary,
    country: record.country,
    date: record.start,
    terms: { status: codes([record.status]), country: record.country === null ? [] : [record.country] },
    fields: { organisation: record.organisation, start: record.start, status: record.status, related: record.related },
    names: record.organisation === null ? [] : [record.organisation],
    sourceName: null,
    sourceUrl: record.source_url,
    caution: caution(record),
  })),
  working_groups: mapped(workingGroupRecord, (record) => ({
    type: 'working-group',
    slug: record.id,
    title: record.name,
    summary: record.summary,
    country: null,
    date: record.start,
    terms: { status: codes([record.status]), topic: codes([record.topic]) },
    fields: { start: record.start, status: record.status, members: record.members, related: record.related },
    names: [],
    sourceName: null,
    sourceUrl: record.source_url,
    caution: caution(record),
  })),
  adoptions: mapped(adoptionRecord, (record) => ({
    type: 'adoption',
    slug: record.id,
    title: record.title,
    summary: record.summary,
    country: record.country,
    date: record.date,
    terms: { status: [record.status], country: [record.country] },
    fields: {
      from: record.from,
      practice: record.practice,
      organisation: record.organisation,
      status: record.status,
      changed: record.changed,
      result: record.result,
      url: record.url,
      related: [...new Set([...(record.practice === null ? [] : [`practices/${record.practice}`]), ...record.related])],
    },
    names: record.organisation === null ? [] : [record.organisation],
    sourceName: null,
    sourceUrl: record.source_url,
    caution: caution(record),
  })),
  policy_references: mapped(policyReferenceRecord, (record) => ({
    type: 'policy-reference',
    slug: record.id,
    title: record.title,
    summary: record.summary,
    country: 'EU',
    date: record.date,
    terms: { country: ['EU'] },
    fields: { issuer: record.institution, url: record.url },
    names: [],
    sourceName: record.institution,
    sourceUrl: record.source_url,
    caution: caution(record),
  })),
  eu_projects: mapped(euProjectRecord, (record) => ({
    type: 'eu-project',
    slug: record.id,
    title: record.title,
    summary: record.summary,
    country: 'EU',
    date: record.start,
    terms: { country: ['EU'] },
    fields: { programme: record.programme, reference: record.reference, start: record.start, end: record.end, url: record.url },
    names: [],
    sourceName: record.programme,
    sourceUrl: record.source_url,
    caution: caution(record),
  })),
  testimonials: mapped(testimonialRecord, (record) => ({
    type: 'quote',
    slug: record.id,
    title: record.person,
    summary: record.note ?? '',
    country: null,
    date: null,
    terms: {},
    fields: { role: record.role, quote: record.quote },
    names: [],
    sourceName: null,
    sourceUrl: record.source_url,
    caution: record.date_note,
  })),
}
