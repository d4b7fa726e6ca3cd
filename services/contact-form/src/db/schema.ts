import { auditTable } from '@stem/jobs/audit-table'
import { erasedTable } from '@stem/jobs/erased'
import { outboxTable } from '@stem/jobs/outbox'
import { turnsTable } from '@stem/jobs/turns'
import { mailsTable } from '@stem/mail/mails-table'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A request and what became of it. What people wrote, and who they are, is sealed. */
export const cases = sqliteTable(
  'cases',
  {
    id: text('id').primaryKey(),
    /** Random, readable, with a check character; opens nothing. */
    reference: text('reference').notNull().unique(),
    formKey: text('form_key').notNull().unique(),
    /** policy-briefing, taskforce, roundtable, question */
    kind: text('kind').notNull(),
    /** new, triage, in-progress, waiting, answered, closed, spam, withdrawn, merged */
    state: text('state').notNull(),
    /** Where lists keep it: open, spam, or done. */
    shelf: text('shelf').generatedAlwaysAs(
      sql`CASE WHEN state IN ('new', 'triage', 'in-progress', 'waiting', 'answered') THEN 'open' WHEN state = 'spam' THEN 'spam' ELSE 'done' END`,
      { mode: 'virtual' },
    ),
    /** How it came: form, api, mail, split */
    source: text('source').notNull().default('form'),
    /** Sealed: the subject of a mail; null for forms, whose kind says enough. */
    subject: text('subject'),
    /** Why it was taken for spam: code, null when it was not. */
    spamReason: text('spam_reason'),
    /** Another case that a mail may belong to; nothing joins by itself. */
    possiblyOf: text('possibly_of'),
    mergedInto: text('merged_into'),
    /** Which promise is next (read, answer) and when it is due; follows from events and calendar alone, null while nothing is. */
    promise: text('promise'),
    dueAt: integer('due_at'),
    /** The same for sorting: what is never due comes last. */
    nextDue: integer('next_due').generatedAlwaysAs(sql`coalesce(due_at, 9007199254740991)`, { mode: 'virtual' }),
    country: text('country'),
    /** Sealed JSON: name, address, organisation, job. */
    requester: text('requester'),
    /** Keyed hash of the address, to find a person's cases without knowing the address. */
    requesterKey: text('requester_key'),
    personId: text('person_id'),
    locale: text('locale').notNull(),
    assignee: text('assignee'),
    /** Part of every link; a higher one ends the links before it. */
    linkEpoch: integer('link_epoch').notNull(),
    /** 1 to 5, given after closing. */
    satisfaction: integer('satisfaction'),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    closedAt: integer('closed_at'),
  },
  (table) => [
    index('cases_by_state').on(table.state, table.updatedAt),
    index('cases_by_requester').on(table.requesterKey),
    index('cases_by_assignee').on(table.assignee, table.state),
    index('cases_by_shelf').on(table.shelf, table.updatedAt),
    index('cases_by_due').on(table.shelf, table.dueAt),
    index('cases_next_due').on(table.shelf, table.nextDue, table.id),
    index('cases_on_desk').on(table.shelf, table.assignee, table.nextDue, table.id),
    index('cases_by_age').on(table.shelf, table.createdAt, table.id),
    index('cases_possible')
      .on(table.shelf, table.updatedAt)
      .where(sql`possibly_of IS NOT NULL`),
    index('cases_by_person').on(table.personId),
    index('cases_merged').on(table.mergedInto),
  ],
)

/** What the requester and the secretariat say to each other; the requester sees all of it. */
export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    at: integer('at').notNull(),
    /** requester, staff, or participant */
    side: text('side').notNull(),
    /** A person's id, or a participant's. */
    author: text('author'),
    /** How it came: page, mail, api */
    via: text('via').notNull().default('page'),
    /** The mail it came by, from `receipts`. */
    receiptId: text('receipt_id'),
    /** An earlier message it says the same as, word for word; shown, never dropped. */
    repeats: text('repeats'),
    /** Sealed. */
    body: text('body').notNull(),
  },
  (table) => [index('messages_by_case').on(table.caseId, table.at)],
)

/** What the secretariat says among itself. No mail, page or file for a requester is made from this table. */
export const notes = sqliteTable(
  'notes',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    at: integer('at').notNull(),
    author: text('author').notNull(),
    /** Sealed. */
    body: text('body').notNull(),
  },
  (table) => [index('notes_by_case').on(table.caseId, table.at)],
)

/** What happened to a case, in order. No state changes without one; due times and figures follow from them. Ids and codes only. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    at: integer('at').notNull(),
    /** See `cases/event.ts`. */
    kind: text('kind').notNull(),
    /** A person's id, `requester`, `system`, or a participant's id. */
    actor: text('actor').notNull(),
    /** State after it. */
    state: text('state').notNull(),
    /** JSON: state, assignee and what else undoing needs, as they were before. */
    before: text('before').notNull(),
    /** Version of the case after it: undoing is possible while nothing came later. */
    version: integer('version').notNull(),
    /** Other id it is about: the case merged into, the item drafted, the person assigned. */
    about: text('about'),
    /** Events of one bulk action share it. */
    groupId: text('group_id'),
    undoneAt: integer('undone_at'),
  },
  (table) => [index('events_by_case').on(table.caseId, table.at), index('events_by_group').on(table.groupId), index('events_by_kind').on(table.kind, table.at)],
)

/** People beside the requester who take part in the conversation. */
export const participants = sqliteTable(
  'participants',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    /** copy, expert, observer */
    role: text('role').notNull(),
    /** Sealed JSON: name, address. */
    who: text('who').notNull(),
    /** Keyed hash of the address. */
    addressKey: text('address_key').notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: integer('added_at').notNull(),
    removedAt: integer('removed_at'),
  },
  (table) => [index('participants_by_case').on(table.caseId), index('participants_by_address').on(table.addressKey)],
)

/** Mails that came in: each once. Holds keyed hashes and outcomes, never words or addresses. */
export const receipts = sqliteTable(
  'receipts',
  {
    id: text('id').primaryKey(),
    /** Keyed hash of Message-ID, date, sender and words, and of the case it answers: the same mail again is the same row. */
    mailKey: text('mail_key').notNull().unique(),
    /** Keyed hash of sender and text. */
    bodyKey: text('body_key').notNull(),
    caseId: text('case_id'),
    /** joined, opened, possible, bounced, and what was not taken: auto, list, loop, report, refused */
    outcome: text('outcome').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('receipts_by_body').on(table.bodyKey, table.at), index('receipts_by_case').on(table.caseId), index('receipts_by_time').on(table.at)],
)

/** Files of cases and of forms not yet sent. The bytes lie sealed in the bucket under `id`. */
export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id'),
    /** Key of the form it was chosen in, until that form was sent; null afterwards. */
    formKey: text('form_key'),
    messageId: text('message_id'),
    /** Sealed. */
    name: text('name').notNull(),
    /** Media type as the content says. */
    type: text('type').notNull(),
    size: integer('size').notNull(),
    /** requester, staff, or participant */
    side: text('side').notNull(),
    at: integer('at').notNull(),
    /** coming: the bytes are being stored; kept; gone: bytes and row are deleted soon */
    state: text('state').notNull(),
  },
  (table) => [index('files_by_case').on(table.caseId), index('files_by_form').on(table.formKey), index('files_by_state').on(table.state, table.at)],
)

/** Requests that somebody wants to finish later; the link to it is mailed. */
export const drafts = sqliteTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    formKey: text('form_key').notNull().unique(),
    /** Sealed JSON: the fields as they were typed. */
    fields: text('fields').notNull(),
    addressKey: text('address_key').notNull(),
    personId: text('person_id'),
    locale: text('locale').notNull(),
    savedAt: integer('saved_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('drafts_by_expiry').on(table.expiresAt), index('drafts_by_address').on(table.addressKey)],
)

/** By which words a case is found: keyed hashes of folded words, so that the list of words tells nothing. */
export const caseTerms = sqliteTable('case_terms', { term: text('term').notNull(), caseId: text('case_id').notNull() }, (table) => [
  primaryKey({ columns: [table.term, table.caseId] }),
  index('case_terms_by_case').on(table.caseId),
])

/** What a case has to do with: organisations, practices, countries, and the instrument it became. */
export const caseLinks = sqliteTable(
  'case_links',
  {
    caseId: text('case_id').notNull(),
    /** organisation, practice, country, instrument */
    kind: text('kind').notNull(),
    /** An id, or a country code. */
    target: text('target').notNull(),
    /** Name as it was when it was linked; public data. */
    label: text('label').notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: integer('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.kind, table.target] }), index('case_links_by_target').on(table.kind, table.target)],
)

/** Who is writing on a case right now. A hint to colleagues; the version decides. */
export const leases = sqliteTable('leases', {
  caseId: text('case_id').primaryKey(),
  personId: text('person_id').notNull(),
  until: integer('until').notNull(),
})

/** Texts for answers that are given often, in each language. */
export const replyTexts = sqliteTable('reply_texts', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** JSON: text by language. */
  texts: text('texts').notNull(),
  ownerId: text('owner_id').notNull(),
  /** Day by which somebody should read it again, ISO. */
  reviewBy: text('review_by').notNull(),
  version: integer('version').notNull(),
  updatedAt: integer('updated_at').notNull(),
  archivedAt: integer('archived_at'),
})

export const audit = auditTable()
export const mails = mailsTable()
export const turns = turnsTable()
export const outbox = outboxTable()
export const erased = erasedTable()
