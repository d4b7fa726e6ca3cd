import { beforeEach, describe, expect, it } from 'vitest'
import type { EventKind } from '../cases/event.ts'
import type { State } from '../cases/case.ts'
import { caseById, caseToken } from '../cases/read-case.ts'
import { staffWorks } from '../cases/say.ts'
import { ask, count, DB, emptyAll, finished, NOW, only, READING, somebody } from '../testing/asking.ts'
import { digest, formIn, linkIn, post } from '../testing/reading.ts'
import { nextOf, timelineOf } from './timeline.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
beforeEach(emptyAll)

const pathOf = async (id?: string) => {
  const found = id === undefined ? await only() : await caseById(READING, id)
  if (!found) throw new Error('no case')
  return `/support/case?case=${found.id}&token=${await caseToken(READING.keys, found)}`
}
const move = async (state: State, body?: string) => {
  const found = await only()
  const { version } = found
  const work = body === undefined ? ({ act: 'state', state, version } as const) : ({ act: 'reply', state, body, version } as const)
  return staffWorks(READING, 'per_staff', found, work, NOW)
}
const openForm = async (path: string) => formIn(await (await ask(path)).text(), '/support/case')

describe('the timeline', () => {
  const event = (kind: EventKind, state: State, at: number, undoneAt: number | null = null) => ({ kind, state, at, undoneAt })

  it('tells states as they changed, and nothing of what staff did among themselves', () => {
    const events = [
      event('received', 'new', 1),
      event('assigned', 'new', 2),
      event('noted', 'new', 3),
      event('moved', 'triage', 4),
      event('linked', 'triage', 5),
      event('replied', 'waiting', 6),
      event('bounced', 'waiting', 7),
      event('said', 'in-progress', 8),
      event('replied', 'answered', 9),
      event('moved', 'closed', 10),
      event('rated', 'closed', 11),
      event('reopened', 'in-progress', 12),
      event('withdrawn', 'withdrawn', 13),
    ]
    expect(timelineOf(events).map(({ what, at }) => `${what} ${at}`)).toEqual([
      'new 1',
      'triage 4',
      'waiting 6',
      'in-progress 8',
      'answered 9',
      'closed 10',
      'reopened 12',
      'withdrawn 13',
    ])
  })

  it('leaves out what was undone, and never says spam', () => {
    expect(timelineOf([event('received', 'new', 1), event('moved', 'closed', 2, 3), event('undone', 'new', 3)])).toEqual([{ at: 1, what: 'new' }])
    expect(timelineOf([event('received', 'spam', 1), event('moved', 'new', 2)])).toEqual([{ at: 1, what: 'new' }])
    expect(timelineOf([event('received', 'new', 1), event('moved', 'triage', 2), event('moved', 'spam', 3), event('moved', 'new', 4)])).toHaveLength(3)
  })

  it('says by when something comes, and that it is late when it is', () => {
    const found = { state: 'triage', promise: 'answer', dueAt: NOW } as const
    expect([nextOf(found, NOW), nextOf(found, NOW + 1)]).toEqual([
      { what: 'answer', by: NOW, late: false },
      { what: 'answer', by: NOW, late: true },
    ])
    expect([nextOf({ ...found, state: 'waiting' }, NOW), nextOf({ ...found, state: 'closed' }, NOW), nextOf({ ...found, dueAt: null }, NOW)]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('the page of a request', () => {
  it('says where it stands and whose turn it is, in the requester’s words, and changes nothing', async () => {
    await ask('/support/request', { form: finished() })
    const path = await pathOf()
    const before = await digest()
    const fresh = await (await ask(path)).text()
    expect(await digest()).toBe(before)
    expect(fresh).toMatch(/Received[^]*By \d+ \w+ 2026[^]*reads it/)
    await move('waiting', 'Which age groups?')
    const waiting = await (await ask(path)).text()
    expect(waiting).toMatch(/Your turn\.[^]*Waiting for you[^]*Which age groups\?[^]*Write to the secretariat/)
    expect(waiting).not.toContain('Waiting for the requester')
    const late = await (await ask(path, { locale: 'fr' })).text()
    expect(late).toMatch(/lang="fr"[^]*En attente de votre part/)
  })

  it('takes an answer once, however often it is pressed', async () => {
    await ask('/support/request', { form: finished() })
    await move('waiting', 'Which age groups?')
    const form = { ...(await openForm(await pathOf())), body: '12 to 15', do: 'answer' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('/support/case', { form })))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(303))
    expect([(await only()).state, await count('messages'), await count('events')]).toEqual(['in-progress', 3, 3])
    expect(await (await ask(answers[0]?.headers.get('location') ?? '')).text()).toContain('Your message was sent')
    await ask('/support/case', { form: { ...(await openForm(await pathOf())), body: '12 to 15', do: 'answer' } })
    expect(await count('messages')).toBe(4)
  })

  it('keeps an answer that came too late, as the beginning of a new request', async () => {
    await ask('/support/request', { form: finished() })
    const form = { ...(await openForm(await pathOf())), body: 'CANARY one more thing', do: 'answer' }
    await move('closed')
    const late = await ask('/support/case', { form })
    const html = await late.text()
    expect([late.status, await count('messages')]).toEqual([409, 1])
    const anew = await ask('/support/request', { form: { ...formIn(html, '/support/request'), go: 'on' } })
    expect(formIn(await anew.text(), '/support/request')).toMatchObject({
      challenge: 'CANARY one more thing',
      name: 'Anna Kask',
      kind: 'taskforce',
      step: 'you',
    })
  })

  it('is withdrawn once, rated after closing, and asks for words when there are none', async () => {
    await ask('/support/request', { form: finished() })
    const form = await openForm(await pathOf())
    const empty = await ask('/support/case', { form: { ...form, do: 'answer' } })
    expect([empty.status, (await empty.text()).includes('href="#f-body"')]).toEqual([422, true])
    for (let press = 0; press < 2; press++) expect((await ask('/support/case', { form: { ...form, do: 'withdraw' } })).status).toBe(303)
    expect([(await only()).state, await count('events')]).toEqual(['withdrawn', 2])
    expect((await ask('/support/case', { form: { ...form, do: 'rate', rating: '5' } })).status).toBe(409)
    expect((await ask('/support/case', { form: { ...form, do: 'close' } })).status).toBe(410)
  })

  it('is ended for everybody by whoever has the link, and a new one goes to the requester alone', async () => {
    await ask('/support/request', { form: finished() })
    await post()
    const old = await pathOf()
    const form = { ...(await openForm(old)), do: 'end-link' }
    const [first, second] = await Promise.all([ask('/support/case', { form }), ask('/support/case', { form })])
    expect(first.headers.get('location')).toBe('/support/link/ended')
    expect([303, 410]).toContain(second.status)
    expect([(await ask(old)).status, (await only()).linkEpoch]).toEqual([410, 2])
    const mails = await post()
    expect(mails.map(({ to }) => to)).toEqual(['anna@min.example'])
    expect((await ask(linkIn(mails[0]))).status).toBe(200)
    expect((await ask('/support/case', { form: { ...form, do: 'withdraw' } })).status).toBe(410)
  })
})

describe('a new link', () => {
  const askFor = (form: Record<string, string>, now = NOW, network = '192.0.2.1') => ask('/support/link', { form, now, network })

  it('is mailed to the requester’s own address, by the old link or the reference, and the answer is the same for everybody', async () => {
    await ask('/support/request', { form: finished({ name: 'EVIL', challenge: 'EVIL' }) })
    await post()
    const { id, reference } = await only()
    const gone = await (await ask(`/support/case?case=${id}&token=${'0'.repeat(64)}`)).text()
    expect(formIn(gone, '/support/link')).toEqual({ case: id, address: '' })
    const wishes: Record<string, string>[] = [
      { case: id, address: ' ANNA@min.example ' },
      { reference: reference.toLowerCase(), address: 'anna@min.example' },
      { case: id, address: 'eve@evil.example' },
      { reference, address: 'eve@evil.example' },
      { case: 'cas_00000000000000000000000000', address: 'anna@min.example' },
    ]
    const answers = []
    for (const wish of wishes) {
      const answer = await askFor(wish)
      answers.push(`${answer.status} ${answer.headers.get('location')} ${await answer.text()} ${await count('mails')}`.replace(/\d+$/, ''))
    }
    expect(new Set(answers).size).toBe(1)
    expect(await count('mails')).toBe(1 + wishes.length)
    const mails = await post()
    expect(mails.map(({ to }) => to)).toEqual(['ANNA@min.example', 'anna@min.example'])
    for (const mail of mails) {
      expect((await ask(linkIn(mail))).status).toBe(200)
      expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain('EVIL')
    }
    const { results } = await DB.prepare("SELECT address, facts FROM mails WHERE state = 'dropped'").all()
    expect(results).toEqual(Array.from({ length: 3 }, () => ({ address: null, facts: null })))
  })

  it('is not mailed for a request that is spam, forgotten, or closed for more than ninety days', async () => {
    await ask('/support/request', { form: finished() })
    await post()
    const { id } = await only()
    for (const change of ["state = 'spam'", `state = 'closed', closed_at = ${NOW - 91 * DAY}`, "state = 'new', closed_at = NULL, requester_key = NULL"]) {
      await DB.prepare(`UPDATE cases SET ${change}`).run()
      await askFor({ case: id, address: 'anna@min.example' })
      expect(await post()).toEqual([])
      await DB.prepare("DELETE FROM mails WHERE kind = 'link'").run()
    }
  })

  it('is mailed three times an hour to an address and ten times for a network, and nobody is told', async () => {
    await ask('/support/request', { form: finished() })
    await post()
    const { id } = await only()
    for (let minute = 0; minute < 5; minute++) expect((await askFor({ case: id, address: 'anna@min.example' }, NOW + minute * 61_000)).status).toBe(303)
    expect(await post(NOW + HOUR / 2)).toHaveLength(3)
    await DB.prepare('DELETE FROM mails').run()
    for (let index = 0; index < 12; index++) await askFor({ case: id, address: `a${index}@x.example` }, NOW, '198.51.100.1')
    expect(await count('mails')).toBe(10)
  })

  it.each([
    [{ reference: 'ABCDE', address: 'anna@min.example' }, 'reference'],
    [{ reference: '', address: 'anna' }, 'address'],
    [{ case: 'x', address: 'anna@min.example' }, 'reference'],
  ])('says of %j what to mend', async (form, field) => {
    const answer = await askFor(form)
    const html = await answer.text()
    expect([answer.status, html.includes(`href="#f-${field}"`), await count('mails')]).toEqual([422, true, 0])
  })
})

describe('a request that was merged', () => {
  const two = async (address: string) => {
    await ask('/support/request', { form: finished({ challenge: 'First words' }) })
    const first = await only()
    const other = await ask('/support/request', { form: finished({ address, challenge: 'SECOND words' }) })
    const reference = /reference=([^&]+)/.exec(other.headers.get('location') ?? '')?.[1] ?? ''
    const row = await DB.prepare('SELECT id FROM cases WHERE reference = ?').bind(reference).first<{ id: string }>()
    await DB.prepare("UPDATE cases SET state = 'merged', merged_into = ?2, closed_at = ?3 WHERE id = ?1").bind(first.id, row?.id, NOW).run()
    return { first, second: row?.id ?? '', reference }
  }

  it('goes on in the other one for the same person, who can answer there', async () => {
    const { first, second, reference } = await two('ANNA@MIN.example')
    const html = await (await ask(await pathOf(first.id))).text()
    expect(html).toContain(`Your request ${first.reference} was joined`)
    expect([html.includes('SECOND words'), html.includes(reference)]).toEqual([true, true])
    const form = formIn(html, '/support/case')
    expect(form['case']).toBe(second)
    expect((await ask('/support/case', { form: { ...form, body: 'Here', do: 'answer' } })).status).toBe(303)
  })

  it('says only that it goes on when somebody else asked for the other one', async () => {
    const { first, reference } = await two('eve@min.example')
    const html = await (await ask(await pathOf(first.id))).text()
    expect([html.includes('SECOND words'), html.includes(reference), html.includes('Write to the secretariat</h2>')]).toEqual([false, false, false])
    expect(html).toContain('goes on in another one')
  })

  it('ends in a circle or at nothing without harm', async () => {
    const { first, second } = await two('anna@min.example')
    await DB.prepare("UPDATE cases SET state = 'merged', merged_into = ?2 WHERE id = ?1").bind(second, first.id).run()
    expect((await ask(await pathOf(first.id))).status).toBe(200)
    await DB.prepare("UPDATE cases SET merged_into = 'cas_gone' WHERE id = ?").bind(first.id).run()
    expect(await (await ask(await pathOf(first.id))).text()).toContain('goes on in another one')
  })
})

describe('one’s own requests', () => {
  const anna = somebody('anna', { roles: [] })
  const eve = somebody('eve', { roles: [] })

  it('hold those sent without signing in from the address the account proves, and reading claims nothing', async () => {
    await ask('/support/request', { form: finished({ address: 'Anna@min.example', challenge: 'CANARY before the account' }) })
    const before = await digest()
    const html = await (await ask('/account/requests', { who: anna })).text()
    expect(html).toContain((await only()).reference)
    expect(await (await ask('/account/requests/export', { who: anna, form: {} })).text()).toContain('CANARY before the account')
    expect(await (await ask('/account/requests', { who: eve })).text()).not.toContain((await only()).reference)
    expect(await digest()).toBe(before)
  })

  it('never hold what somebody else sent while signed in, whatever address stands in it', async () => {
    await ask('/support/request', { form: finished({ address: 'anna@min.example', challenge: 'CANARY of Eve' }), who: eve })
    expect(await (await ask('/account/requests', { who: anna })).text()).not.toContain((await only()).reference)
    expect(await (await ask('/account/requests/export', { who: anna, form: {} })).text()).not.toContain('CANARY of Eve')
    expect(await (await ask('/account/requests', { who: eve })).text()).toContain((await only()).reference)
  })

  it('show as received what staff take for spam, and not at all what a stranger sent in one’s name', async () => {
    await ask('/support/request', { form: finished({ more: 'x' }), who: anna })
    expect(await (await ask('/account/requests', { who: anna })).text()).toMatch(/Taskforce[^]*Received/)
    await emptyAll()
    await ask('/support/request', { form: finished({ more: 'x', address: 'anna@min.example' }) })
    expect(await (await ask('/account/requests', { who: anna })).text()).not.toContain((await only()).reference)
  })
})
