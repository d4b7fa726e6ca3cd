import { beforeEach, describe, expect, it } from 'vitest'
import { newFormKey } from '@stem/web/form'
import { eventsOf } from '../cases/event.ts'
import { caseToken, messagesOf } from '../cases/read-case.ts'
import { requesterSays, staffWorks } from '../cases/say.ts'
import { undoAny } from '../desk-case/undo-any.ts'
import { keepHouse } from '../retention/keep-house.ts'
import { arrive, caseOf } from '../testing/arriving.ts'
import { ask, count, DB, emptyAll, NOW, READING, somebody } from '../testing/asking.ts'
import { joinedCases } from './joined-cases.ts'
import { mergeCases } from './merge-cases.ts'
import { splitCase } from './split-case.ts'
import { suggestTargets } from './suggest-targets.ts'
import { targetOf } from './target-of.ts'

const WHO = 'per_anna'
const officer = somebody('secretariat-officer')
beforeEach(emptyAll)

async function merge(a: string, b: string, now = NOW) {
  const [found, into] = await Promise.all([caseOf(a), caseOf(b)])
  return mergeCases(READING, WHO, { found, into, seen: { version: found.version, intoVersion: into.version } }, now)
}
const say = async (id: string, body: string, now = NOW) => requesterSays(READING, await caseOf(id), { body, side: 'requester', author: null }, now)
const move = async (id: string, state: 'closed' | 'spam' | 'triage') => {
  const found = await caseOf(id)
  return staffWorks(READING, WHO, found, { act: 'state', state, version: found.version }, NOW)
}
const lastEvent = async (id: string, kind: string) => (await eventsOf(DB, id)).findLast((event) => event.kind === kind)?.id ?? ''
const undo = async (id: string, kind: string, now = NOW) => undoAny(READING, WHO, await caseOf(id), await lastEvent(id, kind), now)
const bodies = async (id: string) => (await messagesOf(READING, id)).map(({ body }) => body)

describe('merging', () => {
  it('lets one case stand still and point to the other, with an event on both', async () => {
    const [a, b] = [await arrive({ body: 'one' }), await arrive({ body: 'two' })]
    expect(await merge(a, b)).toEqual({ ok: true, value: null })
    const [found, into] = [await caseOf(a), await caseOf(b)]
    expect([found.state, found.mergedInto, into.state, into.version]).toEqual(['merged', b, 'new', 2])
    expect((await eventsOf(DB, b)).at(-1)).toMatchObject({ kind: 'joined', about: a, version: 2 })
    expect((await joinedCases(READING, b)).map(({ id }) => id)).toEqual([a])
    // Nothing moved: each text lies sealed in its own case.
    expect([await bodies(a), await bodies(b)]).toEqual([['one'], ['two']])
    expect((await targetOf(READING, found)).id).toBe(b)
  })

  it('refuses itself, what is finished, and every circle', async () => {
    const [a, b, c] = [await arrive(), await arrive(), await arrive()]
    expect(await merge(a, a)).toEqual({ ok: false, code: 'same' })
    await merge(a, b)
    expect(await merge(b, a)).toEqual({ ok: false, code: 'same' })
    await merge(b, c)
    expect(await merge(c, a)).toEqual({ ok: false, code: 'same' })
    expect((await targetOf(READING, await caseOf(a))).id).toBe(c)
    expect((await joinedCases(READING, c)).map(({ id }) => id).toSorted()).toEqual([a, b].toSorted())
    for (const state of ['closed', 'spam'] as const) {
      const d = await arrive()
      await move(d, state)
      expect(await merge(c, d)).toEqual({ ok: false, code: 'finished' })
      expect(await merge(d, c)).toEqual({ ok: false, code: 'finished' })
    }
  })

  it('ends following a circle that somebody made by hand', async () => {
    const [a, b] = [await arrive(), await arrive()]
    await DB.prepare('UPDATE cases SET merged_into = CASE id WHEN ?1 THEN ?2 ELSE ?1 END').bind(a, b).run()
    expect([a, b]).toContain((await targetOf(READING, await caseOf(a))).id)
    expect(await joinedCases(READING, a)).toHaveLength(1)
  })

  it('is done by exactly one of two who merge both ways at once, and by nobody when the target moved on', async () => {
    const [a, b] = [await arrive(), await arrive()]
    const done = await Promise.all([merge(a, b), merge(b, a)])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await count('audit')).toBe(3)
    const [c, d] = [await arrive(), await arrive()]
    const [found, into] = [await caseOf(c), await caseOf(d)]
    await move(d, 'closed')
    const late = await mergeCases(READING, WHO, { found, into, seen: { version: 1, intoVersion: 1 } }, NOW)
    expect([late, (await caseOf(c)).state, await eventsOf(DB, c)]).toMatchObject([{ code: 'stale' }, 'new', { length: 1 }])
  })

  it('is undone from either side while nothing came later, and then once', async () => {
    for (const side of ['merged', 'joined'] as const) {
      const [a, b] = [await arrive(), await arrive()]
      await move(a, 'triage')
      await merge(a, b)
      await say(b, 'more')
      const ways = await Promise.all([undo(side === 'merged' ? a : b, side), undo(side === 'merged' ? a : b, side)])
      expect(ways.filter(({ ok }) => ok)).toHaveLength(1)
      const found = await caseOf(a)
      expect([found.state, found.mergedInto, found.closedAt, await joinedCases(READING, b)]).toEqual(['triage', null, null, []])
      expect(await undo(a, 'merged')).toMatchObject({ ok: false })
      await staffWorks(READING, WHO, await caseOf(a), { act: 'note', body: 'x', version: found.version }, NOW)
      await merge(a, b)
      await staffWorks(READING, WHO, await caseOf(a), { act: 'note', body: 'x', version: (await caseOf(a)).version }, NOW)
      expect([await undo(a, 'merged'), await undo(b, 'joined')]).toEqual([
        { ok: false, code: 'cannot' },
        { ok: false, code: 'cannot' },
      ])
    }
  })

  it('shows nothing of one requester to the other', async () => {
    const [a, b] = [await arrive({ body: 'CANARY of a' }), await arrive({ body: 'CANARY of b' })]
    for (const id of [a, b]) await staffWorks(READING, WHO, await caseOf(id), { act: 'note', body: 'CANARY of staff', version: 1 }, NOW)
    await merge(a, b)
    const page = async (id: string) => (await ask(`/support/case?case=${id}&token=${await caseToken(READING.keys, await caseOf(id))}`)).text()
    expect([(await page(a)).match(/CANARY of \w+/g), (await page(b)).match(/CANARY of \w+/g)]).toEqual([['CANARY of a'], ['CANARY of b']])
    const desk = await (await ask(`/console/requests/${b}`, { who: officer })).text()
    expect(desk).toMatch(/CANARY of b[^]*From the request of Anna Kask[^]*CANARY of a/)
  })

  it('is forgotten with its target, not before', async () => {
    const [a, b] = [await arrive(), await arrive()]
    await merge(a, b)
    const later = NOW + 3 * 365 * 24 * 60 * 60_000
    await keepHouse({ db: DB }, later)
    expect((await caseOf(a)).requester).not.toBeNull()
    await move(b, 'closed')
    for (let run = 0; run < 2; run++) await keepHouse({ db: DB }, later)
    expect([(await caseOf(a)).requester, (await caseOf(b)).requester]).toEqual([null, null])
  })

  it('suggests the case a mail named, then those of the same requester, then of the same organisation, and no others', async () => {
    const [named, own, alike] = [await arrive(), await arrive({ address: 'A@min.example' }), await arrive({ organisation: 'Ministry of Education', body: 'x' })]
    await arrive({ organisation: 'Ministry', body: 'of Education' })
    const a = await arrive({ address: 'a@min.example', organisation: 'ministry of éducation', possiblyOf: named })
    expect((await suggestTargets(READING, await caseOf(a))).map(({ found, why }) => [found.id, why])).toEqual([
      [named, 'possible'],
      [own, 'requester'],
      [alike, 'organisation'],
    ])
  })
})

describe('splitting', () => {
  async function three() {
    const id = await arrive({ body: 'one' })
    await say(id, 'two', NOW + 1)
    await say(id, 'three', NOW + 2)
    return { id, ids: (await messagesOf(READING, id)).map((message) => message.id) }
  }
  const split = async (id: string, messages: string[], key = newFormKey()) =>
    splitCase(READING, WHO, await caseOf(id), { key, version: (await caseOf(id)).version, kind: 'question', messages }, NOW + 9)

  it('makes a case of the chosen messages with their files, received when the first of them came, once for a form', async () => {
    const { id, ids } = await three()
    for (const message of [ids[0], ids[2]])
      await DB.prepare(
        "INSERT INTO files (id, case_id, message_id, name, type, size, side, at, state) VALUES (?1, ?2, ?1, 'x', 'x', 1, 'requester', 1, 'kept')",
      )
        .bind(message, id)
        .run()
    const key = newFormKey()
    const found = await caseOf(id)
    const wish = { key, version: found.version, kind: 'question', messages: [ids[2] ?? ''] } as const
    const done = await Promise.all([splitCase(READING, WHO, found, wish, NOW + 9), splitCase(READING, WHO, found, wish, NOW + 9)])
    const again = await splitCase(READING, WHO, await caseOf(id), wish, NOW + 10)
    const made = done[0]?.ok ? done[0].value.id : ''
    expect([done[0], again]).toEqual([done[1], done[0]])
    expect([await count('cases'), await bodies(id), await bodies(made)]).toEqual([2, ['one', 'two'], ['three']])
    expect(await caseOf(made)).toMatchObject({ kind: 'question', state: 'new', source: 'split', createdAt: NOW + 2, requester: found.requester })
    expect(await eventsOf(DB, made)).toMatchObject([{ kind: 'received', about: id, at: NOW + 2 }])
    const { results } = await DB.prepare('SELECT id, case_id AS caseId FROM files ORDER BY case_id = ?').bind(made).all()
    expect(results).toEqual([
      { id: ids[0], caseId: id },
      { id: ids[2], caseId: made },
    ])
    expect(await DB.prepare("SELECT kind FROM mails WHERE kind = 'split'").all()).toMatchObject({ results: [{ kind: 'split' }] })
  })

  it('refuses nothing, everything, and messages that are not of the requester here', async () => {
    const { id, ids } = await three()
    const other = await three()
    const found = await caseOf(id)
    await staffWorks(READING, WHO, found, { act: 'reply', body: 'r', state: 'answered', version: found.version }, NOW + 5)
    const reply = (await messagesOf(READING, id)).at(-1)?.id ?? ''
    for (const messages of [[], [reply], other.ids]) expect(await split(id, messages)).toEqual({ ok: false, code: 'none' })
    expect(await split(id, ids)).toEqual({ ok: false, code: 'all' })
    await move(id, 'closed')
    expect(await split(id, [ids[0] ?? ''])).toEqual({ ok: false, code: 'finished' })
    expect(await count('cases')).toBe(2)
  })

  it('is undone while nobody touched the new case: the messages are home, and its link leads on', async () => {
    const { id, ids } = await three()
    const first = await split(id, [ids[1] ?? ''])
    const made = first.ok ? first.value.id : ''
    await say(id, 'four', NOW + 20)
    expect(await undo(id, 'split')).toEqual({ ok: true, value: null })
    expect([await bodies(id), await bodies(made)]).toEqual([['one', 'two', 'three', 'four'], []])
    expect(await caseOf(made)).toMatchObject({ state: 'merged', mergedInto: id, dueAt: null, version: 2 })
    expect([await undo(id, 'split'), await undo(made, 'merged')]).toEqual([
      { ok: false, code: 'cannot' },
      { ok: false, code: 'cannot' },
    ])
    const second = await split(id, [ids[1] ?? ''])
    await say(second.ok ? second.value.id : '', 'new word')
    expect(await undo(id, 'split')).toEqual({ ok: false, code: 'cannot' })
  })
})

describe('the pages of both', () => {
  it('compare before they do, keep what was chosen, and are not there for others', async () => {
    const [a, b] = [await arrive({ address: 'a@min.example' }), await arrive({ address: 'b@min.example' })]
    const into = await caseOf(b)
    const page = async (path: string, form?: Record<string, string>) => ask(path, { who: officer, ...(form ? { form } : {}) })
    const unknown = await page(`/console/requests/${a}/merge?reference=22222-22223`)
    expect([unknown.status, (await unknown.text()).includes('value="22222-22223"')]).toEqual([422, true])
    const preview = await page(`/console/requests/${a}/merge?reference=${into.reference.toLowerCase()}`)
    expect(await preview.text()).toMatch(/different requesters[^]*name="into" value="cas_/)
    expect((await caseOf(a)).state).toBe('new')
    const form = { into: b, version: '1', intoVersion: '1' }
    expect((await page(`/console/requests/${a}/merge`, { ...form, intoVersion: '2' })).status).toBe(409)
    const twice = [await page(`/console/requests/${a}/merge`, form), await page(`/console/requests/${a}/merge`, form)]
    expect([twice.map(({ status }) => status), await count('audit')]).toEqual([[303, 303], 3])
    const nobody = somebody('auditor')
    for (const what of ['merge', 'split', 'links', 'participants']) {
      const own = await ask(`/console/requests/${b}/${what}`, { who: nobody })
      const none = await ask(`/console/requests/cas_${'9'.repeat(26)}/${what}`, { who: officer })
      expect([own.status, await own.text(), none.status, await none.text()]).toEqual([404, '', 404, ''])
    }
    const nothing = await page(`/console/requests/${b}/split`, { version: '2', key: newFormKey(), kind: 'taskforce' })
    expect([nothing.status, await count('cases')]).toEqual([422, 2])
  })
})
