import type { Claimed } from '@stem/mail/deliver'
import type { Composed, Letter } from '@stem/mail/letter'
import { writeChangeNewMail, writeChangeOldMail } from '../change-address/change-mail.ts'
import { writeConfirmMail, writeReminderMail } from '../subscribe/confirm-mail.ts'
import { writeTestMail } from '../composer/test-mail.ts'
import { writeDataMail } from '../own-data/data-mail.ts'
import { writeLinkMail } from '../preferences/link-mail.ts'
import type { MailDesk } from './mail-desk.ts'

const LETTERS: Record<string, (desk: MailDesk, mail: Claimed, now: number) => Promise<Letter | Composed | null>> = {
  'change-new': writeChangeNewMail,
  'change-old': writeChangeOldMail,
  confirm: writeConfirmMail,
  data: writeDataMail,
  link: writeLinkMail,
  reminder: writeReminderMail,
  test: writeTestMail,
}

/** Writes a single mail to a reader; null when it is no longer wanted. Issues of the newsletter do not go this way. */
export function writeLetter(desk: MailDesk, mail: Claimed, now: number): Promise<Letter | Composed | null> {
  const write = LETTERS[mail.kind]
  if (!write) throw new Error(`no letter is called ${mail.kind}`)
  return write(desk, mail, now)
}
