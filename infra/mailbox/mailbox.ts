import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { listPage, messagePage } from './mailbox-page.ts'
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

function answer(messages: Messages, site: () => string, path: string, response: ServerResponse): void {
  const url = new URL(path, 'http://mailbox')
  const send = (status: number, type: string, body: string) =>
    response
      .writeHead(status, {
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'",
      })
      .end(body)
  const HTML = 'text/html; charset=utf-8'
  if (url.pathname === '/') return void send(200, HTML, listPage(messages.all(), site()))
  if (url.pathname === '/api/messages')
    return void send(200, 'application/json; charset=utf-8', JSON.stringify({ data: messages.all(url.searchParams.get('to') ?? '') }))
  const mail = messages.one(Number(/^\/messages\/(\d+)$/.exec(url.pathname)?.[1] ?? 0))
  return void (mail ? send(200, HTML, messagePage(mail)) : send(404, HTML, listPage([], site())))
}

/** Starts the mail server on a free port of loopback, and its page on `port`. `site`: address to go back to. */
export async function startMailbox({ port, dataDir, site }: { port: number; dataDir: string; site: () => string }): Promise<Mailbox> {
  const messages = new Messages(join(dataDir, 'mailbox.jsonl'))
  const page = createServer((request, response) => answer(messages, site, request.url ?? '/', response))
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
