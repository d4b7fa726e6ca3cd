import { erasedTable } from '@stem/jobs/erased'
import { outboxTable } from '@stem/jobs/outbox'

export const outbox = outboxTable()
export const erased = erasedTable()
