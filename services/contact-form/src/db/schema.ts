import { auditTable } from '@stem/jobs/audit-table'
import { erasedTable } from '@stem/jobs/erased'
import { outboxTable } from '@stem/jobs/outbox'
import { turnsTable } from '@stem/jobs/turns'
import { mailsTable } from '@stem/mail/mails-table'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

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
    /** new, triage, in-progress, waiting, answered, closed, spam, withdrawn */
    state: text('state').notNull(),
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
  ],
)

/** What the requester and the secretariat say to each other; the requester sees all of it. */
export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    at: integer('at').notNull(),
    /** requester or staff */
    side: text('side').notNull(),
    author: text('author'),
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

export const audit = auditTable()
export const mails = mailsTable()
export const turns = turnsTable()
export const outbox = outboxTable()
export const erased = erasedTable()
