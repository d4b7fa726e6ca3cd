import { beforeEach, describe, expect, it } from 'vitest'
import { caseToken, caseById } from '../cases/read-case.ts'
import { eventsOf } from '../cases/event.ts'
import { requesterSays } from '../cases/say.ts'
import { LEASE, takeLease, writerOf } from '../leases/lease.ts'
import { arrive, caseOf } from '../testing/arriving.ts'
import { ask, count, DB, emptyAll, NOW, READING, somebody } from '../testing/asking.ts'

const anna = somebody('secretariat-officer')
const bo = somebody('secretariat-admin')
beforeEach(emptyAll)

async function post(id: string, form: Record<string, string>, who = anna, now = NOW) {
  const version = String((await caseOf(id)).version)
  return ask(`/console/requests/${id}`, { who, form: { version, ...form }, now })
}
const page = async (id: string, who = anna, now = NOW, query = '') => (await ask(`/console/requests/${id}${query}`, { who, now })).text()
const lines = (html: string) => [...html.matchAll(/<li class="act">.*?<(?:b|s)>(.*?)<\/(?:b|s)>/g)].map(([, words]) => words)

describe('the activity of a case', () => {
  it('holds what was said, noted and done in one list, in order, each once', async () => {
    const id = await arrive({ body: 'First words' })
    await post(id, { do: 'assign', to: bo.personId }, anna, NOW + 1000)
    await post(id, { do: 'note', body: 'Among us' }, bo, NOW + 2000)
    await post(id, { do: 'reply', body: 'Which age?', state: 'waiting' }, bo, NOW + 3000)
    await requesterSays(READING, await caseOf(id), { body: 'Twelve', side: 'requester', author: null }, NOW + 4000)
    const html = await page(id)
    const order = ['Request arrived by mail', 'First words', 'Given to', 'Among us', 'Which age?', 'Status: Waiting', 'Twelve', 'Status: In progress']
    const places = order.map((words) => html.indexOf(words))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(order.map((words) => html.split(words).length - 1)).toEqual(order.map(() => 1))
    expect(html).toMatch(/class="msg int">[^]*?Internal note, not sent[^]*?Among us/)
  })

  it('takes back the last step where it stands, and says so; never one that something came after', async () => {
    const id = await arrive()
    await post(id, { do: 'state', state: 'triage' })
    await post(id, { do: 'take' })
    const [, moved, assigned] = await eventsOf(DB, id)
    expect((await page(id)).match(/value="undo"/g)).toHaveLength(1)
    const late = await post(id, { do: 'undo', event: moved?.id ?? '' })
    expect([late.status, (await caseOf(id)).state]).toEqual([409, 'triage'])
    const both = await Promise.all([anna, bo].map((who) => post(id, { do: 'undo', event: assigned?.id ?? '' }, who)))
    expect([both.map(({ status }) => status).toSorted(), (await caseOf(id)).assignee]).toEqual([[303, 409], null])
    const html = await page(id)
    expect(lines(html).slice(-2)).toEqual(['Taken on', 'Undone: Taken on'])
    expect(html).not.toContain('value="undo"')
    await post(id, { do: 'state', state: 'closed' })
    await post(id, { do: 'state', state: 'in-progress' })
    const reopened = (await eventsOf(DB, id)).at(-1)
    await post(id, { do: 'undo', event: reopened?.id ?? '' })
    expect([reopened?.kind, (await caseOf(id)).state]).toEqual(['reopened', 'closed'])
    expect((await post(id, { do: 'undo', event: `evt_${'0'.repeat(26)}` })).status).toBe(409)
  })

  it('gives a case to a colleague, and to nobody who is not one', async () => {
    const id = await arrive()
    expect((await post(id, { do: 'assign', to: bo.personId })).status).toBe(303)
    expect((await post(id, { do: 'assign', to: 'per_stranger' })).status).toBe(404)
    expect((await caseOf(id)).assignee).toBe(bo.personId)
    await post(id, { do: 'assign', to: 'none' })
    expect((await caseOf(id)).assignee).toBeNull()
  })

  it('says why something is taken for spam, and what it may belong to', async () => {
    const other = await arrive()
    const id = await arrive({ possiblyOf: other, spamReason: 'trap' })
    expect(await page(id)).toMatch(new RegExp(`people do not see[^]*href="/console/requests/${other}"[^]*merge\\?into=${other}`))
  })
})

describe('writing an answer', () => {
  it('is seen by colleagues for a minute from its last sign, by a post alone', async () => {
    const id = await arrive()
    await page(id, anna, NOW, '?reply=1')
    expect([await count('leases'), (await page(id)).includes('name="body" rows="8"')]).toEqual([0, false])
    const opened = await post(id, { do: 'write' })
    expect(opened.headers.get('location')).toBe(`/console/requests/${id}?reply=1#f-body`)
    expect(await page(id, anna, NOW, '?reply=1')).toMatch(/id="f-body"[^>]*rows="8"/)
    expect([(await page(id, bo)).includes('is writing a reply'), (await page(id, anna)).includes('is writing a reply')]).toEqual([true, false])
    await post(id, { do: 'preview', body: 'Dear' }, anna, NOW + LEASE - 1)
    expect(await writerOf(DB, id, NOW + LEASE)).toEqual({ personId: anna.personId, seenAt: NOW + LEASE - 1, until: NOW + 2 * LEASE - 1 })
    expect(await writerOf(DB, id, NOW + 2 * LEASE)).toBeNull()
    expect((await caseById(READING, id))?.version).toBe(1)
  })

  it('is held by one of two, hinders nobody, and ends with the reply or when it is left', async () => {
    const id = await arrive()
    await Promise.all([takeLease(DB, id, anna.personId, NOW), takeLease(DB, id, bo.personId, NOW)])
    const held = await writerOf(DB, id, NOW)
    const [writer, other] = held?.personId === anna.personId ? [anna, bo] : [bo, anna]
    expect((await post(id, { do: 'reply', body: 'Quicker', state: 'answered' }, other)).status).toBe(303)
    expect((await writerOf(DB, id, NOW))?.personId).toBe(writer.personId)
    const stale = await ask(`/console/requests/${id}`, { who: writer, form: { version: '1', do: 'reply', body: 'Slower', state: 'answered' } })
    expect([stale.status, (await stale.text()).includes('Slower')]).toEqual([409, true])
    await post(id, { do: 'stop' }, writer)
    expect(await writerOf(DB, id, NOW)).toBeNull()
    await post(id, { do: 'write' }, other)
    await post(id, { do: 'reply', body: 'Again', state: 'answered' }, other)
    expect(await writerOf(DB, id, NOW)).toBeNull()
  })

  it('shows what will be read before it is sent, and loses no word when something is missing', async () => {
    const id = await arrive()
    const preview = await (await post(id, { do: 'preview', body: 'Dear <b>Anna</b>', state: 'waiting' })).text()
    expect(preview).toMatch(/id="preview"[^]*Dear &lt;b&gt;Anna&lt;\/b&gt;[^]*value="waiting" selected/)
    expect((await post(id, { do: 'reply', body: '' })).status).toBe(422)
    const note = await post(id, { do: 'note', body: '' })
    expect([note.status, (await note.text()).includes('href="#f-note"')]).toEqual([422, true])
    expect([await count('messages'), await count('mails')]).toEqual([1, 1])
  })

  it('is sent once by a form that is pressed twice, and so is a note kept', async () => {
    const id = await arrive()
    for (const act of ['reply', 'note']) {
      const html = await page(id, anna, NOW, act === 'reply' ? '?reply=1' : '')
      const form = act === 'reply' ? html.slice(html.indexOf('enctype')) : html.slice(html.indexOf('class="msg int" method'))
      const value = (name: string) => new RegExp(`name="${name}" value="(\\w+)"`).exec(form)?.[1] ?? ''
      const fields = { version: value('version'), key: value('key'), do: act, body: 'Once', state: 'answered' }
      for (let press = 0; press < 2; press++) expect((await ask(`/console/requests/${id}`, { who: anna, form: fields })).status).toBe(303)
    }
    expect([await count('messages'), await count('notes')]).toEqual([2, 1])
  })

  it('and a note that are too long come back whole, to be shortened', async () => {
    const id = await arrive()
    const body = `${'x'.repeat(8000)}END`
    for (const act of ['reply', 'preview', 'note']) {
      const answer = await post(id, { do: act, body, state: 'answered' })
      const html = await answer.text()
      expect([act, answer.status, html.includes('END</textarea>'), html.includes('Shorten it')]).toEqual([act, 422, true, true])
    }
    expect((await post(id, { do: 'reply', body: body.slice(3), state: 'answered' })).status).toBe(303)
  })
})

describe('the link of a requester', () => {
  it('ends at once when it is revoked, and a new one is mailed; of two who do it one does', async () => {
    const id = await arrive()
    const path = async () => `/support/case?case=${id}&token=${await caseToken(READING.keys, await caseOf(id))}`
    const old = await path()
    const both = await Promise.all([anna, bo].map((who) => ask(`/console/requests/${id}`, { who, form: { version: '1', do: 'revoke' } })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect([(await ask(old)).status, (await ask(await path())).status]).toEqual([410, 200])
    expect((await DB.prepare("SELECT id FROM mails WHERE kind = 'link'").all()).results).toEqual([{ id: `${id}.link.2` }])
  })
})
