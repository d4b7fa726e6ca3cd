// Hands the same mail over again and again, with nothing behind it: no database, no consent, no proof. Told how for how long, it says how many a second.
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'

/** What it is told: where to, with what, and for how many milliseconds. */
export type BareOrder = { way: 'smtp' | 'batches'; port: number; sample: string; connections: number; time: number }

type Pace = { mails: number; rate: number }

/** Does `one` over and over, `sideBySide` at once, for a while; how often, and how often a second. */
async function repeat(one: () => Promise<unknown>, sideBySide: number, time: number): Promise<Pace> {
  const began = performance.now()
  let done = 0
  const hand = async () => {
    while (performance.now() - began < time) {
      await one()
      done++
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, hand))
  return { mails: done, rate: (done * 1000) / (performance.now() - began) }
}

/** Nodemailer as its pages recommend it for many mails: a pool, its connections kept, more asked for than there are of them. */
async function overSmtp({ port, sample, connections, time }: BareOrder): Promise<Pace> {
  const mail = await simpleParser(sample)
  const pool = createTransport({ pool: true, host: '127.0.0.1', port, ignoreTLS: true, maxConnections: connections, maxMessages: Infinity })
  const unsubscribe = /^List-Unsubscribe: (.+(?:\r\n .+)*)/m.exec(sample)?.[1]?.replaceAll('\r\n', '') ?? ''
  let n = 0
  const pace = await repeat(
    () =>
      pool.sendMail({
        from: mail.from?.text ?? '',
        to: `reader${++n}@d1.example`,
        subject: mail.subject ?? '',
        html: mail.html || '',
        text: mail.text ?? '',
        messageId: `<mail${n}@stem.example>`,
        headers: { 'List-Unsubscribe': unsubscribe, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'List-Id': 'x <newsletter.stem.example>' },
      }),
    connections * 4,
    time,
  )
  pool.close()
  return pace
}

const overHttp = async ({ port, sample, connections, time }: BareOrder): Promise<Pace> => {
  const batch = JSON.parse(sample) as object[]
  const calls = await repeat(
    async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/emails/batch`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(batch),
      })
      await answer.json()
    },
    connections,
    time,
  )
  return { mails: calls.mails * batch.length, rate: calls.rate * batch.length }
}

process.on('message', (order: BareOrder) => {
  void (order.way === 'smtp' ? overSmtp(order) : overHttp(order)).then((pace) => process.send?.(pace))
})
process.on('disconnect', () => process.exit())
