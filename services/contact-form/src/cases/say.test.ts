import { beforeEach, describe, expect, it } from 'vitest'
import { newFormKey } from '@stem/web/form'
import { arrive, caseOf } from '../testing/arriving.ts'
import { ask, count, DB, emptyAll, NOW, READING } from '../testing/asking.ts'
import { formIn } from '../testing/reading.ts'
import { placeOf, type State } from './case.ts'
import { eventsOf } from './event.ts'
import { caseToken, messagesOf, notesOf } from './read-case.ts'
import { requesterSays, staffWorks } from './say.ts'
import { undoEvent } from './undo.ts'
import { seal } from '../sealing/seal.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const WHO = 'per_anna'
beforeEach(emptyAll)

const move = async (id: string, state: State, now = NOW) => {
  const found = await caseOf(id)
  return staffWorks(READING, WHO, found, { act: 'state', state, version: found.version }, now)
}
const undoLast = async (id: string, now = NOW) => {
  const last = (await eventsOf(DB, id)).at(-1)
  return last && undoEvent(READING, WHO, await caseOf(id), last, now)
}

describe('what staff say or note by one form', () => {
  it('is kept and mailed once, at once or later, whatever version the second press saw', async () => {
    const id = await arrive()
    const first = await caseOf(id)
    for (const act of ['reply', 'note'] as const) {
      const once = newFormKey()
      const press = (version: number, found = first, body = 'Words') => staffWorks(READING, WHO, found, { act, state: 'answered', body, once, version }, NOW)
      const seen = await caseOf(id)
      const both = await Promise.all([press(seen.version, seen), press(seen.version, seen)])
      expect(both.map(({ ok }) => ok)).toEqual([true, true])
      const after = await caseOf(id)
      expect([await press(seen.version, after), await press(after.version, after)]).toMatchObject([{ ok: true }, { ok: true }])
      expect((await caseOf(id)).version).toBe(seen.version + 1)
      // Who goes back and writes on has not said that yet.
      expect(await press(seen.version, after, 'Other words')).toEqual({ ok: false, code: 'stale' })
    }
    expect([await count('messages'), await count('notes')]).toEqual([2, 1])
    expect((await DB.prepare("SELECT 1 FROM mails WHERE kind = 'reply'").all()).results).toHaveLength(1)
  })
})

describe('what is said from outside', () => {
  it('is thirty times an hour in a case, by whoever it is; the page keeps the words of the next', async () => {
    const id = await arrive()
    for (let n = 0; n < 30; n++) {
      const said = { body: `Message ${n}`, author: n % 2 === 0 ? null : 'par_x', side: n % 2 === 0 ? 'requester' : 'participant' } as const
      expect((await requesterSays(READING, await caseOf(id), said, NOW)).ok).toBe(true)
    }
    const path = `/support/case?case=${id}&token=${await caseToken(READING.keys, await caseOf(id))}`
    const form = { ...formIn(await (await ask(path)).text(), '/support/case'), body: 'Once more', do: 'answer' }
    const more = await ask('/support/case', { form })
    const html = await more.text()
    expect([more.status, html.includes('Once more</textarea>'), html.includes('send them again in an hour'), await count('messages')]).toEqual([
      429,
      true,
      true,
      31,
    ])
    expect((await ask('/support/case', { form, now: NOW + HOUR })).status).toBe(303)
    expect((await messagesOf(READING, id)).at(-1)?.body).toBe('Once more')
    // Sending it again is no new message, however many there were.
    expect((await ask('/support/case', { form, now: NOW + HOUR })).status).toBe(303)
    expect(await count('messages')).toBe(32)
  })

  it('never pushes what came last out of sight, nor how the case arrived', async () => {
    const id = await arrive({ body: 'First' })
    const many = (n: number) => JSON.stringify(Array.from({ length: n }, (_, at) => at + 1))
    const body = await seal(READING.keys, placeOf(id), 'Noise')
    const note = await seal(READING.keys, `note of ${placeOf(id)}`, 'Noise')
    await DB.batch([
      DB.prepare(
        `INSERT INTO messages (id, case_id, at, side, author, body, via) SELECT 'msg_' || value, ?1, ?2 + value, 'requester', NULL, ?3, 'page' FROM json_each(?4)`,
      ).bind(id, NOW, body, many(500)),
      DB.prepare(`INSERT INTO notes (id, case_id, at, author, body) SELECT 'not_' || value, ?1, ?2, 'per_x', ?3 FROM json_each(?4)`).bind(
        id,
        NOW,
        note,
        many(500),
      ),
      DB.prepare(
        `INSERT INTO events (id, case_id, at, kind, actor, state, before, version)
         SELECT 'evt_' || value, ?1, ?2, 'noted', 'per_x', 'new', '{"state":"new"}', value + 1 FROM json_each(?3)`,
      ).bind(id, NOW, many(2000)),
      DB.prepare('UPDATE cases SET version = 2001 WHERE id = ?').bind(id),
    ])
    const later = NOW + DAY
    const found = await caseOf(id)
    await staffWorks(READING, WHO, found, { act: 'note', body: 'Newest note', version: found.version }, later)
    await requesterSays(READING, await caseOf(id), { body: 'Newest', side: 'requester', author: null }, later)
    const [messages, notes, events] = await Promise.all([messagesOf(READING, id), notesOf(READING, id), eventsOf(DB, id)])
    expect([messages.length, messages.at(-1)?.body, messages[0]?.body]).toEqual([500, 'Newest', 'Noise'])
    expect([notes.length, notes.at(-1)?.body]).toEqual([500, 'Newest note'])
    expect([events.length, events[0]?.kind, events.at(-1)?.kind]).toEqual([2001, 'received', 'said'])
    expect((await caseOf(id)).promise).toBe('read')
  })
})

describe('undoing', () => {
  it('of opening a case again leaves it closed since it was closed', async () => {
    const id = await arrive()
    await move(id, 'closed', NOW + DAY)
    await move(id, 'in-progress', NOW + 50 * DAY)
    expect((await caseOf(id)).closedAt).toBeNull()
    await undoLast(id, NOW + 51 * DAY)
    expect(await caseOf(id)).toMatchObject({ state: 'closed', closedAt: NOW + DAY })
  })

  it('of taking a request out of spam says again why it was there; what is out of there keeps no reason', async () => {
    const id = await arrive({ spamReason: 'trap' })
    await move(id, 'new')
    expect(await caseOf(id)).toMatchObject({ state: 'new', spamReason: null })
    await undoLast(id)
    expect(await caseOf(id)).toMatchObject({ state: 'spam', spamReason: 'trap' })
    await move(id, 'new')
    await move(id, 'spam')
    expect((await caseOf(id)).spamReason).toBe('staff')
    await undoLast(id)
    expect(await caseOf(id)).toMatchObject({ state: 'new', spamReason: null })
  })
})
