import { ANNA, BO, byAnna, type Specimen } from './specimen.ts'

const support: Specimen['to'] = ({ domain }) => `support@${domain}`
const POSSIBLE = { outcome: 'possible', more: [1, 1, 0] } satisfies Partial<Specimen>
/** Opened without any tie: Anna had her acknowledgement already. */
const APART = { outcome: 'opened', more: [1, 1, 0] } satisfies Partial<Specimen>
const REFUSED = { outcome: 'refused', more: [0, 0, 0] } satisfies Partial<Specimen>

/** Mails that want into a case they do not belong to. */
export const FORGERIES: Specimen[] = [
  {
    name: 'a stranger who has got hold of a reply address',
    mail: (world) => byAnna(world, { From: 'Mallory <mallory@evil.example>' }),
    from: 'mallory@evil.example',
    ...POSSIBLE,
    of: 'Mallory',
  },
  { name: 'the requester of another case at this case’s reply address', mail: (world) => byAnna(world, { From: `Bo <${BO}>` }), from: BO, ...POSSIBLE },
  {
    name: 'a stranger with our Message-ID in References',
    mail: (world) => byAnna(world, { From: 'Mallory <mallory@evil.example>', To: `support@${world.domain}`, References: world.receiptId }),
    to: support,
    ...POSSIBLE,
  },
  {
    name: 'a reply address with one letter of the signature changed',
    mail: (world) => byAnna(world, { To: world.reply.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@')) }),
    to: (world) => world.reply.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@')),
    ...APART,
  },
  { name: 'a reply address with the case of another', mail: (world) => byAnna(world, { To: world.swapped }), to: ({ swapped }) => swapped, ...APART },
  {
    name: 'a reply address without its signature',
    mail: (world) => byAnna(world, { To: world.reply.replace(/\.[^.@]+@/, '@') }),
    to: (world) => world.reply.replace(/\.[^.@]+@/, '@'),
    ...APART,
  },
  {
    name: 'a reply address at a domain that only ends like ours',
    mail: (world) => byAnna(world, { To: world.reply.replace('@', '@evil-') }),
    to: support,
    ...APART,
    more: [1, 1, 0],
  },
  {
    name: 'a Message-ID of ours with another case in it',
    mail: (world) => byAnna(world, { To: `support@${world.domain}`, 'In-Reply-To': world.receiptId.replace(/[0-9a-z]{26}(?=\.requester)/, '0'.repeat(26)) }),
    to: support,
    ...APART,
  },
  {
    name: 'a Message-ID of ours that is said to be of another participant',
    mail: (world) => byAnna(world, { To: `support@${world.domain}`, 'In-Reply-To': world.receiptId.replace('.requester.', '.par_x.') }),
    to: support,
    ...APART,
  },
  {
    name: 'a Message-ID of ours at another domain',
    mail: (world) => byAnna(world, { To: `support@${world.domain}`, 'In-Reply-To': world.receiptId.replace(/@.*>/, '@evil.example>') }),
    to: support,
    ...APART,
  },
  {
    name: 'a reply address in the place of the sender’s name',
    mail: (world) => byAnna(world, { From: `"${world.reply}" <mallory@evil.example>`, To: `support@${world.domain}` }),
    from: 'mallory@evil.example',
    to: support,
    outcome: 'opened',
    more: [1, 1, 1],
  },
  {
    name: 'a sender in the name only',
    mail: (world) => byAnna(world, { From: `"${ANNA}" <mallory@evil.example>` }),
    from: 'mallory@evil.example',
    ...POSSIBLE,
  },
  {
    name: 'the right sender, but disowned by her domain',
    mail: (world) => byAnna(world, { 'Authentication-Results': 'mx.example; spf=fail; dmarc=fail' }),
    ...POSSIBLE,
  },
  {
    name: 'a sender whose letters only look the same',
    mail: (world) => byAnna(world, { From: 'Anna Kask <аnna@min.example>' }),
    ...POSSIBLE,
  },
  { name: 'a sender with a tag, who is somebody else', mail: (world) => byAnna(world, { From: 'Anna <anna+x@min.example>' }), ...POSSIBLE },
  { name: 'two senders in one From line', mail: (world) => byAnna(world, { From: `Mallory <mallory@evil.example>, Anna <${ANNA}>` }), ...REFUSED },
  { name: 'two From lines', mail: (world) => byAnna(world).replace('From:', 'From: Mallory <mallory@evil.example>\r\nFrom:'), ...REFUSED },
  {
    name: 'a From line behind a space that is none',
    mail: (world) => byAnna(world, { From: 'Mallory <mallory@evil.example>' }).replace('From:', `\u00a0From: Anna <${ANNA}>\r\nFrom:`),
    from: 'mallory@evil.example',
    ...POSSIBLE,
  },
  { name: 'no sender at all', mail: (world) => byAnna(world, { From: '' }), ...REFUSED },
  { name: 'a sender that is a group', mail: (world) => byAnna(world, { From: 'undisclosed:;' }), ...REFUSED },
  { name: 'a sender at an address literal', mail: (world) => byAnna(world, { From: 'x <x@[192.0.2.1]>' }), ...REFUSED },
]
