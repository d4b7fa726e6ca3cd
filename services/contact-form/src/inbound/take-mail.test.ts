import fc from 'fast-check'
import { newId } from '@stem/jobs/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { caseById, messagesOf } from '../cases/read-case.ts'
import { requesterKeyOf } from '../cases/receive.ts'
import { requesterSays, staffWorks, withdraw } from '../cases/say.ts'
import { keepHouse } from '../retention/keep-house.ts'
import { seal } from '../sealing/seal.ts'
import { ask, count, DB, emptyAll, finished, NOW, READING, somebody } from '../testing/asking.ts'
import { ANSWERS } from './corpus/answers.ts'
import { FORGERIES } from './corpus/forgeries.ts'
import { MACHINES } from './corpus/machines.ts'
import { OPENINGS } from './corpus/openings.ts'
import { REPORTS } from './corpus/reports.ts'
import { ANNA, BO, byAnna, written, type World } from './corpus/specimen.ts'
import { replyAddress } from './signed-address.ts'
import { MOST_BYTES } from './take-mail.ts'
import { beginWorld, bring, caseOf, INBOX, MINUTE } from './testing-mail.ts'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
let world: World
beforeEach(async () => {
  await emptyAll()
  world = await beginWorld()
})

const toCase = (now = NOW + MINUTE, body = 'We have two schools in mind.') => bring(byAnna(world, {}, body), { from: ANNA, to: world.reply }, now)
const fromCarl = (n: number, headers: Record<string, string> = {}) =>
  written(
    { From: 'Carl <carl@firm.example>', To: `support@${world.domain}`, Subject: 'Hello', 'Message-ID': `<c${n}@firm.example>`, ...headers },
    `Question ${n}`,
  )
const carlWrites = (n: number, now = NOW + MINUTE, headers = {}) =>
  bring(fromCarl(n, headers), { from: 'carl@firm.example', to: `support@${world.domain}` }, now)

describe('the same mail', () => {
  it('brought twenty times at once joins once', async () => {
    const raw = byAnna(world)
    const taken = await Promise.all(Array.from({ length: 20 }, () => bring(raw, { from: ANNA, to: world.reply }, NOW + MINUTE)))
    expect(taken.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 20 }, () => 'joined'))
    expect(taken.filter(({ again }) => !again)).toHaveLength(1)
    expect([await count('messages'), await count('receipts')]).toEqual([3, 1])
  })

  it('brought twenty times at once opens one case, acknowledged once', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => carlWrites(1)))
    expect(new Set(taken.map(({ caseId }) => caseId)).size).toBe(1)
    expect([await count('cases'), await count('messages'), await count('receipts'), await count('mails')]).toEqual([3, 3, 1, 3])
  })

  it('with other lines of Received is still the same', async () => {
    const raw = byAnna(world)
    await bring(`Received: from a by b\r\n${raw}`, { from: ANNA, to: world.reply }, NOW + MINUTE)
    expect(await bring(`Received: from c by d\r\n${raw}`, { from: ANNA, to: world.reply }, NOW + DAY)).toMatchObject({ outcome: 'joined', again: true })
  })

  it('under a Message-ID that a program gives to all its mails is another one when it says something else', async () => {
    const fixed = { 'Message-ID': '<scanner@min.example>' }
    for (const words of ['one', 'two']) await bring(byAnna(world, fixed, words), { from: ANNA, to: world.reply }, NOW + MINUTE)
    expect(await count('messages')).toBe(4)
  })
})

describe('the same words', () => {
  it('of the same sender within ten minutes are kept and shown as a repetition, and later as new', async () => {
    const first = await toCase()
    await toCase(NOW + 5 * MINUTE)
    await toCase(NOW + 30 * MINUTE)
    const said = await messagesOf(READING, first.caseId ?? '')
    expect(said.map(({ repeats }) => repeats)).toEqual([null, null, said[1]?.id, null])
  })

  it('in a second mail without a tie open a second case, marked', async () => {
    await carlWrites(1)
    const twin = await bring(
      fromCarl(1, { 'Message-ID': '<other@firm.example>' }),
      { from: 'carl@firm.example', to: `support@${world.domain}` },
      NOW + 2 * MINUTE,
    )
    expect(twin.outcome).toBe('possible')
    const [message] = await messagesOf(READING, twin.caseId ?? '')
    expect(message?.repeats).toMatch(/^msg_/)
  })
})

describe('a mail to a case that is', () => {
  it('waiting for the requester brings it back to work', async () => {
    const found = await caseOf(ANNA)
    await staffWorks(
      READING,
      somebody('secretariat-officer').personId,
      found,
      { act: 'reply', body: 'Which age?', state: 'waiting', version: found.version },
      NOW,
    )
    await toCase()
    expect((await caseOf(ANNA)).state).toBe('in-progress')
  })

  it.each(['closed', 'withdrawn'])('%s opens another one that points to it, and no mail leaves', async (state) => {
    const found = await caseOf(ANNA)
    if (state === 'withdrawn') await withdraw(READING, found, NOW)
    else await staffWorks(READING, 'per_x', found, { act: 'state', state: 'closed', version: found.version }, NOW)
    const before = await count('mails')
    const taken = await toCase(NOW + 2 * HOUR)
    expect(taken.outcome).toBe('possible')
    const opened = await caseById(READING, taken.caseId ?? '')
    expect([opened?.possiblyOf, opened?.state, await count('mails')]).toEqual([found.id, 'new', before])
  })

  it('spam stays in the spam view', async () => {
    const found = await caseOf(ANNA)
    await staffWorks(READING, 'per_x', found, { act: 'state', state: 'spam', version: found.version }, NOW)
    const opened = await caseById(READING, (await toCase(NOW + 2 * HOUR)).caseId ?? '')
    expect([opened?.state, opened?.spamReason, await count('mails')]).toEqual(['spam', 'follows-spam', 2])
  })

  it('merged goes to the case it was merged into, when the sender takes part there', async () => {
    const [anna, bo] = [await caseOf(ANNA), await caseOf(BO)]
    await DB.prepare("UPDATE cases SET state = 'merged', merged_into = ?2 WHERE id = ?1").bind(anna.id, bo.id).run()
    expect(await toCase()).toMatchObject({ outcome: 'possible' })
    await DB.prepare('UPDATE cases SET requester_key = ?2 WHERE id = ?1')
      .bind(bo.id, await requesterKeyOf(READING.keys, ANNA))
      .run()
    expect(await toCase(NOW + 2 * MINUTE)).toMatchObject({ outcome: 'joined', caseId: bo.id })
  })
})

describe('a participant', () => {
  const invite = async (caseId: string, address: string, { removedAt = null, role = 'expert' }: { removedAt?: number | null; role?: string } = {}) => {
    const id = newId('par', NOW)
    await DB.prepare("INSERT INTO participants (id, case_id, role, who, address_key, added_by, added_at, removed_at) VALUES (?, ?, ?, ?, ?, 'per_x', ?, ?)")
      .bind(
        id,
        caseId,
        role,
        await seal(READING.keys, `participant of case ${caseId}`, JSON.stringify({ name: 'Dora', address })),
        await requesterKeyOf(READING.keys, address),
        NOW,
        removedAt,
      )
      .run()
    return id
  }

  it('joins with an address of their own or the requester’s, under their own name', async () => {
    const found = await caseOf(ANNA)
    const id = await invite(found.id, 'dora@expert.example')
    const from = { From: 'Dora <dora@expert.example>' }
    const own = await replyAddress(READING.keys, world.domain, found.id, id)
    for (const to of [own, world.reply])
      expect(await bring(byAnna(world, { ...from, To: to }), { from: 'dora@expert.example', to }, NOW + MINUTE)).toMatchObject({
        outcome: 'joined',
        caseId: found.id,
      })
    const said = await messagesOf(READING, found.id)
    expect(said.slice(1).map(({ side, author, via }) => [side, author, via])).toEqual([
      ['participant', id, 'mail'],
      ['participant', id, 'mail'],
    ])
  })

  it('who only observes does not join', async () => {
    const found = await caseOf(ANNA)
    const id = await invite(found.id, 'dora@expert.example', { role: 'observer' })
    const to = await replyAddress(READING.keys, world.domain, found.id, id)
    expect(await bring(byAnna(world, { From: 'Dora <dora@expert.example>', To: to }), { from: 'dora@expert.example', to }, NOW + MINUTE)).toMatchObject({
      outcome: 'possible',
    })
  })

  it('who was removed does not join any more', async () => {
    const found = await caseOf(ANNA)
    const id = await invite(found.id, 'dora@expert.example', { removedAt: NOW })
    const to = await replyAddress(READING.keys, world.domain, found.id, id)
    expect(await bring(byAnna(world, { From: 'Dora <dora@expert.example>', To: to }), { from: 'dora@expert.example', to }, NOW + MINUTE)).toMatchObject({
      outcome: 'possible',
    })
  })
})

describe('limits', () => {
  it('of a sender: what is too much goes to the spam view, and beyond that back to its writer', async () => {
    const outcomes: string[] = []
    for (let n = 0; n < 42; n++) outcomes.push((await carlWrites(n)).outcome)
    const spam = await DB.prepare("SELECT count(*) AS n FROM cases WHERE spam_reason = 'too-many'").first<{ n: number }>()
    expect([outcomes.filter((one) => one === 'opened').length, outcomes.slice(-2), spam?.n, await count('mails')]).toEqual([40, ['refused', 'refused'], 34, 3])
    expect(await carlWrites(41, NOW + HOUR)).toMatchObject({ outcome: 'opened' })
  })

  it('of a case: thirty messages an hour, by page and mail together', async () => {
    const found = await caseOf(ANNA)
    await requesterSays(READING, found, { body: 'x', side: 'requester', author: null }, NOW)
    for (let n = 1; n < 30; n++) expect(await toCase(NOW + MINUTE, `Words ${n}`)).toMatchObject({ outcome: 'joined' })
    expect(await toCase(NOW + MINUTE, 'One more')).toMatchObject({ outcome: 'refused' })
    expect(await count('messages')).toBe(32)
  })

  it('of size: a mail beyond it is refused unread', async () => {
    expect(await bring(new Uint8Array(MOST_BYTES + 1), { from: ANNA, to: world.reply }, NOW)).toMatchObject({ outcome: 'refused', caseId: null })
  })
})

describe('an address whose mail came back', () => {
  it('marks the mail and the case once, changes no state, and is sent nothing by itself for a month', async () => {
    const report = REPORTS[0]?.mail(world) ?? ''
    const before = await caseOf(ANNA)
    await bring(report, { from: '', to: world.bounce }, NOW + MINUTE)
    const twin = String(report).replace('20261124.report', 'second.report')
    expect(await bring(twin, { from: '', to: world.bounce }, NOW + MINUTE)).toMatchObject({ outcome: 'report' })
    const after = await caseOf(ANNA)
    const mail = await DB.prepare('SELECT state, why, address FROM mails WHERE id = ?').bind(`${before.id}.receipt`).first()
    const event = await DB.prepare("SELECT about, actor, state FROM events WHERE kind = 'bounced'").all()
    expect([after.state, mail, event.results]).toEqual([
      before.state,
      { state: 'bounced', why: '5.1.1', address: null },
      [{ about: `${before.id}.receipt`, actor: 'system', state: 'new' }],
    ])
    const again = byAnna(world, { To: `support@${world.domain}`, Subject: 'New' }, 'Another question')
    await bring(again, { from: ANNA, to: `support@${world.domain}` }, NOW + DAY)
    expect([await count('cases'), await count('mails')]).toEqual([3, 2])
  })
})

describe('whatever comes', () => {
  const all = [ANSWERS, OPENINGS, FORGERIES, MACHINES, REPORTS].flat()
  const raws = () =>
    all.map(({ mail }) => Uint8Array.from(typeof mail(world) === 'string' ? new TextEncoder().encode(mail(world) as string) : (mail(world) as Uint8Array)))

  it('as random bytes or as a changed mail of the corpus, is taken without a throw and never joins the case of another', async () => {
    const corpus = raws().filter(({ length }) => length < 20_000)
    const bo = await caseOf(BO)
    const change = fc.record({ at: fc.nat(5000), cut: fc.nat(12), bytes: fc.uint8Array({ maxLength: 12 }) })
    const mail = fc.oneof(
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3000 }).map((bytes) => Uint8Array.from(bytes)) },
      {
        weight: 5,
        arbitrary: fc
          .record({ index: fc.oneof(fc.nat(ANSWERS.length - 1), fc.nat(corpus.length - 1)), changes: fc.array(change, { minLength: 1, maxLength: 4 }) })
          .map(({ index, changes }) => {
            let raw = corpus[index] ?? new Uint8Array()
            for (const { at, cut, bytes } of changes) {
              const start = at % (raw.length + 1)
              raw = Uint8Array.from([...raw.slice(0, start), ...bytes, ...raw.slice(start + cut)])
            }
            return raw
          }),
      },
    )
    const to = fc.constantFrom(world.reply, world.reply, world.reply, world.bounce, world.swapped, `support@${world.domain}`, '', 'x')
    let [runs, joined] = [0, 0]
    const from = fc.constantFrom(ANNA, '', 'mallory@evil.example', '<>', '\r\n')
    await fc.assert(
      fc.asyncProperty(mail, from, to, async (raw, sender, recipient) => {
        // The mails are written as Anna’s or a stranger’s: none may reach Bo’s case. Time goes on, so that no limit is reached.
        const taken = await bring(raw, { from: sender, to: recipient }, NOW + 3 * ++runs * MINUTE)
        if (taken.outcome === 'joined' && !taken.again) joined++
        if (taken.outcome === 'joined') expect(taken.caseId).not.toBe(bo.id)
        expect(typeof taken.outcome).toBe('string')
      }),
      { numRuns: 200 },
    )
    expect(joined).toBeGreaterThan(5)
    expect(await messagesOf(READING, bo.id)).toHaveLength(1)
    const { results } = await DB.prepare('SELECT DISTINCT side FROM messages WHERE case_id = ?')
      .bind((await caseOf(ANNA)).id)
      .all()
    expect(results).toEqual([{ side: 'requester' }])
  }, 120_000)

  it('without the keys of this installation, no address or Message-ID of another one joins', async () => {
    const other = { ...INBOX, reading: { ...READING, keys: { ...READING.keys, token: 'another key' } } }
    const mail = byAnna(world, { 'In-Reply-To': world.receiptId })
    expect(await bring(mail, { from: ANNA, to: world.reply }, NOW + MINUTE, other)).toMatchObject({ outcome: 'opened' })
  })
})

it('what came by mail is forgotten with its request, and that it came after ninety days', async () => {
  const { caseId } = await carlWrites(1)
  await DB.prepare("UPDATE cases SET state = 'closed', closed_at = ? WHERE id = ?").bind(NOW, caseId).run()
  await keepHouse({ db: DB }, NOW + 91 * DAY)
  expect([await count('receipts'), (await caseById(READING, caseId ?? ''))?.subject]).toEqual([0, 'Hello'])
  await keepHouse({ db: DB }, NOW + 3 * 365 * DAY)
  expect(await DB.prepare('SELECT subject, requester FROM cases WHERE id = ?').bind(caseId).first()).toEqual({ subject: null, requester: null })
})

it('a form of the site is not touched by any of this', async () => {
  await ask('/support/request', { form: finished({ address: 'eve@min.example' }) })
  expect([await count('cases'), await count('receipts')]).toEqual([3, 0])
})
