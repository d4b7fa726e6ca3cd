import { outboxTable } from '@stem/jobs/outbox'
import { mailsTable } from '@stem/mail/mails-table'

export * from './register-schema.ts'
export * from './people-schema.ts'
export * from './joining-schema.ts'

export const mails = mailsTable()
export const outbox = outboxTable()
