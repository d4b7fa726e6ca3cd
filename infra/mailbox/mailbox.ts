import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { answer, type HandIn } from './answer.ts'
import { Messages, type Arrived } from './messages.ts'

/** A mail server for this machine alone: takes every mail, delivers none, shows them all. */
export type Mailbox = {
  /** Address of the page without trailing slash. */
  origin: string
  /** Address of the mail server, as `MAIL_TRANSPORT` names it. */
  smtp: string
  /** Mails that arrived, oldest first; those to one address when it is given. */
  messages(to?: string): Arrived[]
  /** Stops taking mails, as a dead mail server does, until `revive`. */
  kill(): Promise<void>
  revive(): Promise<void>
  stop(): Promise<void>
}

const MOST_BYTES = 5 * 1024 * 1024
const TOO_LARGE = 552

const listening = (server: Server | ReturnType<SMTPServer['listen']>): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => resolve((server.address() as AddressInfo).port))
  })

type Incoming = Parameters<NonNullable<SMTPServerOptions['onData']>>

/** Keeps a mail and answers the sender: it has it, or it does not. */
async function receive(messages: Messages, [stream, session, done]: Incoming): Promise<void> {
  try {
    const raw = await buffer(stream)
    const { mailFrom, rcptTo } = session.envelope
    if (stream.sizeExceeded) throw Object.assign(new Error('too large'), { responseCode: TOO_LARGE })
    await messages.take(raw, { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) })
    done()
  } catch (thrown) {
    done(thrown instanceof Error ? thrown : new Error('not taken'))
  }
}

function smtpServer(messages: Messages): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MOST_BYTES,
    disableReverseLookup: true,
    logger: false,
    onData: (...incoming) => void receive(messages, incoming),
  })
}

/** How to start. `site`: address to go back to. `handIn`: hands a mail to the site, as if it came from outside. */
export type MailboxOptions = { port: number; dataDir: string; site: () => string; handIn: HandIn }

/** Starts the mail server on a free port of loopback, and its page on `port`. */
export async function startMailbox({ port, dataDir, site, handIn }: MailboxOptions): Promise<Mailbox> {
  const messages = new Messages(join(dataDir, 'mailbox.jsonl'))
  const page = createServer((request, response) => void answer({ messages, site, handIn }, request, response))
  page.listen(port, '127.0.0.1')
  const pagePort = await listening(page)
  let smtp = smtpServer(messages)
  const smtpPort = await listening(smtp.listen(0, '127.0.0.1'))
  const kill = () => new Promise<void>((resolve) => smtp.close(() => resolve()))
  return {
    origin: `http://localhost:${pagePort}`,
    smtp: `smtp+plain://127.0.0.1:${smtpPort}`,
    messages: messages.all,
    kill,
    async revive() {
      smtp = smtpServer(messages)
      await listening(smtp.listen(smtpPort, '127.0.0.1'))
    },
    async stop() {
      page.closeAllConnections()
      await Promise.all([kill(), new Promise((resolve) => page.close(resolve))])
    },
  }
}
