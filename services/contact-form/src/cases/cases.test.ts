import fc from 'fast-check'
import { deliverMails } from '@stem/mail/deliver'
import type { Message as Mail } from '@stem/mail/message'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeLetter } from '../mails/write-letter.ts'
import { forgetPerson } from '../retention/forget-person.ts'
import { keepHouse } from '../retention/keep-house.ts'
import { seal, unseal } from '../sealing/seal.ts'
import { ask, count, DB, emptyAll, finished, NOW, only, READING, somebody, testEnv } from '../testing/asking.ts'
import { caseByLink, caseToken, messagesOf, notesOf } from './read-case.ts'
import { checkOf, newReference, readReference } from './reference.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
beforeEach(emptyAll)

/** The mails that leave now. */
async function post(now = NOW): Promise<Mail[]> {
  const sent: Mail[] = []
  const transport = { keyed: false, send: async (message: Mail) => (sent.push(message), { outcome: 'sent' as const, reference: '' }), close: () => undefined }
  const desk = { ...READING, origin: testEnv.PUBLIC_ORIGIN, replyDomain: testEnv.REPLY_DOMAIN }
  await deliverMails(
    { db: DB, transport, from: { name: 'x', address: 'x@stem.example' }, write: (mail) => writeLetter(desk, mail), lease: String(Math.random()) },
    now,
  )
  return sent
}

describe('a reference', () => {
  it('has no letter that is taken for another, and its check character sees every wrong or swapped letter', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(30), (at, shift) => {
        const reference = newReference()
        expect(reference).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/)
        const letters = reference.replace('-', '')
        expect(readReference(` ${letters.toLowerCase()} `)).toBe(reference)
        const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
        const other = alphabet[(alphabet.indexOf(letters[at] ?? '') + 1 + (shift % 30)) % 31] ?? ''
        expect(readReference(letters.slice(0, at) + other + letters.slice(at + 1))).toBeNull()
        const swapped = letters.slice(0, at) + (letters[at + 1] ?? '') + (letters[at] ?? '') + letters.slice(at + 2)
        if (at < 8 && swapped !== letters) expect(readReference(swapped)).toBeNull()
      }),
      { numRuns: 1000 },
    )
    expect(checkOf('222222222')).toBe('2')
  })
})

const ring = (secret: string) => ({ seal: [{ id: 'k1', secret }] as const })

describe('what is sealed', () => {
  it('is read where it stands and nowhere else, and not with another secret or when it was changed', async () => {
    const sealed = await seal(ring('secret'), 'case 1', 'Ω text')
    expect(await unseal(ring('secret'), 'case 1', sealed)).toBe('Ω text')
    expect(await seal(ring('secret'), 'case 1', 'Ω text')).not.toBe(sealed)
    for (const attempt of [
      unseal(ring('secret'), 'case 2', sealed),
      unseal(ring('other'), 'case 1', sealed),
      unseal(ring('secret'), 'case 1', sealed.replace(/.{4}$/, 'AAAA')),
    ]) {
      expect(
        await attempt.then(
          () => 'read',
          () => 'refused',
        ),
      ).toBe('refused')
    }
  })
})

describe('a request', () => {
  it('is received once with one acknowledgement, however often and however many at once it is sent', async () => {
    const form = finished()
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/support/request', { form })))
    const places = new Set(answers.map((answer) => answer.headers.get('location')))
    expect([answers.every(({ status }) => status === 303), places.size]).toEqual([true, 1])
    expect([await count('cases'), await count('messages'), await count('mails')]).toEqual([1, 1, 1])
    expect([...places][0]).toContain((await only()).reference)
  })

  it('stands in the database sealed: nobody who copies it learns who asked what', async () => {
    await ask('/support/request', { form: finished({ challenge: 'CANARY challenge', name: 'CANARY name', address: 'canary@min.example' }) })
    const dump = JSON.stringify(
      await Promise.all(['cases', 'messages', 'audit', 'turns'].map(async (table) => (await DB.prepare(`SELECT * FROM ${table}`).all()).results)),
    )
    expect(dump).not.toMatch(/canary/i)
    expect((await messagesOf(READING, (await only()).id))[0]?.body).toContain('CANARY challenge')
  })

  it.each([
    ['name', ''],
    ['address', 'anna'],
    ['kind', 'money'],
    ['country', 'xx'],
    ['challenge', ''],
    ['challenge', 'x'.repeat(4001)],
  ])('with %s = %j goes back to the step it belongs to and keeps the rest', async (field, value) => {
    const answer = await ask('/support/request', { form: finished({ [field]: value }) })
    const html = await answer.text()
    expect([answer.status, await count('cases')]).toEqual([422, 0])
    expect(html).toContain(`href="#f-${field}"`)
    expect(html).toContain('Camps')
  })

  it('keeps everything on the way back and forth', async () => {
    const back = await (await ask('/support/request', { form: finished({ go: 'back' }) })).text()
    expect(back).toContain('How do we get more girls into physics?')
    expect(await (await ask('/support/request', { form: finished({ step: 'challenge', go: 'back' }) })).text()).toMatch(/physics[^]*value="Anna Kask"/)
    expect(await count('cases')).toBe(0)
  })

  it('refuses fields it does not have', async () => {
    expect((await ask('/support/request', { form: finished({ state: 'closed' }) })).status).toBe(400)
  })

  it('of a program goes to the spam view, gets the same answer, and no mail', async () => {
    const answer = await ask('/support/request', { form: finished({ more: 'buy now' }) })
    expect([answer.status, (await only()).state, await count('mails')]).toEqual([303, 'spam', 0])
  })

  it('is acknowledged once an hour for an address, and limited by network', async () => {
    for (let index = 0; index < 3; index++) await ask('/support/request', { form: finished() })
    expect([await count('cases'), await count('mails')]).toEqual([3, 1])
    await ask('/support/request', { form: finished(), now: NOW + HOUR })
    expect(await count('mails')).toBe(2)
    const answers = []
    for (let index = 0; index < 22; index++)
      answers.push((await ask('/support/request', { form: finished({ address: `a${index}@min.example` }), network: '198.51.100.7' })).status)
    expect(answers.filter((status) => status === 429)).toHaveLength(2)
  })

  it('is acknowledged with the reference and a link, and not a word that was typed', async () => {
    await ask('/support/request', { form: finished({ name: 'EVIL evil.example', challenge: 'EVIL', organisation: 'EVIL' }) })
    const [mail] = await post()
    expect(mail?.subject).toContain((await only()).reference)
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain('EVIL')
  })
})

describe('the link of a requester', () => {
  it('opens one case, changes nothing when looked at, ends when revoked and ninety days after closing', async () => {
    await ask('/support/request', { form: finished() })
    const found = await only()
    const token = await caseToken(READING.keys, found)
    const path = `/support/case?case=${found.id}&token=${token}`
    const page = await ask(path)
    expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([200, 'no-store', 'same-origin'])
    expect((await ask(path.replace(/.$/, (letter) => (letter === '0' ? '1' : '0')))).status).toBe(410)
    expect((await ask(`/support/case?case=${found.id}`)).status).toBe(410)
    expect(await caseByLink(READING, { id: found.id, token: found.reference }, NOW)).toBeNull()
    await DB.prepare("UPDATE cases SET state = 'closed', closed_at = ?").bind(NOW).run()
    expect([(await ask(path, { now: NOW + 89 * DAY })).status, (await ask(path, { now: NOW + 91 * DAY })).status]).toEqual([200, 410])
    await DB.prepare('UPDATE cases SET link_epoch = 2').run()
    expect((await ask(path)).status).toBe(410)
  })
})

describe('a note', () => {
  it('reaches no mail and no page of the requester, whatever happens to the case', async () => {
    await ask('/support/request', { form: finished() })
    const officer = somebody('secretariat-officer')
    const work = async (given: Record<string, string>) =>
      ask(`/console/requests/${(await only()).id}`, { who: officer, form: { version: String((await only()).version), ...given } })
    await work({ do: 'note', body: 'CANARY internal' })
    await work({ do: 'reply', body: 'Which age groups?', state: 'waiting' })
    const found = await only()
    const page = await (await ask(`/support/case?case=${found.id}&token=${await caseToken(READING.keys, found)}`)).text()
    const mails = await post()
    expect(mails).toHaveLength(2)
    expect(page + JSON.stringify(mails)).not.toContain('CANARY')
    expect(page).toContain('Which age groups?')
    expect(JSON.stringify(mails)).not.toContain('Which age groups?')
    expect((await notesOf(READING, found.id))[0]?.body).toBe('CANARY internal')
    expect(await (await ask(`/console/requests/${found.id}`, { who: officer })).text()).toContain('CANARY internal')
  })
})

describe('the desk', () => {
  it.each([
    ['nobody', null, 303],
    ['a person without a role', somebody('x', { roles: [] }), 404],
    ['a manager of an organisation', somebody('organisation-manager', { roles: [{ role: 'organisation-manager', scope: 'organisation:org_1' }] }), 404],
    ['a reviewer of a country', somebody('platform-reviewer', { roles: [{ role: 'platform-reviewer', scope: 'country:EE' }] }), 404],
    ['an auditor', somebody('auditor'), 404],
    ['an officer whose role sleeps', somebody('secretariat-officer', { roles: [], asleep: [{ role: 'secretariat-officer', scope: 'coalition' }] }), 303],
    ['an officer', somebody('secretariat-officer'), 200],
    ['an administrator', somebody('secretariat-admin'), 200],
  ])('for %s', async (_, who, status) => {
    await ask('/support/request', { form: finished() })
    const found = await only()
    const own = await ask(`/console/requests/${found.id}`, { who })
    const unknown = await ask(`/console/requests/cas_${'9'.repeat(26)}`, { who })
    expect([own.status, (await ask('/console/requests', { who })).status]).toEqual([status, status])
    if (status === 404) expect([await own.text(), own.status]).toEqual([await unknown.text(), unknown.status])
    await ask(`/console/requests/${found.id}`, { who, form: { version: '1', do: 'take', body: '' } })
    expect((await only()).assignee).toBe(status === 200 ? (who?.personId ?? '') : null)
  })

  it('lets one of two take a case at once, and loses no reply of two', async () => {
    await ask('/support/request', { form: finished() })
    const found = await only()
    const by = (role: string, form: Record<string, string>) =>
      ask(`/console/requests/${found.id}`, { who: somebody(role), form: { version: '1', body: '', ...form } })
    const taken = await Promise.all([by('secretariat-officer', { do: 'take' }), by('secretariat-admin', { do: 'take' })])
    expect(taken.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const stale = await by('secretariat-officer', { do: 'reply', body: 'Typed with care', state: 'answered' })
    expect([stale.status, (await stale.text()).includes('Typed with care')]).toEqual([409, true])
  })
})

describe('forgetting', () => {
  it('a person leaves nothing of what they said, and their open requests are withdrawn', async () => {
    const who = somebody('x', { roles: [] })
    await ask('/support/request', { form: finished(), who })
    await DB.batch(forgetPerson(DB, who.personId))
    const found = await only()
    expect([found.requester, found.personId, found.state, await count('messages')]).toEqual([null, null, 'withdrawn', 0])
  })

  it.each([
    ['closed', 2 * 365],
    ['spam', 90],
  ])('a %s request is forgotten after %i days', async (state, days) => {
    await ask('/support/request', { form: finished() })
    await DB.prepare('UPDATE cases SET state = ?1, closed_at = ?2, updated_at = ?2').bind(state, NOW).run()
    await keepHouse({ db: DB }, NOW + (days - 1) * DAY)
    expect([(await only()).requester === null, await count('messages')]).toEqual([false, 1])
    await keepHouse({ db: DB }, NOW + (days + 1) * DAY)
    expect([(await only()).requester, await count('messages')]).toEqual([null, 0])
  })
})
