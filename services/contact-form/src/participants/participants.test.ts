import { deliverMails } from '@stem/mail/deliver'
import type { Message as Mail } from '@stem/mail/message'
import { beforeEach, describe, expect, it } from 'vitest'
import { caseToken, messagesOf } from '../cases/read-case.ts'
import { writeLetter } from '../mails/write-letter.ts'
import { keepHouse } from '../retention/keep-house.ts'
import { arrive, caseOf } from '../testing/arriving.ts'
import { ask, count, DB, emptyAll, NOW, READING, somebody, testEnv } from '../testing/asking.ts'
import { participantsOf, participantToken } from './participant.ts'

const officer = somebody('secretariat-officer')
const DAY = 24 * 60 * 60_000
beforeEach(emptyAll)

/** The mails that leave now. */
async function post(): Promise<Mail[]> {
  const sent: Mail[] = []
  const transport = { keyed: false, send: async (message: Mail) => (sent.push(message), { outcome: 'sent' as const, reference: '' }), close: () => undefined }
  const from = { ...READING, origin: testEnv.PUBLIC_ORIGIN, replyDomain: testEnv.REPLY_DOMAIN }
  await deliverMails(
    { db: DB, transport, from: { name: 'x', address: 'x@stem.example' }, write: (mail) => writeLetter(from, mail), lease: String(Math.random()) },
    NOW,
  )
  return sent
}
async function desk(id: string, form: Record<string, string>, what = '/participants') {
  return ask(`/console/requests/${id}${what}`, { who: officer, form: { version: String((await caseOf(id)).version), ...form } })
}
const add = (id: string, role: string, address: string, over: Record<string, string> = {}) =>
  desk(id, { do: 'add', role, name: `Name of ${role}`, address, locale: 'fr', ...over })
async function pathOf(id: string, role: string): Promise<string> {
  const one = (await participantsOf(READING, id)).find((participant) => participant.role === role)
  return `/support/participant?participant=${one?.id}&token=${await participantToken(READING.keys, one?.id ?? '')}`
}
const answer = (path: string, body: string) => ask('/support/participant', { form: { ...Object.fromEntries(new URLSearchParams(path.split('?')[1])), body } })

describe('somebody who takes part', () => {
  it('gets a link of their own by mail, in their language, and a mail for each reply; never what was written', async () => {
    const id = await arrive({ body: 'CANARY of the requester' })
    await add(id, 'expert', 'expert@uni.example')
    await add(id, 'observer', 'observer@uni.example')
    await desk(id, { do: 'note', body: 'CANARY of staff' }, '')
    await desk(id, { do: 'reply', body: 'CANARY of the reply', state: 'waiting' }, '')
    const mails = await post()
    const to = (address: string) => mails.filter((mail) => mail.to === address)
    expect([mails.length, to('expert@uni.example').length, to('observer@uni.example').length]).toEqual([6, 2, 2])
    expect(JSON.stringify(mails)).not.toContain('CANARY')
    const own = to('expert@uni.example')
    const path = await pathOf(id, 'expert')
    expect(own.every(({ text, locale }) => locale === 'fr' && text.includes(`https://stem.example/fr${path}`))).toBe(true)
  })

  it('reads what was said in public and nothing else; experts and copies answer, observers only read', async () => {
    const id = await arrive({ body: 'How?' })
    for (const role of ['expert', 'copy', 'observer']) await add(id, role, `${role}@uni.example`)
    await desk(id, { do: 'note', body: 'CANARY' }, '')
    await desk(id, { do: 'reply', body: 'Which age?', state: 'waiting' }, '')
    for (const role of ['expert', 'copy', 'observer']) {
      const path = await pathOf(id, role)
      const page = await ask(path)
      const html = await page.text()
      expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([200, 'no-store', 'same-origin'])
      expect([html.includes('How?'), html.includes('Which age?'), html.includes('CANARY'), html.includes('<textarea')]).toEqual([
        true,
        true,
        false,
        role !== 'observer',
      ])
      expect((await answer(path, `From ${role}`)).status).toBe(role === 'observer' ? 410 : 303)
    }
    expect((await messagesOf(READING, id)).map(({ side, body }) => [side, body]).slice(2)).toEqual([
      ['participant', 'From expert'],
      ['participant', 'From copy'],
    ])
    const found = await caseOf(id)
    expect(found.state).toBe('in-progress')
    const tracking = await (await ask(`/support/case?case=${id}&token=${await caseToken(READING.keys, found)}`)).text()
    expect([tracking.includes('Name of expert'), tracking.includes('CANARY')]).toEqual([true, false])
  })

  it('is added once, by one of two, and never as the requester', async () => {
    const id = await arrive({ address: 'asker@min.example' })
    expect((await add(id, 'copy', 'Asker@min.example')).status).toBe(422)
    const both = await Promise.all([add(id, 'copy', 'a@uni.example', { version: '1' }), add(id, 'copy', 'b@uni.example', { version: '1' })])
    expect([both.map(({ status }) => status).toSorted(), await count('participants')]).toEqual([[303, 409], 1])
    const there = (await participantsOf(READING, id))[0]?.address ?? ''
    const again = await add(id, 'expert', there.toUpperCase())
    expect([again.status, await count('participants')]).toEqual([422, 1])
    const wrong = await add(id, '', 'nobody', { name: 'Kept' })
    expect([wrong.status, (await wrong.text()).includes('value="Kept"')]).toEqual([422, true])
  })

  it('is out the moment they are removed: link, waiting mails and later ones', async () => {
    const id = await arrive()
    await add(id, 'expert', 'expert@uni.example')
    const path = await pathOf(id, 'expert')
    const [one] = await participantsOf(READING, id)
    expect((await desk(id, { do: 'remove', participant: one?.id ?? '' })).status).toBe(303)
    expect([(await ask(path)).status, (await answer(path, 'x')).status]).toEqual([410, 410])
    await desk(id, { do: 'reply', body: 'r', state: 'answered' }, '')
    expect((await post()).filter(({ to }) => to === 'expert@uni.example')).toEqual([])
    expect((await desk(id, { do: 'remove', participant: `par_${'0'.repeat(26)}` })).status).toBe(404)
    expect(await (await ask(`/console/requests/${id}`, { who: officer })).text()).toMatch(/Name of expert takes part \(expert\)[^]*takes part no more/)
  })

  it('has a link for one case, that no other secret opens and that ends with it', async () => {
    const [a, b] = [await arrive(), await arrive()]
    await add(a, 'expert', 'expert@uni.example')
    const path = await pathOf(a, 'expert')
    const [one] = await participantsOf(READING, a)
    const byCase = `/support/participant?participant=${one?.id}&token=${await caseToken(READING.keys, await caseOf(a))}`
    const other = `/support/case?case=${b}&token=${await participantToken(READING.keys, one?.id ?? '')}`
    for (const wrong of [byCase, other, path.slice(0, -1)]) expect((await ask(wrong)).status).toBe(410)
    await DB.prepare("UPDATE cases SET state = 'closed', closed_at = ?").bind(NOW).run()
    expect([(await ask(path, { now: NOW + 89 * DAY })).status, (await ask(path, { now: NOW + 91 * DAY })).status]).toEqual([200, 410])
    expect((await answer(path, 'too late')).status).toBe(409)
  })

  it('stands sealed in the database and is forgotten with the case', async () => {
    const id = await arrive()
    await add(id, 'expert', 'canary@uni.example', { name: 'CANARY' })
    const dump = async () =>
      JSON.stringify(await Promise.all(['participants', 'events', 'audit'].map(async (table) => (await DB.prepare(`SELECT * FROM ${table}`).all()).results)))
    expect(await dump()).not.toMatch(/canary/i)
    await DB.prepare("UPDATE cases SET state = 'closed', closed_at = ?").bind(NOW).run()
    await keepHouse({ db: DB }, NOW + 3 * 365 * DAY)
    expect(await count('participants')).toBe(0)
  })
})
