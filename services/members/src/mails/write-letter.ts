import type { ShippedLocale } from '@stem/i18n/locales'
import type { Claimed } from '@stem/mail/deliver'
import type { Letter } from '@stem/mail/letter'
import { speechOf, type Speech } from '@stem/ui/speech'
import { invitationLetter } from '../invitations/invitation-mail.ts'
import { applicationLetter, proofLetter } from '../join/join-mail.ts'
import { passkeyLetter } from '../passkeys/passkey-mail.ts'
import { signInLetter } from '../sign-in/sign-in-mail.ts'
import { noticeLetter, NOTICES } from './notice-mail.ts'

/** What letters are written from. */
export type Desk = { db: D1Database; key: string; origin: string; firstAddress: string | null }

/** How one kind of mail is written. Null when it is no longer wanted. */
export type Write = (desk: Desk, mail: Claimed & { speech: Speech }, now: number) => Promise<Letter | null>

/** Every kind of mail of this service. */
const KINDS: Record<string, Write> = {
  'sign-in': signInLetter,
  'passkey-added': passkeyLetter,
  'passkey-removed': passkeyLetter,
  recovered: passkeyLetter,
  invitation: invitationLetter,
  'application-accepted': invitationLetter,
  'application-proof': proofLetter,
  'application-received': applicationLetter,
  'application-question': applicationLetter,
  'application-refused': applicationLetter,
  ...Object.fromEntries(NOTICES.map((kind) => [kind, noticeLetter])),
}

/** Writes a mail at the moment it is sent, so that it says what holds then. */
export function writeLetter(desk: Desk, mail: Claimed, now: number): Promise<Letter | null> {
  const write = KINDS[mail.kind]
  if (!write) throw new Error(`no letter is called ${mail.kind}`)
  return write(desk, { ...mail, speech: speechOf(mail.locale satisfies ShippedLocale) }, now)
}
