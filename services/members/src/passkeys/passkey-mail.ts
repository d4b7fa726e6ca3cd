import type { Write } from '../mails/write-letter.ts'

const TEXTS = {
  'passkey-added': ['mail.passkey.subject', 'mail.passkey.text'],
  'passkey-removed': ['mail.passkey.removed.subject', 'mail.passkey.removed.text'],
  recovered: ['mail.recovered.subject', 'mail.recovered.text'],
} as const

/** News about the means by which an account is opened; its owner should know at once. */
export const passkeyLetter: Write = async (_desk, { kind, facts, createdAt, speech: { t, f } }) => {
  const [subject, text] = TEXTS[kind as keyof typeof TEXTS]
  return {
    subject: t(subject),
    heading: t(subject),
    parts: [{ paragraph: t(text, { name: String(facts['name'] ?? ''), date: f.day(createdAt) }) }],
    reason: t('mail.security.reason'),
  }
}
