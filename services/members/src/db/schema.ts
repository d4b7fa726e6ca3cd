import { auditTable } from '@stem/jobs/audit-table'
import { outboxTable } from '@stem/jobs/outbox'
import { turnsTable } from '@stem/jobs/turns'
import { mailsTable } from '@stem/mail/mails-table'

export * from './register-schema.ts'
export * from './people-schema.ts'
export * from './joining-schema.ts'

export const audit = auditTable()
export const mails = mailsTable()
export const turns = turnsTable()
export const outbox = outboxTable()
