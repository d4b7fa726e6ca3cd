import {
  campaignListSchema,
  campaignSchema,
  consentTextSchema,
  issueListSchema,
  issueSchema,
  preferencesChangeSchema,
  preferencesSchema,
  subscriptionAskedSchema,
  subscriptionSchema,
} from '@stem/contracts/api-newsletter'
import type * as v from 'valibot'

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

const issue = {
  slug: '2026-11-what-works-2k1m',
  url: 'https://www.stemcoalition.eu/newsletter/archive/2026-11-what-works-2k1m',
  language: 'en',
  languages: ['en', 'fr'],
  subject: 'What works',
  preheader: 'One practice worth copying.',
  sentAt: '2026-11-24T09:00:00.000Z',
} as const

const campaign = {
  id: 'cmp_01kb2m4x7c9d8e6f5g4h3j2k1m',
  kind: 'issue',
  name: 'Autumn',
  state: 'finished',
  scheduledAt: '2026-11-24T09:00:00.000Z',
  startedAt: '2026-11-24T09:00:12.000Z',
  finishedAt: '2026-11-24T09:14:40.000Z',
  slug: issue.slug,
} as const
const mails = { prepared: 1200, pending: 0, claimed: 0, calling: 0, accepted: 1188, rejected: 9, cancelled: 2, unknown: 1 }

const exampleOf = <const Schema extends v.GenericSchema>(schema: Schema, example: v.InferInput<Schema>) => ({ schema, example })

/** What the addresses of the newsletter take and give, each with an example that its schema accepts. */
export const NEWSLETTER = {
  consentText: exampleOf(consentTextSchema, {
    id: 'newsletter-1',
    hash: HASH,
    language: 'en',
    text: 'I agree that the EU STEM Coalition sends me its newsletter by e-mail. I can leave at any time.',
  }),
  subscription: exampleOf(subscriptionSchema, {
    address: 'anna@example.org',
    topics: ['policy', 'events'],
    countries: ['EE'],
    language: 'en',
    frequency: 'each',
    consent: { id: 'newsletter-1', hash: HASH },
  }),
  subscriptionAsked: exampleOf(subscriptionAskedSchema, { state: 'pending' }),
  preferences: exampleOf(preferencesSchema, {
    state: 'active',
    topics: ['policy', 'events'],
    countries: ['EE'],
    language: 'en',
    frequency: 'each',
    pausedUntil: null,
    version: 3,
  }),
  preferencesChange: exampleOf(preferencesChangeSchema, { version: 3, topics: ['policy'], frequency: 'monthly' }),
  issues: exampleOf(issueListSchema, { data: [{ ...issue, languages: [...issue.languages] }], next: null }),
  issue: exampleOf(issueSchema, { ...issue, languages: [...issue.languages], text: 'What works\n\nNews from schools\n-----------------' }),
  campaigns: exampleOf(campaignListSchema, { data: [campaign], next: null }),
  campaign: exampleOf(campaignSchema, { ...campaign, mails }),
}
