import { auditTable } from '@stem/jobs/audit-table'
import { erasedTable } from '@stem/jobs/erased'
import { outboxTable } from '@stem/jobs/outbox'
import { turnsTable } from '@stem/jobs/turns'
import { mailsTable } from '@stem/mail/mails-table'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export * from './imports-schema.ts'
export * from './keeping-schema.ts'
export * from './people-schema.ts'

// Readers and their consent. -------------------------------------------------------------------------------------------

/** Somebody who asked for the newsletter. Who left keeps the keyed hash and the dates; the address goes when they ask for erasure. */
export const subscribers = sqliteTable(
  'subscribers',
  {
    id: text('id').primaryKey(),
    /** Null once erased. */
    address: text('address'),
    /** Keyed hash of the address: two spellings are one reader. */
    addressKey: text('address_key').notNull().unique(),
    /** Domain of the address, for the rate of each receiver; null once erased. */
    domain: text('domain'),
    /** active, paused, withdrawn, erased */
    state: text('state').notNull(),
    locale: text('locale').notNull(),
    /** each, monthly */
    frequency: text('frequency').notNull(),
    /** JSON: list of topics. */
    topics: text('topics').notNull(),
    /** JSON: list of country codes; empty means all. */
    countries: text('countries').notNull(),
    /** Whether an organisation of the coalition stands behind the address, as the members service knew it. */
    isMember: integer('is_member').notNull(),
    /** Beginning of the last comparison with the members service that said so. */
    memberAt: integer('member_at'),
    pausedUntil: integer('paused_until'),
    /** Part of every link; a higher one ends the links before it. */
    linkEpoch: integer('link_epoch').notNull(),
    version: integer('version').notNull(),
    confirmedAt: integer('confirmed_at').notNull(),
    endedAt: integer('ended_at'),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('subscribers_by_state').on(table.state, table.id)],
)

/** A wish to subscribe, until somebody presses the button behind the mailed link. Deleted after seven days. */
export const optIns = sqliteTable(
  'opt_ins',
  {
    id: text('id').primaryKey(),
    formKey: text('form_key').notNull().unique(),
    /** subscribe */
    purpose: text('purpose').notNull(),
    address: text('address').notNull(),
    addressKey: text('address_key').notNull(),
    /** JSON: topics, countries, frequency. */
    wish: text('wish').notNull(),
    locale: text('locale').notNull(),
    /** Text of the consent as shown: id of its version, and SHA-256 of its words. */
    textId: text('text_id').notNull(),
    textHash: text('text_hash').notNull(),
    /** Address of the form. */
    form: text('form').notNull(),
    askedAt: integer('asked_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('opt_ins_by_address').on(table.addressKey), index('opt_ins_by_expiry').on(table.expiresAt)],
)

/**
 * Every consent and its end, in order: each row chained to the one before (see `ledger/`). Holds hashes, codes and dates, no address, so that
 * erasure has nothing to blank here; the database itself refuses to change or delete a row.
 */
export const consents = sqliteTable(
  'consents',
  {
    seq: integer('seq').primaryKey(),
    at: integer('at').notNull(),
    /** requested, mailed, confirmed, changed, paused, resumed, withdrawn, expired, imported, objected, erased */
    kind: text('kind').notNull(),
    addressKey: text('address_key').notNull(),
    subscriberId: text('subscriber_id'),
    /** JSON: purpose, topics, countries, frequency, locale, text version and hash, form, channel, actor, campaign: what belongs to the kind. */
    detail: text('detail').notNull(),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('consents_by_address').on(table.addressKey, table.seq),
    index('consents_left_by_campaign')
      .on(sql`detail ->> 'campaign'`)
      .where(sql`kind = 'withdrawn'`),
  ],
)

/** Addresses that get no newsletter, whatever else is on file. Apart from subscriptions; survives erasure. */
export const suppressions = sqliteTable('suppressions', {
  addressKey: text('address_key').primaryKey(),
  /** complaint, hard, soft, block, objection, staff */
  reason: text('reason').notNull(),
  /** Where it comes from: smtp, mail, the provider that told it, page, console, api */
  source: text('source').notNull(),
  at: integer('at').notNull(),
  /** Null: for good. */
  expiresAt: integer('expires_at'),
  liftedAt: integer('lifted_at'),
  /** opt-in, or the ids of the two people who lifted it. */
  liftedBy: text('lifted_by'),
  /** Who asked to lift it, when and why (`mailbox-works`, `mistake`, `asked`); somebody else releases it. Null when nobody asks. */
  liftAskedBy: text('lift_asked_by'),
  liftAskedAt: integer('lift_asked_at'),
  liftReason: text('lift_reason'),
})

// Campaigns. -----------------------------------------------------------------------------------------------------------

/** An issue: what it says, to whom, and where it stands. */
export const campaigns = sqliteTable(
  'campaigns',
  {
    id: text('id').primaryKey(),
    /** issue, digest */
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    /** draft, approved, preparing, running, paused, finished, cancelled, held */
    state: text('state').notNull(),
    /** JSON by language: subject, preheader, blocks. */
    content: text('content').notNull(),
    /** JSON: the typed filter. */
    audience: text('audience').notNull(),
    /** SHA-256 of content and audience when it was approved; later edits end the approval. */
    frozenHash: text('frozen_hash'),
    version: integer('version').notNull(),
    author: text('author').notNull(),
    /** JSON: everybody who wrote since it was approved the last time, the author among them; and who approved it. None of them releases it. */
    writers: text('writers').notNull().default('[]'),
    approvedBy: text('approved_by'),
    releasedBy: text('released_by'),
    /** Instant, and the zone in which it was chosen. */
    scheduledAt: integer('scheduled_at'),
    zone: text('zone'),
    /** How many there were to prepare when preparation began, and the last one prepared. */
    candidates: integer('candidates'),
    cursor: text('cursor'),
    frozenAt: integer('frozen_at'),
    startedAt: integer('started_at'),
    finishedAt: integer('finished_at'),
    /** Whether it is counted how often its links are followed, in all. */
    countsLinks: integer('counts_links').notNull().default(0),
    /** Of the installation that began to send: a restored copy has another. */
    fence: text('fence'),
    /** Whether it stands in the public archive, and under which address. */
    slug: text('slug').unique(),
    archivedAt: integer('archived_at'),
    /** Whether it goes there by itself once it is out. */
    toArchive: integer('to_archive').notNull().default(0),
    /** JSON: its numbers, once the rows of its readers are deleted. */
    totals: text('totals'),
    /** Month of an automatic digest, `2026-11`. */
    period: text('period').unique(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('campaigns_by_state').on(table.state, table.updatedAt)],
)

/** Every state a campaign's content has had. */
export const campaignVersions = sqliteTable(
  'campaign_versions',
  {
    campaignId: text('campaign_id').notNull(),
    version: integer('version').notNull(),
    at: integer('at').notNull(),
    who: text('who').notNull(),
    snapshot: text('snapshot').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.version] })],
)

/** One row for each campaign and reader: the only truth about who gets it and who got it. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    campaignId: text('campaign_id').notNull(),
    subscriberId: text('subscriber_id').notNull(),
    addressKey: text('address_key').notNull(),
    domain: text('domain').notNull(),
    locale: text('locale').notNull(),
    /** pending, claimed, calling, accepted, rejected, cancelled, unknown */
    state: text('state').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** When it is due; 0: not yet in line. */
    nextAt: integer('next_at').notNull(),
    lease: text('lease'),
    leaseUntil: integer('lease_until'),
    /** What the provider calls it. */
    reference: text('reference'),
    why: text('why'),
    settledAt: integer('settled_at'),
    /** When it was last about to be handed over, and the last entry of the ledger at that moment: what consent it rests on. */
    calledAt: integer('called_at'),
    calledSeq: integer('called_seq'),
    /**
     * Key under which it was handed over to who takes a key once, and when that was first; until an answer came. Rows with the same key
     * were handed over in one call.
     */
    doubtKey: text('doubt_key'),
    doubtSince: integer('doubt_since'),
    /** delivered, bounced, complained, replied: what was heard of it later */
    heard: text('heard'),
    heardAt: integer('heard_at'),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.addressKey] }),
    index('deliveries_to_claim').on(table.campaignId, table.state, table.nextAt),
    index('deliveries_by_subscriber').on(table.subscriberId),
    index('deliveries_leased')
      .on(table.leaseUntil)
      .where(sql`lease_until IS NOT NULL`),
    index('deliveries_in_doubt')
      .on(table.campaignId, table.doubtKey)
      .where(sql`doubt_key IS NOT NULL`),
  ],
)

/**
 * How fast mails may leave, kept across restarts: for the provider (`*`) a bucket of tokens in thousandths of a mail, filled at `at`; for
 * the domain of a receiver the last moment that is given away (`not_before`).
 */
export const rates = sqliteTable('rates', {
  key: text('key').primaryKey(),
  tokens: integer('tokens').notNull(),
  at: integer('at').notNull(),
  /** Mails a second, in thousandths. */
  perSecond: integer('per_second').notNull(),
  /** Nothing leaves for it before this. */
  notBefore: integer('not_before').notNull(),
})

/** Which installation this database belongs to: a copy brought back elsewhere sends nothing. One row. */
export const instance = sqliteTable('instance', { id: integer('id').primaryKey(), fence: text('fence').notNull(), since: integer('since').notNull() })

/** What was heard of mails that had left: reports, complaints, events of providers. Each once. */
export const feedback = sqliteTable(
  'feedback',
  {
    id: text('id').primaryKey(),
    /** Provider and its event id, keyed hash of a report, or the attempt that was refused: the same again is the same row. */
    eventKey: text('event_key').notNull().unique(),
    campaignId: text('campaign_id'),
    addressKey: text('address_key').notNull(),
    /** hard, soft, policy, block, complaint, reply, unsubscribe */
    kind: text('kind').notNull(),
    /** Status code of RFC 3463, e.g. `5.1.1`. */
    code: text('code'),
    /** smtp, mail, or the provider that told it */
    source: text('source').notNull(),
    at: integer('at').notNull(),
    undoneAt: integer('undone_at'),
  },
  (table) => [index('feedback_by_address').on(table.addressKey, table.at), index('feedback_by_campaign').on(table.campaignId, table.kind)],
)

/** How often a link of a campaign was followed, in all; nobody's own address leads there. */
export const linkCounts = sqliteTable(
  'link_counts',
  { campaignId: text('campaign_id').notNull(), url: text('url').notNull(), n: integer('n').notNull() },
  (table) => [primaryKey({ columns: [table.campaignId, table.url] })],
)

export const audit = auditTable()
export const mails = mailsTable()
export const turns = turnsTable()
export const outbox = outboxTable()
export const erased = erasedTable()
