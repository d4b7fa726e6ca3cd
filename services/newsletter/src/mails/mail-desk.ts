import type { Desk } from '../readers/reader.ts'

/** What letters are written from. */
export type MailDesk = Desk & { origin: string }
