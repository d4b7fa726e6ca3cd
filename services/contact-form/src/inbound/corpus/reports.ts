import { ANNA, parts, written, type Specimen, type World } from './specimen.ts'

const report = (world: World, status: string, { headers = {}, original = '' }: { headers?: Record<string, string>; original?: string } = {}): string =>
  written(
    {
      From: 'Mail Delivery System <MAILER-DAEMON@mx.min.example>',
      To: world.bounce,
      Subject: 'Undelivered Mail Returned to Sender',
      Date: 'Tue, 24 Nov 2026 12:02:00 +0000',
      'Message-ID': '<20261124.report@mx.min.example>',
      'Auto-Submitted': 'auto-replied',
      'MIME-Version': '1.0',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="r1"',
      ...headers,
    },
    parts(
      'r1',
      'Content-Type: text/plain; charset=us-ascii\n\nI am sorry to have to inform you that your message could not be delivered.',
      `Content-Type: message/delivery-status\n\n${status}`,
      original === '' ? `Content-Type: text/rfc822-headers\n\nMessage-ID: ${world.receiptId}\nTo: ${ANNA}` : original,
    ),
  )

const POSTFIX = `Reporting-MTA: dns; mx.min.example\nX-Postfix-Queue-ID: 4F00\n\nFinal-Recipient: rfc822; ${ANNA}\nOriginal-Recipient: rfc822;${ANNA}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown`
const EXCHANGE = `Reporting-MTA: dns;AM0PR01.eurprd01.prod.outlook.example\nReceived-From-MTA: dns;mail.stem.example\nArrival-Date: Tue, 24 Nov 2026 12:00:00 +0000\n\nOriginal-Recipient: rfc822;${ANNA}\nFinal-Recipient: rfc822;${ANNA}\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound`
const GMAIL = `Reporting-MTA: dns; googlemail.example\nArrival-Date: Tue, 24 Nov 2026 04:00:00 -0800 (PST)\nX-Original-Message-ID: <x@stem.example>\n\nFinal-Recipient: rfc822; ${ANNA}\nAction: failed\nStatus: 5.2.2\nRemote-MTA: dns; gmail-smtp-in.l.google.example\nDiagnostic-Code: smtp; 552-5.2.2 The email account is over quota`

const BOUNCED = { from: '', to: (world: World) => world.bounce, outcome: 'bounced', more: [0, 0, 0] } satisfies Partial<Specimen>
const NOTED = { ...BOUNCED, outcome: 'report' } satisfies Partial<Specimen>

/** Reports about mails of ours, real and pretended. */
export const REPORTS: Specimen[] = [
  { name: 'a failure, Postfix', mail: (world) => report(world, POSTFIX), ...BOUNCED },
  {
    name: 'a failure, Exchange',
    mail: (world) => report(world, EXCHANGE, { headers: { Subject: 'Undeliverable: We received your request', 'X-MS-Exchange-Message-Is-Ndr': '' } }),
    ...BOUNCED,
  },
  {
    name: 'a failure, Gmail, with the whole mail in it',
    mail: (world) =>
      report(world, GMAIL, {
        headers: { 'X-Failed-Recipients': ANNA, Subject: 'Delivery Status Notification (Failure)' },
        original: `Content-Type: message/rfc822\n\nFrom: x@stem.example\nTo: ${ANNA}\nMessage-ID: ${world.receiptId}\nContent-Type: text/plain\n\nWe received your request`,
      }),
    ...BOUNCED,
  },
  {
    name: 'a failure whose return address came in capitals',
    mail: (world) => report(world, POSTFIX),
    ...BOUNCED,
    to: ({ bounce }) => bounce.toUpperCase(),
  },
  {
    name: 'a failure whose report is nested in another multipart',
    mail: (world) =>
      written(
        { From: 'MAILER-DAEMON@mx.example', To: world.bounce, 'Message-ID': '<nested@mx.example>', 'Content-Type': 'multipart/mixed; boundary=o' },
        parts(
          'o',
          `Content-Type: multipart/report; report-type=delivery-status; boundary=r1\n\n${parts('r1', `Content-Type: message/delivery-status\n\n${POSTFIX}`)}`,
        ),
      ),
    ...BOUNCED,
  },
  { name: 'a delay, which is no failure', mail: (world) => report(world, POSTFIX.replace('failed', 'delayed').replace('5.1.1', '4.4.1')), ...NOTED },
  { name: 'a delivery, which is no failure', mail: (world) => report(world, POSTFIX.replace('failed', 'delivered').replace('5.1.1', '2.0.0')), ...NOTED },
  {
    name: 'a failure at a return address with a wrong signature',
    mail: (world) => report(world, POSTFIX),
    ...NOTED,
    to: ({ bounce }) => bounce.replace(/.{3}@/, '000@'),
  },
  { name: 'a failure at the reply address, which proves nothing', mail: (world) => report(world, POSTFIX), ...NOTED, to: ({ reply }) => reply },
  {
    name: 'a failure at no address of ours, with our Message-ID in it',
    mail: (world) => report(world, POSTFIX),
    ...NOTED,
    to: ({ domain }) => `support@${domain}`,
  },
  {
    name: 'a failure in words only, as qmail writes it',
    mail: (world) =>
      written(
        { From: 'MAILER-DAEMON@mx.example', To: world.bounce, Subject: 'failure notice', 'Message-ID': '<q@mx.example>' },
        `<${ANNA}>:\nSorry, no mailbox here by that name.`,
      ),
    ...NOTED,
  },
  {
    name: 'a read receipt',
    mail: (world) =>
      written(
        {
          From: `Anna <${ANNA}>`,
          To: world.reply,
          Subject: 'Read: request',
          'Message-ID': '<mdn@min.example>',
          'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=d',
        },
        parts(
          'd',
          'Content-Type: text/plain\n\nYour message was read',
          'Content-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed',
        ),
      ),
    ...NOTED,
    from: ANNA,
    to: ({ reply }) => reply,
  },
  {
    name: 'a complaint about spam (ARF)',
    mail: (world) =>
      written(
        {
          From: 'fbl@isp.example',
          To: world.bounce,
          'Message-ID': '<arf@isp.example>',
          'Content-Type': 'multipart/report; report-type=feedback-report; boundary=f',
        },
        parts(
          'f',
          'Content-Type: text/plain\n\nAbuse',
          'Content-Type: message/feedback-report\n\nFeedback-Type: abuse',
          `Content-Type: message/rfc822\n\nMessage-ID: ${world.receiptId}`,
        ),
      ),
    ...NOTED,
  },
]
