import { deliverMails } from '@stem/mail/deliver'
import type { Message } from '@stem/mail/message'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeLetter } from '../mails/write-letter.ts'
import { ask, count, DB, emptyAll, finished, NOW, only, READING, somebody, testEnv } from '../testing/asking.ts'
import { messagesOf } from '../cases/read-case.ts'
import { staffWorks } from '../cases/say.ts'
import { ANNA, written } from './corpus/specimen.ts'
import { readBounceAddress, readMessageId, readReplyAddress } from './signed-address.ts'
import { bring, MINUTE } from './testing-mail.ts'

beforeEach(emptyAll)
const DESK = { ...READING, origin: testEnv.PUBLIC_ORIGIN, replyDomain: testEnv.REPLY_DOMAIN }
const SENDER = { name: 'EU STEM Coalition', address: 'x@stem.example' }

/** The mails that leave now. */
async function post(now: number): Promise<Message[]> {
  const sent: Message[] = []
  const transport = {
    keyed: false,
    send: async (message: Message) => (sent.push(message), { outcome: 'sent' as const, reference: '' }),
    close: () => undefined,
  }
  await deliverMails({ db: DB, transport, from: SENDER, write: (mail) => writeLetter(DESK, mail), lease: String(Math.random()) }, now)
  return sent
}

type Responder = { from?: string; headers?: Record<string, string>; subject?: (subject: string) => string; envelope?: string; at?: (mail: Message) => string }
let answers = 0

/** An answering machine that answers everything, headers or not. */
const machine =
  ({ from = ANNA, headers = {}, subject = (was) => `Re: ${was}`, at = (mail) => mail.replyTo ?? mail.from.address, envelope = from }: Responder) =>
  (mail: Message) => ({
    raw: written(
      {
        From: `Machine <${from}>`,
        To: at(mail),
        Subject: subject(mail.subject),
        'Message-ID': `<auto-${++answers}@min.example>`,
        Date: new Date(NOW).toUTCString(),
        ...headers,
      },
      'I am away.',
    ),
    from: envelope,
    to: at(mail),
  })

/** Lets both answer each other until nobody has anything to say; how many mails went in either direction. */
async function wire(respond: ReturnType<typeof machine>): Promise<number> {
  let exchanged = 0
  for (let round = 1; round <= 30; round++) {
    const sent = await post(NOW + round * MINUTE)
    exchanged += sent.length
    if (sent.length === 0) break
    for (const mail of sent) {
      const answer = respond(mail)
      exchanged++
      await bring(answer.raw, answer, NOW + round * MINUTE)
    }
  }
  return exchanged
}

describe('two systems with automatic answers, wired to each other, exchange at most two mails', () => {
  it.each<[string, Responder]>([
    ['by RFC 3834', { headers: { 'Auto-Submitted': 'auto-replied' }, envelope: '' }],
    ['by RFC 3834, to the return address', { headers: { 'Auto-Submitted': 'auto-replied' }, envelope: '', at: (mail) => mail.envelopeFrom ?? '' }],
    ['with Precedence: bulk', { headers: { Precedence: 'bulk' } }],
    ['with nothing that says so', {}],
    ['with nothing that says so, to the return address', { at: (mail) => mail.envelopeFrom ?? '' }],
    ['with nothing that says so, to the sender', { at: (mail) => mail.from.address }],
    ['with another sender, as a ticket system does', { from: 'tickets@min.example' }],
    ['with another sender and a new subject', { from: 'tickets@min.example', subject: () => 'Ticket 4711 was opened' }],
    ['with the subject of Exchange', { subject: (was) => `Automatic reply: ${was}` }],
  ])('%s', async (_, responder) => {
    await ask('/support/request', { form: finished() })
    expect(await wire(machine(responder))).toBeLessThanOrEqual(2)
  })

  it('also when the machine writes first, or the secretariat answers', async () => {
    const first = machine({})({ ...(await fakeReceipt()), replyTo: `support@${testEnv.REPLY_DOMAIN}` })
    await bring(first.raw, first, NOW)
    expect(await wire(machine({}))).toBe(2)
    const found = await only()
    await staffWorks(READING, somebody('secretariat-officer').personId, found, { act: 'reply', body: 'Hello', state: 'closed', version: found.version }, NOW)
    expect(await wire(machine({}))).toBe(2)
  })

  it('also when the other one is a second installation of ours', async () => {
    await ask('/support/request', { form: finished() })
    const [mail] = await post(NOW)
    if (!mail) throw new Error('no receipt')
    const raw = written({ From: SENDER.address, To: mail.to, Subject: mail.subject, 'Message-ID': mail.messageId, ...mail.headers }, mail.text)
    const other = { reading: { ...READING, keys: { ...READING.keys, token: 'another' } }, own: { domain: 'other.example', sender: 'y@other.example' } }
    expect(await bring(raw, { from: mail.envelopeFrom ?? '', to: 'support@other.example' }, NOW, other)).toMatchObject({ outcome: 'loop' })
    expect(await count('mails')).toBe(1)
  })
})

const fakeReceipt = async (): Promise<Message> => ({
  id: 'x',
  to: ANNA,
  from: SENDER,
  subject: 'Hello',
  html: '',
  text: '',
  locale: 'en',
  messageId: '<x@x.example>',
  headers: {},
})

it('a mail that quotes ours whole shows nobody the link in it', async () => {
  await ask('/support/request', { form: finished() })
  const [mail] = await post(NOW)
  const link = /token=([0-9a-f]{64})/.exec(mail?.text ?? '')?.[1] ?? ''
  expect(link).toHaveLength(64)
  const quoted = `Yes.\n\n${(mail?.text ?? '').replaceAll(/^/gm, '> ')}`
  const taken = await bring(
    written({ From: ANNA, To: mail?.replyTo ?? '', 'Message-ID': '<q@min.example>' }, quoted),
    { from: ANNA, to: mail?.replyTo ?? '' },
    NOW,
  )
  expect(taken.outcome).toBe('joined')
  const said = await messagesOf(READING, taken.caseId ?? '')
  expect([said[1]?.body.includes('token=…'), JSON.stringify(said).includes(link.slice(0, 32))]).toEqual([true, false])
})

describe('a mail that leaves', () => {
  it('says where it is answered, proves which it is, asks for silence, and holds nobody’s words', async () => {
    await ask('/support/request', { form: finished({ challenge: 'CANARY' }) })
    const [mail] = await post(NOW)
    const found = await only()
    expect(mail?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'X-Loop': `reply@${testEnv.REPLY_DOMAIN}` })
    expect(readReplyAddress(mail?.replyTo ?? '', testEnv.REPLY_DOMAIN)?.caseId).toBe(found.id)
    expect(readBounceAddress(mail?.envelopeFrom ?? '', testEnv.REPLY_DOMAIN)?.owner).toBe(found.id)
    expect(await readMessageId(READING.keys, testEnv.REPLY_DOMAIN, mail?.messageId ?? '')).toEqual({
      mailId: `${found.id}.receipt`,
      caseId: found.id,
      taker: 'requester',
    })
    for (const address of [mail?.replyTo, mail?.envelopeFrom]) expect(address?.indexOf('@')).toBeLessThanOrEqual(64)
    expect(JSON.stringify(mail)).not.toContain('CANARY')
  })

  it('follows the mails before it in the same conversation', async () => {
    await ask('/support/request', { form: finished() })
    const [receipt] = await post(NOW)
    const answered: Message[] = []
    for (const at of [MINUTE, 2 * MINUTE]) {
      const found = await only()
      await staffWorks(READING, 'per_x', found, { act: 'reply', body: 'Hello', state: 'waiting', version: found.version }, NOW + at)
      answered.push(...(await post(NOW + at)))
    }
    const [first, second] = answered
    expect(first?.headers['In-Reply-To']).toBe(receipt?.messageId)
    expect([second?.headers['In-Reply-To'], second?.headers['References']]).toEqual([first?.messageId, `${receipt?.messageId} ${first?.messageId}`])
  })

  it('answers the mail it acknowledges, as an automatic answer', async () => {
    const to = `support@${testEnv.REPLY_DOMAIN}`
    await bring(
      written({ From: ANNA, To: to, Subject: 'Hi', 'Message-ID': '<q@min.example>', 'Content-Language': 'fr-BE' }, 'Bonjour'),
      { from: ANNA, to },
      NOW,
    )
    const [mail] = await post(NOW)
    expect(mail?.headers).toMatchObject({ 'Auto-Submitted': 'auto-replied', 'In-Reply-To': '<q@min.example>', References: '<q@min.example>' })
    expect([mail?.locale, mail?.to]).toEqual(['fr', ANNA])
  })
})
