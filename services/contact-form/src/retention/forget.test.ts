import { newId } from '@stem/jobs/ids'
import { rememberErased } from '@stem/jobs/erased'
import { mailRow } from '@stem/mail/mails-table'
import { beforeEach, describe, expect, it } from 'vitest'
import { placeOf } from '../cases/case.ts'
import { eventsOf } from '../cases/event.ts'
import { keepMessage } from '../cases/keep-message.ts'
import { caseById } from '../cases/read-case.ts'
import { requesterKeyOf } from '../cases/receive.ts'
import { staffWorks } from '../cases/say.ts'
import { linkCase, unlinkCase } from '../links/link.ts'
import { seal } from '../sealing/seal.ts'
import { sweepFiles } from '../files/sweep-files.ts'
import { ask, count, DB, emptyAll, finished, NOW, READING, somebody, testEnv } from '../testing/asking.ts'
import { caseOf } from '../testing/made-cases.ts'
import { hook } from '../testing/receivers.ts'
import { forgetPerson } from './forget-person.ts'
import { keepHouse } from './keep-house.ts'

const DAY = 24 * 60 * 60_000
const anna = somebody('anna', { roles: [] })
const ANNA = anna.personId
const ADDRESS = 'Anna@min.example'
const officer = somebody('secretariat-officer', { personId: `per_${'b'.repeat(26)}` })
const put = (table: string, row: Record<string, string | number | null>) =>
  DB.prepare(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).fill('?').join(', ')})`)
    .bind(...Object.values(row))
    .run()

async function asked(over: Record<string, string>, who = somebody('x')): Promise<string> {
  await ask('/support/request', { form: finished(over), who: who.personId === ANNA ? who : null })
  const row = await DB.prepare('SELECT id FROM cases ORDER BY rowid DESC LIMIT 1').first<{ id: string }>()
  return row?.id ?? ''
}

/** Everything that can stand beside a case: a note, an answer, participants, files, links, a lease, a mail. */
async function furnish(id: string): Promise<void> {
  const found = await caseById(READING, id)
  if (!found) throw new Error('no case')
  await staffWorks(READING, officer.personId, found, { version: 1, act: 'note', body: `Note ${id}` }, NOW)
  await staffWorks(READING, officer.personId, { ...found, version: 2 }, { version: 2, act: 'reply', body: `Answer ${id}`, state: 'waiting' }, NOW)
  await DB.prepare('UPDATE cases SET subject = ?2 WHERE id = ?1')
    .bind(id, await seal(READING.keys, placeOf(id), 'Subject'))
    .run()
  const guest = newId('par', NOW)
  await put('participants', {
    id: guest,
    case_id: id,
    role: 'copy',
    who: `k1.who.${id}`,
    address_key: `guest ${id}`,
    added_by: officer.personId,
    added_at: NOW,
  })
  await mailRow(DB, { id: `${guest}.reply`, kind: 'reply', address: `guest@${id}.example`, locale: 'en', facts: { participant: guest } }, NOW).run()
  await put('files', {
    id: newId('fil', NOW),
    case_id: id,
    message_id: 'm',
    name: `k1.name.${id}`,
    type: 'x',
    size: 1,
    side: 'requester',
    at: NOW,
    state: 'kept',
  })
  const organisation = { kind: 'organisation', target: `org_${id}`, label: `Label of ${id}` } as const
  const practice = { kind: 'practice', target: `itm_gone_${id}`, label: `Former label of ${id}` } as const
  for (const link of [organisation, practice]) {
    const { version } = await caseOf(id)
    await linkCase(READING, officer.personId, await caseOf(id), { link, version }, NOW)
  }
  const { version } = await caseOf(id)
  await unlinkCase(READING, officer.personId, await caseOf(id), { ...practice, version }, NOW)
  await put('case_links', { case_id: id, kind: 'instrument', target: `itm_${id}`, label: 'x', added_by: officer.personId, added_at: NOW })
  await put('leases', { case_id: id, person_id: officer.personId, until: NOW + DAY })
}

/** Texts that tell something of a case, as they stand in the tables. */
const TRACES = [
  'SELECT requester AS trace FROM cases WHERE id = ?1',
  'SELECT requester_key AS trace FROM cases WHERE id = ?1',
  'SELECT subject AS trace FROM cases WHERE id = ?1',
  'SELECT body AS trace FROM messages WHERE case_id = ?1',
  'SELECT body AS trace FROM notes WHERE case_id = ?1',
  'SELECT who AS trace FROM participants WHERE case_id = ?1',
  'SELECT address_key AS trace FROM participants WHERE case_id = ?1',
  'SELECT name AS trace FROM files WHERE case_id = ?1',
  "SELECT target AS trace FROM case_links WHERE case_id = ?1 AND kind <> 'instrument'",
  "SELECT before ->> '$.target' AS trace FROM events WHERE case_id = ?1 AND kind IN ('linked', 'unlinked')",
  "SELECT before ->> '$.label' AS trace FROM events WHERE case_id = ?1 AND kind IN ('linked', 'unlinked')",
  "SELECT address AS trace FROM mails WHERE facts ->> '$.case' = ?1",
  "SELECT address AS trace FROM mails WHERE facts ->> '$.participant' IN (SELECT id FROM participants WHERE case_id = ?1)",
  'SELECT term AS trace FROM case_terms t WHERE case_id = ?1 AND NOT EXISTS (SELECT 1 FROM case_terms o WHERE o.term = t.term AND o.case_id <> ?1)',
]
const tracesOf = async (id: string): Promise<string[]> => {
  const found = await DB.batch<{ trace: string }>(TRACES.map((sql) => DB.prepare(sql).bind(id)))
  return found.flatMap(({ results }) => results.map(({ trace }) => trace))
}

async function dump(): Promise<string> {
  const { results } = await DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf%'").all<{
    name: string
  }>()
  return JSON.stringify(await Promise.all(results.map(async ({ name }) => (await DB.prepare(`SELECT * FROM "${name}"`).all()).results)))
}
const foundIn = (all: string, traces: string[]): string[] => traces.filter((trace) => all.includes(JSON.stringify(trace).slice(1, -1)))

beforeEach(emptyAll)

describe('a person who asked to be forgotten', () => {
  it('leaves nothing of fourteen kinds of traces in any table, and others lose nothing', async () => {
    const key = await requesterKeyOf(READING.keys, ADDRESS)
    const signedIn = await asked({ address: ADDRESS, challenge: 'lighthouse signed' }, anna)
    const byAddress = await asked({ address: ADDRESS.toUpperCase(), challenge: 'windmill unsigned' })
    const others = await asked({ address: 'eve@min.example', challenge: 'harbour others' })
    for (const id of [signedIn, byAddress, others]) await furnish(id)
    const own = [...(await tracesOf(signedIn)), ...(await tracesOf(byAddress))]
    const kept = await tracesOf(others)

    // Her place in the conversation of somebody else, and a form she did not send.
    const place = newId('par', NOW)
    await put('participants', { id: place, case_id: others, role: 'expert', who: 'k1.anna.who', address_key: key, added_by: officer.personId, added_at: NOW })
    await (await keepMessage(READING, { id: 'msg_anna', caseId: others, at: NOW, side: 'participant', author: place, body: 'As an expert' })).run()
    await put('files', {
      id: 'fil_anna',
      case_id: others,
      message_id: 'msg_anna',
      name: 'k1.anna.name',
      type: 'x',
      size: 1,
      side: 'participant',
      at: NOW,
      state: 'kept',
    })
    await mailRow(DB, { id: 'm.anna', kind: 'reply', address: 'mail-to-anna', locale: 'en', facts: { participant: place } }, NOW).run()
    await put('drafts', {
      id: 'drf_anna',
      form_key: 'form-anna',
      fields: 'k1.anna.fields',
      address_key: key,
      locale: 'en',
      saved_at: NOW,
      expires_at: NOW + DAY,
    })
    await put('files', { id: 'fil_draft', form_key: 'form-anna', name: 'k1.anna.draft', type: 'x', size: 1, side: 'requester', at: NOW, state: 'kept' })
    await mailRow(DB, { id: 'd.anna', kind: 'draft', address: 'draft-to-anna', locale: 'en', facts: { draft: 'drf_anna' } }, NOW).run()
    const placed = await DB.prepare("SELECT body FROM messages WHERE id = 'msg_anna'").first<{ body: string }>()
    own.push(key, 'k1.anna.who', 'k1.anna.name', 'mail-to-anna', 'k1.anna.fields', 'k1.anna.draft', 'draft-to-anna', 'form-anna', placed?.body ?? '')
    const forms = await DB.prepare('SELECT form_key FROM files WHERE form_key IS NOT NULL').all()
    expect(forms.results).toHaveLength(1)
    const { results: held } = await DB.prepare('SELECT id FROM files ORDER BY id').all<{ id: string }>()
    for (const { id } of held) await testEnv.FILES.put(id, 'sealed bytes')
    const before = await dump()
    expect(foundIn(before, [...own, ...kept])).toHaveLength(own.length + kept.length)
    expect(own.length).toBeGreaterThan(40)

    await DB.batch(forgetPerson(DB, ANNA, key, NOW + 1))
    // The key of the form goes with the row of its file, when the bytes are deleted.
    const after = await dump()
    expect(foundIn(after, own).filter((trace) => trace !== 'form-anna')).toEqual([])
    expect(foundIn(after, kept)).toEqual(kept)
    expect((await DB.prepare("SELECT id FROM files WHERE state = 'gone' AND name = ''").all()).results).toHaveLength(4)
    expect(await DB.prepare("SELECT count(*) AS n FROM mails WHERE state = 'queued' AND address IS NULL").first()).toEqual({ n: 0 })
    await DB.batch(forgetPerson(DB, ANNA, key, NOW + 2))
    expect(await dump()).toBe(after)
    await sweepFiles({ db: DB, bucket: testEnv.FILES }, NOW + 2 * 60 * 60_000)
    const theirs = await DB.prepare('SELECT id FROM files WHERE case_id = ?').bind(others).all<{ id: string }>()
    expect((await testEnv.FILES.list()).objects.map((object) => object.key)).toEqual(theirs.results.map(({ id }) => id))
    expect([held.length, theirs.results.length, (await dump()).includes('form-anna')]).toEqual([5, 1, false])
  })

  it('has open requests withdrawn by an event, of which programs are told; what was closed stays closed', async () => {
    await hook('https://hooks.example.org/', ['withdrawn'])
    const open = await asked({}, anna)
    const closed = await asked({}, anna)
    await DB.prepare("UPDATE cases SET state = 'closed', closed_at = ?2 WHERE id = ?1").bind(closed, NOW).run()
    await DB.batch(forgetPerson(DB, ANNA, null, NOW + DAY))
    const [event] = (await eventsOf(DB, open)).slice(-1)
    expect(event).toMatchObject({ kind: 'withdrawn', actor: 'system', state: 'withdrawn', before: { state: 'new', assignee: null }, version: 2 })
    expect(event?.id).toMatch(/^evt_[0-9a-z]{26}$/)
    expect(await caseById(READING, open)).toMatchObject({ state: 'withdrawn', version: 2, closedAt: NOW + DAY, dueAt: null, linkEpoch: 2, requester: null })
    expect(await caseById(READING, closed)).toMatchObject({ state: 'closed', closedAt: NOW, requester: null })
    const { results } = await DB.prepare('SELECT kind, event_id, payload FROM webhook_deliveries').all<{ kind: string; event_id: string; payload: string }>()
    expect(results.map(({ kind, event_id }) => [kind, event_id])).toEqual([['withdrawn', event?.id]])
    expect(JSON.parse(results[0]?.payload ?? '')).toMatchObject({ timestamp: new Date(NOW + DAY).toISOString(), data: { id: open, state: 'withdrawn' } })
  })

  it('loses nothing that another person sent while signed in, whatever address stands in it', async () => {
    await asked({ address: ADDRESS }, anna)
    await DB.batch(forgetPerson(DB, `per_${'c'.repeat(26)}`, await requesterKeyOf(READING.keys, ADDRESS), NOW))
    expect(await count('messages')).toBe(1)
  })

  it('keeps what they sent for others, who asked under their own addresses', async () => {
    await asked({ address: 'minister@other.example' }, anna)
    await DB.batch(forgetPerson(DB, ANNA, await requesterKeyOf(READING.keys, ADDRESS), NOW))
    expect([await count('messages'), await DB.prepare('SELECT state FROM cases').first()]).toEqual([1, { state: 'new' }])
  })

  it('who worked here is nobody’s owner any more and writes on nothing', async () => {
    await furnish(await asked({}))
    await DB.batch(forgetPerson(DB, officer.personId, null, NOW))
    expect(await DB.prepare('SELECT assignee FROM cases').first()).toEqual({ assignee: null })
    expect([await count('leases'), await count('messages'), await count('notes')]).toEqual([0, 2, 1])
  })

  it('is forgotten by the message of the members service, with a hash of the address or without', async () => {
    const key = await requesterKeyOf(READING.keys, ADDRESS)
    const told: [string, string | null][] = []
    const bodies = [{ personId: ANNA, addressKey: key }, { personId: ANNA }, { personId: ANNA, addressKey: "' OR 1" }, { personId: 'anna' }, null]
    const batch = { messages: bodies.map((body) => ({ body, ack: () => undefined })) } as unknown as MessageBatch<unknown>
    await rememberErased(DB, batch, NOW, (person, address) => {
      told.push([person, address])
      return []
    })
    expect(told).toEqual([
      [ANNA, key],
      [ANNA, null],
      [ANNA, null],
    ])
  })
})

describe('time', () => {
  it.each([
    ['closed', 2 * 365],
    ['withdrawn', 2 * 365],
    ['spam', 90],
  ])('takes everything of a %s request after %i days, and not earlier', async (state, days) => {
    const id = await asked({ challenge: 'lighthouse' })
    await furnish(id)
    await DB.prepare('UPDATE cases SET state = ?1, closed_at = ?2, updated_at = ?2').bind(state, NOW).run()
    const traces = (await tracesOf(id)).filter((trace) => !trace.includes('@'))
    await keepHouse({ db: DB }, NOW + (days - 1) * DAY)
    expect(foundIn(await dump(), traces)).toEqual(traces)
    await keepHouse({ db: DB }, NOW + (days + 1) * DAY)
    expect(foundIn(await dump(), traces)).toEqual([])
    expect(await DB.prepare('SELECT kind, added_by FROM case_links').all()).toMatchObject({ results: [{ kind: 'instrument', added_by: 'system' }] })
    expect(await count('events')).toBe(6)
  })

  it('takes what was merged when the request it became part of is forgotten', async () => {
    const target = await asked({})
    const merged = await asked({})
    await DB.prepare("UPDATE cases SET state = 'merged', merged_into = ?2, closed_at = ?3 WHERE id = ?1").bind(merged, target, NOW).run()
    await keepHouse({ db: DB }, NOW + 3 * 365 * DAY)
    expect(await count('messages')).toBe(2)
    await DB.prepare("UPDATE cases SET state = 'closed', closed_at = ?2 WHERE id = ?1").bind(target, NOW).run()
    for (let minute = 0; minute < 2; minute++) await keepHouse({ db: DB }, NOW + 3 * 365 * DAY)
    expect(await count('messages')).toBe(0)
  })

  it('takes drafts, hints, receipts of mails and messages to programs, each after its time', async () => {
    const { id } = await hook()
    await put('drafts', { id: 'd', form_key: 'd', fields: 'x', address_key: 'x', locale: 'en', saved_at: NOW, expires_at: NOW + 30 * DAY })
    await put('leases', { case_id: 'c', person_id: 'p', until: NOW + DAY })
    await put('receipts', { id: 'r', mail_key: 'r', body_key: 'r', outcome: 'auto', at: NOW })
    await put('webhook_deliveries', {
      id: 'w',
      webhook_id: id,
      event_id: 'e',
      kind: 'x',
      payload: '{}',
      state: 'failed',
      next_at: NOW,
      created_at: NOW,
      settled_at: NOW,
    })
    const left = async (days: number) => {
      await keepHouse({ db: DB }, NOW + days * DAY)
      return Promise.all(['drafts', 'leases', 'receipts', 'webhook_deliveries'].map(count))
    }
    expect(await left(0.5)).toEqual([1, 1, 1, 1])
    expect(await left(29)).toEqual([1, 0, 1, 1])
    expect(await left(31)).toEqual([0, 0, 1, 0])
    expect(await left(91)).toEqual([0, 0, 0, 0])
  })
})
