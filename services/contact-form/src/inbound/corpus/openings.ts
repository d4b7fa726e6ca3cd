import { ANNA, byAnna, parts, written, type Specimen } from './specimen.ts'

const support: Specimen['to'] = ({ domain }) => `support@${domain}`
const OPENED = { to: support, outcome: 'opened', more: [1, 1, 1] } satisfies Partial<Specimen>
const SILENT = { to: support, outcome: 'opened', more: [1, 1, 0] } satisfies Partial<Specimen>

const byCarl = (domain: string, headers: Record<string, string> = {}, body = 'How do we join?') =>
  written(
    {
      From: 'Carl Öst <carl@firm.example>',
      To: `support@${domain}`,
      Subject: 'A question',
      Date: 'Tue, 24 Nov 2026 12:01:00 +0000',
      'Message-ID': `<${Object.keys(headers).join('-') || 'plain'}@firm.example>`,
      ...headers,
    },
    body,
  )

/** Mails that begin something new, by people nobody knows yet. */
export const OPENINGS: Specimen[] = [
  { name: 'a question by mail', mail: ({ domain }) => byCarl(domain), from: 'carl@firm.example', ...OPENED, says: 'How do we join?', of: 'Carl Öst' },
  {
    name: 'a question from an address with an internationalised domain',
    mail: ({ domain }) => byCarl(domain, { From: 'Jürgen <jurgen@schöne-schule.example>' }),
    from: 'jurgen@xn--schne-schule-5ib.example',
    ...OPENED,
    of: 'Jürgen',
  },
  {
    name: 'a question whose sender has a name in encoded words',
    mail: ({ domain }) => byCarl(domain, { From: '=?utf-8?B?zpXOu86tzr3OtyDOoM6xz4DOrM+Az4POv8+F?= <eleni@min.example>' }),
    ...OPENED,
  },
  {
    name: 'a question whose sender is named like an address',
    mail: ({ domain }) => byCarl(domain, { From: '"anna@min.example" <mallory@evil.example>' }),
    from: 'mallory@evil.example',
    ...OPENED,
    of: 'mallory',
  },
  {
    name: 'a question whose sender has a name that turns the direction of the text',
    mail: ({ domain }) => byCarl(domain, { From: '=?utf-8?Q?Eve=E2=80=AE_gnp?= <eve@evil.example>' }),
    ...OPENED,
    of: 'Eve gnp',
  },
  { name: 'a question in folded headers', mail: ({ domain }) => byCarl(domain, { Subject: 'A question\r\n on two\r\n\tlines' }), ...OPENED },
  { name: 'a question with a header of 300 kilobytes', mail: ({ domain }) => byCarl(domain, { 'X-Long': 'a'.repeat(300_000) }), ...OPENED },
  { name: 'a question of many lines', mail: ({ domain }) => byCarl(domain, {}, 'line\n'.repeat(30_000)), ...OPENED, says: 'line\nline' },
  { name: 'a question with an empty body', mail: ({ domain }) => byCarl(domain, {}, ''), ...OPENED },
  {
    name: 'a question whose bare line ends try to add headers',
    mail: ({ domain }) => byCarl(domain, { Subject: 'Hello\rBcc: victim@example.org\rX-Loop: x' }),
    ...OPENED,
  },
  { name: 'a question with line feeds only', mail: ({ domain }) => byCarl(domain).replaceAll('\r\n', '\n'), ...OPENED, says: 'How do we join?' },
  {
    name: 'a question whose multipart is never closed',
    mail: ({ domain }) => byCarl(domain, { 'Content-Type': 'multipart/mixed; boundary=open' }, '--open\nContent-Type: text/plain\n\nStill readable'),
    ...OPENED,
    says: 'Still readable',
  },
  {
    name: 'a question whose multipart has no such boundary',
    mail: ({ domain }) => byCarl(domain, { 'Content-Type': 'multipart/mixed; boundary=missing' }, 'Lost?'),
    ...OPENED,
  },
  { name: 'a question in a character set nobody knows', mail: ({ domain }) => byCarl(domain, { 'Content-Type': 'text/plain; charset=klingon' }), ...OPENED },
  {
    name: 'a question in HTML that is broken',
    mail: ({ domain }) => byCarl(domain, { 'Content-Type': 'text/html' }, '<div><p>One<div>Two<style>x{}<b>never seen'),
    ...OPENED,
    says: 'One\nTwo',
  },
  {
    name: 'a forwarded mail of somebody else, with its own headers below',
    mail: ({ domain }) =>
      byCarl(
        domain,
        { Subject: 'Fwd: Automatic reply: Programme' },
        '---------- Forwarded message ---------\nFrom: Dora <dora@min.example>\nSubject: Automatic reply: Programme\n\nI am away',
      ),
    ...OPENED,
  },
  {
    name: 'a mail to which a report of failure is attached',
    mail: ({ domain, bounce }) =>
      byCarl(
        domain,
        { 'Content-Type': 'multipart/mixed; boundary=o' },
        parts(
          'o',
          'Content-Type: text/plain\n\nWhat does this mean?',
          `Content-Type: message/rfc822\n\nFrom: MAILER-DAEMON@mx.example\nTo: ${bounce}\nContent-Type: multipart/report; report-type=delivery-status; boundary=i\n\n--i\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nAction: failed\nStatus: 5.1.1\n\n--i--`,
        ),
      ),
    ...OPENED,
    says: 'What does this mean?',
  },
  { name: 'a question to us in blind copy, which is not acknowledged', mail: ({ domain }) => byCarl(domain, { To: 'friends@firm.example' }), ...SILENT },
  {
    name: 'an advertisement, which waits in the spam view',
    mail: ({ domain }) => byCarl(domain, { Subject: 'Rank higher on Google' }, 'We sell a guest post with every backlink'),
    ...SILENT,
  },
  { name: 'a question that asks for no automatic answers', mail: ({ domain }) => byCarl(domain, { 'X-Auto-Response-Suppress': 'All' }), ...SILENT },
  {
    name: 'a question whose sender’s domain disowns it',
    mail: ({ domain }) => byCarl(domain, { 'Authentication-Results': 'mx.cloudflare.net; dkim=none; dmarc=fail policy.dmarc=none' }),
    ...SILENT,
  },
  {
    name: 'a new question of somebody who was acknowledged within the hour',
    mail: (world) => byAnna(world, { To: `support@${world.domain}`, Subject: 'Another' }),
    ...SILENT,
  },
  {
    name: 'a mail that names a reference, which only suggests',
    mail: ({ domain, reference }) => byCarl(domain, { Subject: `About ${reference.toLowerCase()}` }),
    to: support,
    outcome: 'possible',
    more: [1, 1, 1],
  },
  {
    name: 'a mail that names a reference with a letter wrong',
    mail: ({ domain, reference }) => byCarl(domain, { Subject: `About ${reference.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))}` }),
    ...OPENED,
  },
  {
    name: 'a mail that only claims to answer',
    mail: ({ domain }) => byCarl(domain, { 'In-Reply-To': '<nothing@firm.example>', References: `<a@b.example> <${ANNA}>` }),
    ...OPENED,
  },
]
