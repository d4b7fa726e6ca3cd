import { ANNA, bytes, byAnna, parts, type Specimen } from './specimen.ts'

const JOINED = { outcome: 'joined', more: [0, 1, 0] } satisfies Partial<Specimen>

/** Answers of a participant that belong to the case, as programs write them. */
export const ANSWERS: Specimen[] = [
  { name: 'a plain answer to the reply address', mail: (world) => byAnna(world), ...JOINED, says: 'We have two schools' },
  {
    name: 'an answer whose program changed the address to capitals',
    mail: (world) => byAnna(world, { To: world.reply.toUpperCase() }),
    to: (world) => world.reply.toUpperCase(),
    ...JOINED,
  },
  { name: 'an answer whose sender is written in capitals', mail: (world) => byAnna(world, { From: '"KASK, Anna" <ANNA@MIN.EXAMPLE>' }), ...JOINED },
  {
    name: 'an answer to another address of ours with our Message-ID in In-Reply-To',
    mail: (world) => byAnna(world, { To: `support@${world.domain}`, 'In-Reply-To': world.receiptId }),
    to: ({ domain }) => `support@${domain}`,
    ...JOINED,
  },
  {
    name: 'an answer with our Message-ID in the middle of References only',
    mail: (world) => byAnna(world, { To: `support@${world.domain}`, References: `<a@x.example>\r\n ${world.receiptId}\r\n <b@x.example>` }),
    to: ({ domain }) => `support@${domain}`,
    ...JOINED,
  },
  {
    name: 'an answer whose later reference is forged and whose earlier one is ours',
    mail: (world) => byAnna(world, { To: `support@${world.domain}`, References: `${world.receiptId} ${world.otherReceiptId.replace(/.{4}@/, '0000@')}` }),
    to: ({ domain }) => `support@${domain}`,
    ...JOINED,
  },
  { name: 'an answer without Message-ID', mail: (world) => byAnna(world, { 'Message-ID': '' }), ...JOINED },
  { name: 'an answer without Message-ID and Date', mail: (world) => byAnna(world, { 'Message-ID': '', Date: '' }), ...JOINED },
  { name: 'an answer without subject and type', mail: (world) => byAnna(world, { Subject: '', 'Content-Type': '' }), ...JOINED },
  {
    name: 'an answer below which Gmail quotes the mail',
    mail: (world) =>
      byAnna(world, {}, 'Yes, both.\n\nOn Tue, 24 Nov 2026 at 12:00, EU STEM Coalition <noreply@stem.example> wrote:\n> We received\n> your request'),
    ...JOINED,
    says: 'Yes, both.',
  },
  {
    name: 'an answer in HTML alone, as a phone writes it',
    mail: (world) =>
      byAnna(
        world,
        { 'Content-Type': 'text/html; charset=utf-8' },
        '<html><head><title>x</title><style>p{color:red}</style></head><body><p>Caf&eacute; &#945; &amp; more</p><script>alert(1)</script><p>Two<br>lines</p></body></html>',
      ),
    ...JOINED,
    says: 'Café α & more\n\nTwo\nlines',
  },
  {
    name: 'an answer in both shapes, of which the plain one is read',
    mail: (world) =>
      byAnna(
        world,
        { 'Content-Type': 'multipart/alternative; boundary="b1"' },
        parts('b1', 'Content-Type: text/plain; charset=utf-8\n\nPlain words', 'Content-Type: text/html; charset=utf-8\n\n<p>Rich words</p>'),
      ),
    ...JOINED,
    says: 'Plain words',
  },
  {
    name: 'an answer in windows-1252, quoted-printable',
    mail: (world) =>
      byAnna(world, { 'Content-Type': 'text/plain; charset=windows-1252', 'Content-Transfer-Encoding': 'quoted-printable' }, 'D=E9j=E0 vu =96 =80 5'),
    ...JOINED,
    says: 'Déjà vu – € 5',
  },
  {
    name: 'an answer in iso-8859-7, eight bits',
    mail: (world) => bytes(byAnna(world, { 'Content-Type': 'text/plain; charset=iso-8859-7' }, '\u00ca\u00e1\u00eb\u00e7\u00ec\u00dd\u00f1\u00e1')),
    ...JOINED,
    says: 'Καλημέρα',
  },
  {
    name: 'an answer in base64',
    mail: (world) => byAnna(world, { 'Content-Transfer-Encoding': 'base64' }, btoa('From the ministry')),
    ...JOINED,
    says: 'From the ministry',
  },
  {
    name: 'an answer whose subject is in encoded words',
    mail: (world) => byAnna(world, { Subject: '=?UTF-8?B?zpHPgM6szr3PhM63z4POtw==?= =?iso-8859-1?Q?=E9t=E9?=' }),
    ...JOINED,
  },
  {
    name: 'an answer without a word',
    mail: (world) => byAnna(world, {}, ''),
    ...JOINED,
  },
  {
    name: 'an answer with two files, which are named',
    mail: (world) =>
      byAnna(
        world,
        { 'Content-Type': 'multipart/mixed; boundary=m' },
        parts(
          'm',
          'Content-Type: text/plain\n\nSee the files',
          'Content-Type: application/pdf\nContent-Disposition: attachment; filename="../plan.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0=',
          'Content-Type: image/png; name="=?utf-8?Q?sch=C3=A9ma.png?="\nContent-Transfer-Encoding: base64\n\niVBORw0=',
        ),
      ),
    ...JOINED,
    says: 'See the files\n\n2 files of this mail were not kept: .._plan.pdf, schéma.png',
  },
  {
    name: 'an answer to which an earlier mail is attached',
    mail: (world) =>
      byAnna(
        world,
        { 'Content-Type': 'multipart/mixed; boundary=m' },
        parts(
          'm',
          'Content-Type: text/plain\n\nAs agreed below',
          `Content-Type: message/rfc822\n\nFrom: Carl <carl@firm.example>\nTo: ${ANNA}\nSubject: Older\nIn-Reply-To: ${world.otherReceiptId}\nContent-Type: text/plain\n\nOld words`,
        ),
      ),
    ...JOINED,
    says: 'As agreed below',
  },
  {
    name: 'an answer that is signed with S/MIME',
    mail: (world) =>
      byAnna(
        world,
        { 'Content-Type': 'multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary=s' },
        parts(
          's',
          'Content-Type: text/plain\n\nSigned words',
          'Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64\n\nMIAG',
        ),
      ),
    ...JOINED,
    says: 'Signed words',
  },
  { name: 'an answer marked as not automatic', mail: (world) => byAnna(world, { 'Auto-Submitted': 'no' }), ...JOINED },
  { name: 'an answer that asks for no automatic answers', mail: (world) => byAnna(world, { 'X-Auto-Response-Suppress': 'OOF, DR' }), ...JOINED },
  { name: 'an answer that answers an automatic subject', mail: (world) => byAnna(world, { Subject: 'Re: Automatic reply: your request' }), ...JOINED },
  { name: 'an answer about being out of the office', mail: (world) => byAnna(world, { Subject: 'Out of office hours we cannot meet' }), ...JOINED },
]
