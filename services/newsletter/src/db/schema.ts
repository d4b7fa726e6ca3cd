import { outboxTable } from '@stem/jobs/outbox'

export const outbox = outboxTable()
