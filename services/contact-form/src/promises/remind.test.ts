import type { Message as Mail } from '@stem/mail/message'
import { deliverMails } from '@stem/mail/deliver'
import { beforeEach, describe, expect, it } from 'vitest'
import { requesterSays } from '../cases/say.ts'
import { sendDigests } from '../digest/send-digests.ts'
import { writeLetter } from '../mails/write-letter.ts'
import { forgetPerson } from '../retention/forget-person.ts'
import { count, DB, emptyAll, READING, testEnv } from '../testing/asking.ts'
import { askedAt, caseOf, workedAt } from '../testing/made-cases.ts'
import { remind } from './remind.ts'
import { renewDue } from './renew-due.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const MINUTE = 60_000
const ANNA = { personId: 'per_anna', address: 'anna@stem.example', locale: 'en' }
const BERT = { personId: 'per_bert', address: 'bert@stem.example', locale: 'fr' }
const staff = { db: DB, contacts: () => Promise.resolve([ANNA, BERT]) }
const down = { db: DB, contacts: () => Promise.reject(new Error('down')) }
beforeEach(emptyAll)

/** The mails that leave now. */
async function post(now: number): Promise<Mail[]> {
  const sent: Mail[] = []
  const transport = { keyed: false, send: async (message: Mail) => (sent.push(message), { outcome: 'sent' as const, reference: '' }), close: () => undefined }
  const desk = { ...READING, origin: testEnv.PUBLIC_ORIGIN, replyDomain: testEnv.REPLY_DOMAIN }
  await deliverMails(
    { db: DB, transport, from: { name: 'x', address: 'x@stem.example' }, write: (mail) => writeLetter(desk, mail), lease: String(Math.random()) },
    now,
  )
  return sent
}
const receivers = async (now: number) => (await post(now)).map(({ to }) => to).toSorted()

// A Monday at eleven in Brussels; reading is due on Wednesday at eleven.
const ARRIVAL = utc('2026-11-23T10:00')

describe('a reminder', () => {
  it('comes four working hours ahead, once for a promise, to everybody while the case belongs to nobody', async () => {
    await askedAt(ARRIVAL)
    expect(await remind(staff, utc('2026-11-24T13:59'))).toBe(0)
    expect(await remind(staff, utc('2026-11-24T14:00'))).toBe(1)
    expect(await receivers(utc('2026-11-24T14:00'))).toEqual(['anna@stem.example', 'bert@stem.example'])
    for (let now = utc('2026-11-24T14:01'); now < utc('2026-12-10T00:00'); now += 37 * MINUTE) expect(await remind(staff, now)).toBe(0)
  })

  it('goes to whom the case belongs, and to everybody when that person left', async () => {
    const { id } = await askedAt(ARRIVAL)
    await workedAt(id, ARRIVAL, { act: 'assign', to: 'per_bert' })
    await remind(staff, utc('2026-12-07T09:00'))
    expect(await receivers(utc('2026-12-07T09:00'))).toEqual(['bert@stem.example'])
    const other = await askedAt(ARRIVAL)
    await workedAt(other.id, ARRIVAL, { act: 'assign', to: 'per_gone' })
    await remind(staff, utc('2026-12-07T09:01'))
    expect(await receivers(utc('2026-12-07T09:01'))).toEqual(['anna@stem.example', 'bert@stem.example'])
  })

  it.each(['2026-11-25T07:59', '2026-11-25T16:00', '2026-11-28T10:00', '2026-12-25T10:00', '2027-01-01T10:00'])('is not written at %s', async (now) => {
    await askedAt(ARRIVAL)
    expect([await remind(staff, utc(now)), await count('mails')]).toEqual([0, 0])
  })

  it('comes again for the next promise, and not while we wait, for spam or for what is over', async () => {
    const { id } = await askedAt(ARRIVAL)
    await remind(staff, utc('2026-11-26T10:00'))
    expect(await count('mails')).toBe(2)
    await workedAt(id, utc('2026-11-26T11:00'), { act: 'reply', body: 'Which age?', state: 'waiting' })
    expect(await remind(staff, utc('2027-02-01T10:00'))).toBe(0)
    await requesterSays(READING, await caseOf(id), { body: '12', side: 'requester', author: null }, utc('2027-02-01T10:00'))
    expect(await remind(staff, utc('2027-02-15T09:00'))).toBe(1)
    await askedAt(ARRIVAL, { spam: true })
    const closed = await askedAt(utc('2027-02-15T10:00'))
    await workedAt(closed.id, utc('2027-02-15T10:00'), { act: 'state', state: 'closed' })
    expect(await remind(staff, utc('2027-03-15T09:00'))).toBe(0)
  })

  it('holds reference, kind, due time and a link, in the language of its reader, and no word of the visitor', async () => {
    const { id, reference } = await askedAt(ARRIVAL, { kind: 'taskforce' })
    await remind(staff, utc('2026-11-26T10:00'))
    const mails = (await post(utc('2026-11-26T10:00'))).toSorted((one, other) => one.to.localeCompare(other.to))
    expect(mails.map(({ subject }) => subject)).toEqual([`To be read: request ${reference}`, `À lire : demande ${reference}`])
    expect(mails[0]?.text).toContain('Due: Overdue by 1 day (25 November 2026, 11:00)')
    expect(mails.map(({ text }) => /https:\S+/.exec(text)?.[0])).toEqual([
      `https://stem.example/console/requests/${id}`,
      `https://stem.example/fr/console/requests/${id}`,
    ])
    expect(JSON.stringify(mails)).not.toContain('CANARY')
  })

  it('is dropped when the promise was kept before the mail left', async () => {
    const { id } = await askedAt(ARRIVAL)
    await remind(staff, utc('2026-11-25T09:00'))
    await workedAt(id, utc('2026-11-25T09:00'), { act: 'state', state: 'triage' })
    expect(await post(utc('2026-11-25T09:01'))).toEqual([])
  })

  it('waits while nobody knows who the secretariat is, and is written once by two runs at once', async () => {
    await askedAt(ARRIVAL)
    await expect(remind(down, utc('2026-11-25T09:00'))).rejects.toThrow('down')
    expect(await count('mails')).toBe(0)
    await Promise.all([remind(staff, utc('2026-11-25T09:01')), remind(staff, utc('2026-11-25T09:01'))])
    expect(await count('mails')).toBe(2)
  })
})

describe('the digest of the week', () => {
  /** Runs every five minutes, as cron does every one; says when mails were written. */
  async function runs(from: string, until: string) {
    const written: string[] = []
    for (let now = utc(from); now < utc(until); now += 5 * MINUTE) {
      if ((await sendDigests(staff, now)) > 0) written.push(new Date(now).toISOString().slice(0, 16))
    }
    return written
  }

  it('leaves on Monday at nine in Brussels, in summer and in winter, or on the first day with work', async () => {
    await askedAt(utc('2026-10-12T10:00'))
    expect(await runs('2026-10-18T00:00', '2026-11-04T00:00')).toEqual(['2026-10-19T07:00', '2026-10-26T08:00', '2026-11-03T08:00'])
    expect(await count('mails')).toBe(6)
  })

  it('is skipped when nothing waits, and does not come later in the week', async () => {
    const { id } = await askedAt(utc('2026-11-20T10:00'))
    await workedAt(id, utc('2026-11-20T11:00'), { act: 'assign', to: 'per_anna' })
    expect(await runs('2026-11-23T00:00', '2026-11-23T17:00')).toEqual([])
    await askedAt(utc('2026-11-23T10:00'))
    expect(await runs('2026-11-23T10:00', '2026-11-28T17:00')).toEqual([])
  })

  it('is tried again while nobody knows who the secretariat is, and written once by two runs at once', async () => {
    await askedAt(utc('2026-11-20T10:00'))
    await expect(sendDigests(down, utc('2026-11-23T08:00'))).rejects.toThrow('down')
    await Promise.all([sendDigests(staff, utc('2026-11-23T08:01')), sendDigests(staff, utc('2026-11-23T08:01'))])
    expect([await count('mails'), await sendDigests(staff, utc('2026-11-23T08:02'))]).toEqual([2, 0])
  })

  it('lists what is overdue and what belongs to nobody, with a link to each, and no word of a visitor', async () => {
    const late = await askedAt(utc('2026-11-02T10:00'), { kind: 'roundtable', country: 'EE' })
    await workedAt(late.id, utc('2026-11-03T10:00'), { act: 'assign', to: 'per_anna' })
    const free = await askedAt(utc('2026-11-20T15:00'), { country: 'DK' })
    await askedAt(utc('2026-11-23T08:30'))
    await sendDigests(staff, utc('2026-11-23T08:00'))
    const mails = await post(utc('2026-11-23T08:00'))
    const { subject, text } = mails.find(({ to }) => to === ANNA.address) ?? { subject: '', text: '' }
    expect(subject).toBe('Requests this week: 1 overdue and 1 without owner')
    expect(text).toContain(`${late.reference}: Roundtable, Estonia, overdue by 7 days\nhttps://stem.example/console/requests/${late.id}`)
    expect(text).toContain(`${free.reference}: A question, Denmark, received 20 Nov 2026\nhttps://stem.example/console/requests/${free.id}`)
    expect(mails.map(({ to }) => to).toSorted()).toEqual([ANNA.address, BERT.address])
    expect(JSON.stringify(mails)).not.toContain('CANARY')
  })

  it('names twenty of each and counts the rest', async () => {
    for (let index = 0; index < 23; index++) await askedAt(utc('2026-11-20T10:00') + index)
    await sendDigests(staff, utc('2026-11-23T08:00'))
    const mail = (await post(utc('2026-11-23T08:00'))).find(({ to }) => to === ANNA.address)
    expect([mail?.subject, mail?.text.includes('And 3 more.'), mail?.text.match(/received 20 Nov/g)?.length]).toEqual([
      'Requests this week: 23 without owner',
      true,
      20,
    ])
  })
})

describe('due times', () => {
  it('end when somebody is forgotten', async () => {
    const { id } = await askedAt(ARRIVAL)
    await DB.prepare("UPDATE cases SET person_id = 'per_asker'").run()
    await DB.batch(forgetPerson(DB, 'per_asker'))
    expect(await caseOf(id)).toMatchObject({ state: 'withdrawn', promise: null, dueAt: null })
  })

  it('are computed anew in the night, when the calendar was corrected', async () => {
    const { id } = await askedAt(ARRIVAL)
    const { dueAt } = await caseOf(id)
    await DB.prepare('UPDATE cases SET due_at = due_at + 1').run()
    expect(await renewDue({ db: DB }, utc('2026-11-24T02:00'))).toBe(0)
    expect(await renewDue({ db: DB }, utc('2026-11-24T03:00'))).toBe(1)
    expect([(await caseOf(id)).dueAt, await renewDue({ db: DB }, utc('2026-11-25T03:00'))]).toEqual([dueAt, 0])
  })
})
