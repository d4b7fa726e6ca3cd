// What mails arrive at, in a process of its own so that it shares its time with nobody: a mail server, and a provider that takes batches.
// Says where it listens; asked for its count, it tells how many mails arrived, and the first of them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** Mails of a whole batch. */
const MOST = 100
let mails = 0
let firstMail = ''
let firstBatch = ''

async function keep(stream: SMTPServerDataStream): Promise<void> {
  const raw = await buffer(stream)
  mails++
  firstMail ||= raw.toString()
}
async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request)
  const batch = JSON.parse(body) as unknown[]
  mails += batch.length
  if (batch.length === MOST) firstBatch ||= body
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: batch.map((_, index) => ({ id: `${mails}-${index}` })) }))
}

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _session, answer) => void keep(stream).then(() => answer(), answer),
})
smtp.on('error', () => undefined)
const provider = createServer((request, response) => void take(request, response).catch(() => response.destroy()))

const smtpServer = smtp.listen(0, '127.0.0.1', () =>
  provider.listen(0, '127.0.0.1', () => process.send?.({ smtp: (smtpServer.address() as AddressInfo).port, http: (provider.address() as AddressInfo).port })),
)
process.on('message', () => process.send?.({ mails, firstMail, firstBatch }))
process.on('disconnect', () => process.exit())
