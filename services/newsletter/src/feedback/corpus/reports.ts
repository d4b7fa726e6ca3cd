import { mail, parts, report, type Specimen, type World } from './specimen.ts'

const status =
  (fields: string, action = 'failed') =>
  (world: World) =>
    report(`Reporting-MTA: dns; mx.min.example\n\nFinal-Recipient: rfc822; ${world.reader}\nAction: ${action}\n${fields}`)

/** Reports of delivery, as the servers of the world write them. */
export const REPORTS: Specimen[] = [
  {
    name: 'Postfix, unknown user',
    mail: status('Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown in virtual mailbox table'),
    heard: ['hard', '5.1.1'],
  },
  { name: 'Postfix, no such host', mail: status('Status: 5.4.4\nDiagnostic-Code: X-Postfix; Host or domain name not found'), heard: ['hard', '5.4.4'] },
  {
    name: 'Postfix, gave up after days',
    mail: status('Status: 4.4.1\nDiagnostic-Code: X-Postfix; connect to mx: Connection timed out'),
    heard: ['soft', '4.4.1'],
  },
  {
    name: 'Postfix, too large',
    mail: status('Status: 5.3.4\nDiagnostic-Code: smtp; 552 5.3.4 Message size exceeds fixed limit'),
    heard: ['policy', '5.3.4'],
  },
  { name: 'Postfix, delayed', mail: status('Status: 4.4.1\nWill-Retry-Until: Sun, 29 Nov 2026 12:00:00 +0000', 'delayed') },
  { name: 'Postfix, relayed', mail: status('Status: 2.0.0', 'relayed') },
  { name: 'Postfix, delivered as asked', mail: status('Status: 2.0.0', 'delivered') },
  { name: 'Exim, unknown user', mail: status('Status: 5.0.0\nRemote-MTA: dns; mx\nDiagnostic-Code: smtp; 550 5.1.1 No such user'), heard: ['hard', '5.1.1'] },
  { name: 'Exim, a refusal without a code', mail: status('Status: 5.0.0\nDiagnostic-Code: smtp; 550 Unrouteable address'), heard: ['hard', '5.0.0'] },
  {
    name: 'Exim, refused by a list',
    mail: status('Status: 5.0.0\nDiagnostic-Code: smtp; 550 JunkMail rejected - is in an RBL: see spamhaus'),
    heard: ['block', '5.0.0'],
  },
  {
    name: 'Exchange, no such recipient',
    mail: (world) =>
      report(
        `Reporting-MTA: dns;AM0PR01.outlook.example\n\nOriginal-Recipient: rfc822;${world.reader}\nFinal-Recipient: rfc822;${world.reader}\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound`,
        { headers: { Subject: 'Undeliverable: News', 'X-MS-Exchange-Message-Is-Ndr': '' } },
      ),
    heard: ['hard', '5.1.10'],
  },
  {
    name: 'Exchange, refused at the edge',
    mail: status('Status: 5.4.1\nDiagnostic-Code: smtp;550 5.4.1 Recipient address rejected: Access denied'),
    heard: ['hard', '5.4.1'],
  },
  {
    name: 'Exchange, restricted to members',
    mail: status('Status: 5.7.133\nDiagnostic-Code: smtp;550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup'),
    heard: ['policy', '5.7.133'],
  },
  {
    name: 'Exchange, banned sender',
    mail: status('Status: 5.7.606\nDiagnostic-Code: smtp;550 5.7.606 Access denied, banned sending IP'),
    heard: ['block', '5.7.606'],
  },
  {
    name: 'Exchange, a loop',
    mail: status('Status: 5.4.14\nDiagnostic-Code: smtp;550 5.4.14 Hop count exceeded - possible mail loop'),
    heard: ['soft', '5.4.14'],
  },
  {
    name: 'Exchange in German, with the words folded',
    mail: status('Status: 5.2.2\nDiagnostic-Code: smtp;554 5.2.2\n mailbox full;\n STOREDRV.Deliver.Exception:QuotaExceededException'),
    heard: ['soft', '5.2.2'],
  },
  {
    name: 'Gmail, over quota',
    mail: status('Status: 5.2.2\nRemote-MTA: dns; gmail-smtp-in.l.google.example\nDiagnostic-Code: smtp; 552-5.2.2 The email account is over quota'),
    heard: ['soft', '5.2.2'],
  },
  { name: 'Gmail, disabled', mail: status('Status: 5.2.1\nDiagnostic-Code: smtp; 550-5.2.1 The account is inactive'), heard: ['hard', '5.2.1'] },
  {
    name: 'Gmail, unauthenticated',
    mail: status('Status: 5.7.26\nDiagnostic-Code: smtp; 550-5.7.26 This mail has been blocked because the sender is unauthenticated'),
    heard: ['block', '5.7.26'],
  },
  {
    name: 'Gmail, with the whole mail in it',
    mail: (world) =>
      report(`Reporting-MTA: dns; googlemail.example\n\nFinal-Recipient: rfc822; ${world.reader}\nAction: failed\nStatus: 5.1.1`, {
        headers: { 'X-Failed-Recipients': world.reader, Subject: 'Delivery Status Notification (Failure)' },
        original: `Content-Type: message/rfc822\n\nFrom: news@stem.example\nTo: ${world.reader}\nContent-Type: text/plain\n\nNews`,
      }),
    heard: ['hard', '5.1.1'],
  },
  { name: 'Gmail, delayed', mail: status('Status: 4.4.1\nDiagnostic-Code: smtp; The recipient server did not accept our requests', 'delayed') },
  {
    name: 'Sendmail, unknown user',
    mail: status(
      'Status: 5.1.1\nRemote-MTA: DNS; mx.min.example\nDiagnostic-Code: SMTP; 550 5.1.1 <x>... User unknown\nLast-Attempt-Date: Tue, 24 Nov 2026 12:00:00 GMT',
    ),
    heard: ['hard', '5.1.1'],
  },
  { name: 'Sendmail, a warning', mail: status('Status: 4.2.0\nWill-Retry-Until: Sun, 29 Nov 2026 12:00:00 GMT', 'delayed') },
  { name: 'Sendmail, expired', mail: status('Status: 4.4.7\nDiagnostic-Code: SMTP; 421 4.4.7 Message expired'), heard: ['soft', '4.4.7'] },
  { name: 'Zimbra, refused as spam', mail: status('Status: 5.7.1\nDiagnostic-Code: smtp; 554 5.7.1 Message rejected as spam'), heard: ['policy', '5.7.1'] },
  { name: 'a report in capitals and odd spaces', mail: status('STATUS :  5.1.1 (bad destination)'), heard: ['hard', '5.1.1'] },
  { name: 'a failure without a status', mail: status('Diagnostic-Code: smtp; 550 no such user'), heard: ['hard', null] },
  { name: 'a failure that says nothing at all', mail: status('X-Nothing: x'), heard: ['soft', null] },
  {
    name: 'one delayed and one failed receiver',
    mail: (world) =>
      report(
        `Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\nAction: delayed\nStatus: 4.4.1\n\nFinal-Recipient: rfc822; ${world.reader}\nAction: failed\nStatus: 5.1.1`,
      ),
    heard: ['hard', '5.1.1'],
  },
  {
    name: 'a report nested in another multipart',
    mail: (world) =>
      mail(
        { 'Content-Type': 'multipart/mixed; boundary=o' },
        parts(
          'o',
          `Content-Type: multipart/report; report-type=delivery-status; boundary=r1\n\n${parts('r1', `Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; ${world.reader}\nAction: failed\nStatus: 5.1.1`)}`,
        ),
      ),
    heard: ['hard', '5.1.1'],
  },
  { name: 'a report to the address in capitals', mail: status('Status: 5.1.1'), to: ({ bounce }) => bounce.toUpperCase(), heard: ['hard', '5.1.1'] },
  {
    name: 'a report that names another person: the signature says who it is about',
    mail: ({ other }) => report(`Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; ${other}\nAction: failed\nStatus: 5.1.1`),
    heard: ['hard', '5.1.1'],
  },
  {
    name: 'qmail, in words only',
    mail: ({ reader }) =>
      mail(
        { Subject: 'failure notice' },
        `Hi. This is the qmail-send program at mx.\nI'm afraid I wasn't able to deliver your message.\n\n<${reader}>:\nSorry, no mailbox here by that name. (#5.1.1)\n`,
      ),
  },
  {
    name: 'Exim of old, in words only',
    mail: ({ reader }) => mail({ Subject: 'Mail delivery failed: returning message to sender', 'X-Failed-Recipients': reader }, '550 No such user'),
  },
  {
    name: 'a read receipt',
    mail: () =>
      mail(
        { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=d' },
        parts(
          'd',
          'Content-Type: text/plain\n\nRead',
          'Content-Type: message/disposition-notification\n\nDisposition: automatic-action/MDN-sent-automatically; displayed',
        ),
      ),
  },
  {
    name: 'an automatic reply to the return address',
    mail: ({ reader }) => mail({ From: reader, Subject: 'Out of office', 'Auto-Submitted': 'auto-replied' }, 'I am away. Status: 5.1.1 Action: failed'),
  },
  {
    name: 'an automatic reply that says nothing of itself',
    mail: ({ reader }) => mail({ From: reader, Subject: 'Absence du bureau : News' }, 'Je suis absente.'),
    from: 'anna@min.example',
  },
  { name: 'something that is no mail', mail: () => '\u0000\u0001 nothing' },
]
