import { complaint, mail, report, type Specimen, type World } from './specimen.ts'

const FAILED = 'Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1'
const headersOf = ({ bounce, leave, reader }: World, more = '') =>
  `Return-Path: <${bounce}>\nFrom: news@stem.example\nTo: ${reader}\nList-Unsubscribe: <https://stem.example/x>,\n <mailto:${leave}?subject=unsubscribe>${more}\n\nNews`

/** Reports that prove nothing. */
export const FORGERIES: Specimen[] = [
  { name: 'a signature with one other letter', mail: () => report(FAILED), to: ({ bounce }) => bounce.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@')) },
  { name: 'the signature of the address to leave', mail: () => report(FAILED), to: ({ leave }) => leave.replace(/^nl/, 'nb') },
  {
    name: 'the reader of another mail',
    mail: () => report(FAILED),
    to: ({ bounce, otherBounce }) => bounce.slice(0, 29) + otherBounce.slice(29, 55) + bounce.slice(55),
  },
  { name: 'no signature', mail: () => report(FAILED), to: ({ domain }) => `nb+${'0'.repeat(52)}@${domain}` },
  { name: 'another domain', mail: () => report(FAILED), to: ({ bounce }) => bounce.replace(/@.*/, '@evil.example') },
  { name: 'a report at the address for answers', mail: () => report(FAILED), to: ({ reply }) => reply },
  { name: 'a report at the address for complaints', mail: () => report(FAILED), to: ({ complaints }) => complaints },
  {
    name: 'a complaint that only names the reader',
    mail: ({ reader }) => complaint(`Feedback-Type: abuse\nOriginal-Rcpt-To: ${reader}`, `From: news@stem.example\nTo: ${reader}\n\nNews`),
    to: ({ complaints }) => complaints,
  },
  {
    name: 'a complaint with a wrong signature in it',
    mail: (world) => complaint('Feedback-Type: abuse', headersOf({ ...world, bounce: world.bounce.replace(/.{4}@/, 'zzzz@'), leave: 'x@y.example' })),
    to: ({ complaints }) => complaints,
  },
  {
    name: 'a complaint whose mail says it in its text alone',
    mail: ({ bounce }) => complaint('Feedback-Type: abuse', `From: news@stem.example\n\nReturn-Path: <${bounce}>`),
    to: ({ complaints }) => complaints,
  },
]

/** Complaints (RFC 5965). */
export const COMPLAINTS: Specimen[] = [
  {
    name: 'Yahoo, at the address for complaints',
    mail: (world) =>
      complaint(
        `Feedback-Type: abuse\nUser-Agent: Yahoo!-Mail-Feedback/2.0\nVersion: 0.1\nOriginal-Mail-From: <${world.bounce}>\nReported-Domain: stem.example`,
        'From: news@stem.example\n\nNews',
        { From: 'Yahoo! Mail AntiSpam Feedback <feedback@arf.mail.yahoo.example>' },
      ),
    to: ({ complaints }) => complaints,
    heard: ['complaint', null],
  },
  {
    name: 'Microsoft, with the headers of the mail',
    mail: (world) =>
      complaint('Feedback-Type: abuse\nUser-Agent: JMRP/1.0\nVersion: 0.1', headersOf(world, `\nX-HmXmrOriginalRecipient: ${world.reader}`), {
        From: 'staff@hotmail.example',
      }),
    to: ({ complaints }) => complaints,
    heard: ['complaint', null],
  },
  {
    name: 'one that left only the way out in the headers, folded',
    mail: ({ leave }) =>
      complaint('Feedback-Type: abuse', `From: news@stem.example\nList-Unsubscribe: <mailto:${leave.slice(0, 40)}\n ${leave.slice(40)}>\n\nNews`),
    to: ({ complaints }) => complaints,
    heard: ['complaint', null],
  },
  { name: 'one at the return address', mail: () => complaint('Feedback-Type: abuse', 'From: news@stem.example\n\nNews'), heard: ['complaint', null] },
  {
    name: 'one for fraud',
    mail: (world) => complaint('Feedback-Type: fraud', headersOf(world)),
    to: ({ complaints }) => complaints,
    heard: ['complaint', null],
  },
  { name: 'a note that it is no spam', mail: (world) => complaint('Feedback-Type: not-spam', headersOf(world)), to: ({ complaints }) => complaints },
  { name: 'a report on signatures', mail: (world) => complaint('Feedback-Type: auth-failure', headersOf(world)), to: ({ complaints }) => complaints },
]

const byReader = (headers: Record<string, string> = {}, body = 'Thank you, one question.') =>
  mail({ From: 'Anna <anna@min.example>', Subject: 'Re: News', ...headers }, body)
const FROM_READER = { from: 'anna@min.example' } satisfies Partial<Specimen>

/** Mails of readers, and of their programs. */
export const READERS: Specimen[] = [
  {
    name: 'a mail to leave, as a program sends it',
    mail: () => byReader({ Subject: 'unsubscribe' }, ''),
    to: ({ leave }) => leave,
    left: true,
    ...FROM_READER,
  },
  { name: 'one with many words', mail: () => byReader({}, 'Please no more!'), to: ({ leave }) => leave, left: true, ...FROM_READER },
  { name: 'one from another address', mail: () => byReader({ From: 'x@y.example' }), to: ({ leave }) => leave, left: true, from: 'x@y.example' },
  { name: 'one with the address in capitals', mail: () => byReader(), to: ({ leave }) => leave.toUpperCase(), left: true, ...FROM_READER },
  { name: 'one with a wrong signature', mail: () => byReader(), to: ({ leave }) => leave.replace(/.{3}@/, 'zzz@'), person: true, ...FROM_READER },
  { name: 'one with the signature of another address', mail: () => byReader(), to: ({ bounce }) => bounce.replace(/^nb/, 'nl'), person: true, ...FROM_READER },
  { name: 'an answer', mail: () => byReader(), to: ({ reply }) => reply, heard: ['reply', null], person: true, ...FROM_READER },
  { name: 'an answer to a wrong address', mail: () => byReader(), to: ({ reply }) => reply.replace(/.{3}@/, 'zzz@'), person: true, ...FROM_READER },
  { name: 'an answer at the return address', mail: () => byReader(), person: true, ...FROM_READER },
  { name: 'an automatic answer', mail: () => byReader({ 'Auto-Submitted': 'auto-replied' }), to: ({ reply }) => reply, ...FROM_READER },
  { name: 'an answer by a list', mail: () => byReader({ 'List-Id': '<all.min.example>' }), to: ({ reply }) => reply, ...FROM_READER },
  { name: 'a letter to the address for complaints', mail: () => byReader(), to: ({ complaints }) => complaints, person: true, ...FROM_READER },
]
