import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { replyLocal, type ReplyPurpose } from '../delivery/reply-address.ts'
import { readerById } from '../readers/reader.ts'
import { released, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { againstTriggers, count, DB, DESK, emptyAll, HOUR, NOW, subscribed } from '../testing/reading.ts'
import { COMPLAINTS, FORGERIES, READERS } from './corpus/others.ts'
import { REPORTS } from './corpus/reports.ts'
import { mail, report, type Specimen, type World } from './corpus/specimen.ts'
import { takeMail } from './take-mail.ts'

const DOMAIN = 'reply.stem.example'
const desk = { ...DESK, replyDomain: DOMAIN, sender: 'news@stem.example' }
const bring = (raw: string, to: string, from = '', now = NOW + HOUR) => takeMail(desk, { raw: Uint8Array.from(new TextEncoder().encode(raw)), from, to }, now)

let world: World
let campaign: string
let anna: string
let bo: string
let entries: number
beforeAll(async () => {
  await emptyAll()
  anna = (await subscribed('anna@min.example')).id
  bo = (await subscribed('bo@school.example', { 'topic-policy': 'yes' }, NOW + 1)).id
  campaign = await released()
  await runOut(runningWith(serverOf().transport), campaign)
  const address = async (purpose: ReplyPurpose, reader: string) => `${await replyLocal(DESK.tokenKey, purpose, campaign, reader)}@${DOMAIN}`
  world = {
    domain: DOMAIN,
    bounce: await address('bounce', anna),
    leave: await address('leave', anna),
    reply: await address('reply', anna),
    complaints: `complaints@${DOMAIN}`,
    otherBounce: await address('bounce', bo),
    reader: 'anna@min.example',
    other: 'bo@school.example',
  }
  entries = (await count('consents')) ?? 0
})
beforeEach(() =>
  againstTriggers(
    ...['feedback', 'suppressions', `consents WHERE seq > ${entries}`].map((what) => DB.prepare(`DELETE FROM ${what}`)),
    DB.prepare("UPDATE subscribers SET state = 'active', ended_at = NULL"),
    DB.prepare('UPDATE deliveries SET heard = NULL, heard_at = NULL'),
  ),
)

const heard = async () =>
  (await DB.prepare('SELECT kind, code, address_key AS k FROM feedback').all<{ kind: string; code: string | null; k: string }>()).results
const stateOf = async (id: string) => (await readerById(DB, id))?.state
const suppressed = async () => (await DB.prepare('SELECT reason FROM suppressions').all<{ reason: string }>()).results.map(({ reason }) => reason)

async function judge({ mail: write, to = ({ bounce }) => bounce, from = '', heard: expected, left, person }: Specimen) {
  const raw = write(world)
  const outcome = await bring(raw, to(world), from)
  expect(outcome).toBe(person ? 'person' : expected || left ? 'heard' : 'nothing')
  const key = (await readerById(DB, anna))?.addressKey
  expect((await heard()).map(({ kind, code, k }) => [kind, code, k])).toEqual(expected ? [[...expected, key]] : [])
  expect(await suppressed()).toEqual(expected && ['hard', 'complaint'].includes(expected[0]) ? [expected[0]] : [])
  expect([await stateOf(anna), await stateOf(bo)]).toEqual([left || expected?.[0] === 'complaint' ? 'withdrawn' : 'active', 'active'])
  // The same mail again is nothing new.
  const after = await count('consents')
  await bring(raw, to(world), from, NOW + 2 * HOUR)
  expect([(await heard()).length, await count('consents')]).toEqual([expected ? 1 : 0, after])
}

describe.each([
  ['a report', REPORTS],
  ['a forgery', FORGERIES],
  ['a complaint', COMPLAINTS],
  ['a reader', READERS],
])('%s:', (_, specimens) => {
  it.each(specimens)('$name', judge)
})

it('the corpus is large, and no two mails of it have one name', () => {
  const all = [REPORTS, FORGERIES, COMPLAINTS, READERS].flat()
  expect(all.length).toBeGreaterThanOrEqual(60)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

it('addresses are as long as a local part may be, no longer', () => {
  for (const address of [world.bounce, world.leave, world.reply]) expect(address.indexOf('@')).toBe(64)
})

it('a report about a mail that never left is nothing', async () => {
  const local = await replyLocal(DESK.tokenKey, 'bounce', `cmp_${'1'.repeat(26)}`, anna)
  expect(await bring(report('Action: failed\nStatus: 5.1.1'), `${local}@${DOMAIN}`)).toBe('nothing')
  expect(await count('feedback')).toBe(0)
})

it('a reader who answers twice is counted once, and is one who answered', async () => {
  for (const body of ['One', 'Two']) expect(await bring(mail({ From: world.reader, Subject: 'Re: News' }, body), world.reply, world.reader)).toBe('person')
  expect(await heard()).toHaveLength(1)
  expect(await DB.prepare('SELECT heard FROM deliveries WHERE subscriber_id = ?').bind(anna).first()).toEqual({ heard: 'replied' })
})

it('a complaint ends the subscription in the ledger as an objection, with its campaign', async () => {
  await bring(COMPLAINTS[3]?.mail(world) ?? '', world.bounce)
  const entry = await DB.prepare("SELECT subscriber_id AS id, detail FROM consents WHERE kind = 'objected'").first<{ id: string; detail: string }>()
  expect([entry?.id, JSON.parse(entry?.detail ?? '{}')]).toEqual([anna, { way: 'complaint', source: 'mail', campaign }])
})

it('leaving by mail stands in the ledger as that', async () => {
  await bring(mail({ From: world.reader }), world.leave)
  const entry = await DB.prepare("SELECT detail FROM consents WHERE kind = 'withdrawn'").first<{ detail: string }>()
  expect(JSON.parse(entry?.detail ?? '{}')).toEqual({ way: 'mail', campaign, by: 'reader' })
})
