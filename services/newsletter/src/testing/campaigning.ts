import type { Principal } from '@stem/contracts/context'
import type { Message } from '@stem/mail/message'
import type { Sent, Transport } from '@stem/mail/transport'
import { EVERYBODY, type Audience } from '../audience/audience.ts'
import { approve } from '../campaigns/approve.ts'
import { campaignById, type Campaign } from '../campaigns/campaign.ts'
import { release, type ReleaseTime } from '../campaigns/release.ts'
import { beginDraft } from '../campaigns/save-draft.ts'
import type { Marker } from '../delivery/fence.ts'
import { runCampaign, type Running } from '../delivery/run-campaign.ts'
import { renderCampaign } from '../issue/render-campaign.ts'
import { record } from '../ledger/record.ts'
import { DB, DESK, NOW } from './reading.ts'

/** Somebody of the secretariat who has just proved who they are. */
export const staff = (personId: string, over: Partial<Principal> = {}): Principal => ({
  personId,
  name: personId,
  sessionId: 'ses_1',
  roles: [{ role: 'secretariat-officer', scope: 'coalition' }],
  asleep: [],
  provedAt: NOW,
  assertedAt: NOW,
  passkeys: 1,
  ...over,
})
/** Who writes, and who releases. */
export const [ANNA, BO] = [staff('per_anna'), staff('per_bo')]

/** The members service, as far as a release asks it: everybody has an address of their own. */
export const members = { mailAddressOf: async (personId: string): Promise<string | null> => `${personId}@people.example` }

/** A time that goes on from `NOW` as the real one does, and can be put forward. */
export function clockFrom(start = NOW) {
  const began = Date.now()
  let ahead = 0
  const clock = () => start + Date.now() - began + ahead
  return Object.assign(clock, { forward: (milliseconds: number) => (ahead += milliseconds) })
}

/** A mark of the installation in memory. */
export function markerIn(marks = new Map<string, string>()): Marker & { marks: Map<string, string> } {
  return { marks, get: async (key) => marks.get(key) ?? null, put: async (key, value) => void marks.set(key, value) }
}

/** A server that does to each mail what `answer` says, and remembers who was handed what. */
export function serverOf(answer: (message: Message) => Sent | Promise<Sent> = () => ({ outcome: 'sent', reference: 'r' }), keyed = false) {
  const handed: Message[] = []
  const transport: Transport = {
    keyed,
    send: async (message) => {
      handed.push(message)
      return answer(message)
    },
    close: () => undefined,
  }
  return { handed, transport }
}

/**
 * A provider that takes batches and each key once, and says of a key it knows that it has it. `lose`: whether an answer gets lost, and
 * before or after the batch was taken.
 */
export function batchServerOf(lose: (call: number) => 'before' | 'after' | null = () => null, { most = 100, keyLife = Infinity } = {}) {
  const taken = new Map<string, Message[]>()
  const calls: { key: string; to: string[] }[] = []
  const transport: Transport = {
    keyed: true,
    keyLife,
    send: () => Promise.resolve({ outcome: 'unknown', why: 'one alone' }),
    batches: {
      most,
      async send(key, messages) {
        calls.push({ key, to: messages.map(({ to }) => to) })
        const lost = lose(calls.length)
        if (lost !== 'before' && !taken.has(key)) taken.set(key, [...messages])
        return messages.map(({ messageId }): Sent => (lost === null ? { outcome: 'sent', reference: messageId } : { outcome: 'unknown', why: 'lost' }))
      },
    },
    close: () => undefined,
  }
  return { calls, transport, handed: () => [...taken.values()].flat() }
}

/** What a run needs, over the database of the tests. */
export const runningWith = (transport: Transport, over: Partial<Running> = {}): Running => ({
  ...DESK,
  marker: markerIn(new Map()),
  transport,
  pace: { perSecond: 10_000, perDomain: 10_000 },
  origin: 'https://stem.example',
  replyDomain: 'reply.stem.example',
  from: { name: 'x', address: 'news@stem.example' },
  render: renderCampaign('https://stem.example'),
  letters: async () => undefined,
  clock: clockFrom(),
  ...over,
})

/** Readers without a history, many at once; `r1@d1.example` and so on, over `domains` domains. */
export const readers = (n: number, { domains = 10, before = NOW - 1000 }: { domains?: number; before?: number } = {}) =>
  DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO subscribers (id, address, address_key, domain, state, locale, frequency, topics, countries, is_member, link_epoch, version, confirmed_at, updated_at)
     SELECT 'sub_' || printf('%026d', i), 'r' || i || '@d' || (i % CAST(?2 AS INTEGER)) || '.example', 'key' || i, 'd' || (i % CAST(?2 AS INTEGER)) || '.example', 'active',
       CASE i % 3 WHEN 0 THEN 'en' WHEN 1 THEN 'fr' ELSE 'el' END, 'each', '["policy"]', '[]', i % 2, 1, 1, ?3, ?3 FROM n`,
  )
    .bind(n, domains, before)
    .run()

/** As many readers with their consent in the ledger. */
export async function consenting(n: number): Promise<void> {
  await readers(n)
  const entries = Array.from({ length: n }, (_, index) => ({
    kind: 'confirmed' as const,
    addressKey: `key${index + 1}`,
    subscriberId: `sub_${String(index + 1).padStart(26, '0')}`,
    detail: { how: 'button' },
  }))
  const [first, ...rest] = entries
  if (first) await record(DB, [DB.prepare('UPDATE subscribers SET version = version')], [first, ...rest], NOW - 1000)
}

/** A campaign that Anna wrote. */
export const drafted = (audience: Partial<Audience> = {}, now = NOW): Promise<string> =>
  beginDraft(
    { db: DB },
    {
      name: 'Issue 1',
      content: { en: { subject: 'News', preheader: 'p', blocks: [{ id: 'b00001', kind: 'text', text: 'Hello' }] } },
      audience: { ...EVERYBODY, ...audience },
      countsLinks: false,
    },
    { who: ANNA.personId },
    now,
  )

/** The campaign as it stands. */
export async function at(id: string): Promise<Campaign> {
  const found = await campaignById(DB, id)
  if (!found) throw new Error('no campaign')
  return found
}

/** A campaign that Anna wrote and approved, and Bo released. */
export async function released(
  audience: Partial<Audience> = {},
  { time = null, typed = '', toArchive = false }: { time?: ReleaseTime; typed?: string; toArchive?: boolean } = {},
): Promise<string> {
  const id = await drafted(audience)
  await approve({ db: DB }, await at(id), ANNA.personId, NOW, { toArchive })
  const outcome = await release({ db: DB, members, transport: {} }, await at(id), BO, { time, typed }, NOW)
  if (!outcome.ok) throw new Error(outcome.code)
  return id
}

/** Runs a campaign until it has nothing to do now. */
export async function runOut(running: Running, id: string, most = 50): Promise<void> {
  for (let runs = 0; runs < most && (await runCampaign(running, id)).more; runs++);
}
