import type { IncomingMessage, ServerResponse } from 'node:http'
import { incomingPage, listPage, messagePage, type Told } from './mailbox-page.ts'
import type { Messages } from './messages.ts'
import { writeReply, type Incoming } from './write-mail.ts'

/** Hands a mail to the site, as if it came from outside; why it was refused, or null. */
export type HandIn = (mail: Incoming) => Promise<string | null>

type Desk = { messages: Messages; site: () => string; handIn: HandIn }

const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'
const MOST_BYTES = 25 * 1024 * 1024
const FORBIDDEN = 403
const TOO_LARGE = 413
const UNPROCESSABLE = 422

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // Not `no-referrer`: with it browsers send `Origin: null`, and a form could not show where it comes from.
      'referrer-policy': 'same-origin',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    })
    .end(body)
}

const leadOn = (response: ServerResponse, path: string, refusal: string | null): void =>
  void response.writeHead(303, { location: `${path}?${new URLSearchParams({ told: refusal ?? '' }).toString()}`, 'cache-control': 'no-store' }).end()

/** Whether a request that does something comes from this page or from a program, never from another site or by another name of this machine. */
function isOwn({ headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers
  const site = headers['sec-fetch-site']
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host)) return false
  return (origin === undefined || origin === `http://${host}`) && (site === undefined || site === 'same-origin' || site === 'none')
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > MOST_BYTES) return null
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

async function take({ messages, handIn }: Desk, url: URL, body: Buffer, response: ServerResponse): Promise<void> {
  if (url.pathname === '/api/incoming') {
    const { searchParams } = url
    const refusal = await handIn({ raw: body, from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' })
    return send(response, refusal === null ? 202 : UNPROCESSABLE, JSON_TYPE, JSON.stringify({ refusal }))
  }
  const form = new URLSearchParams(body.toString('utf8'))
  if (url.pathname === '/incoming') {
    const raw = Buffer.from(form.get('raw') ?? '', 'utf8')
    return leadOn(response, '/incoming', await handIn({ raw, from: form.get('from') ?? '', to: form.get('to') ?? '' }))
  }
  const mail = messages.one(Number(/^\/messages\/(\d+)\/reply$/.exec(url.pathname)?.[1] ?? 0))
  if (!mail) return send(response, 404, HTML, listPage([], ''))
  return leadOn(response, `/messages/${mail.id}`, await handIn(writeReply(mail, form.get('text') ?? '', new Date())))
}

function show({ messages, site }: Desk, url: URL, host: string, response: ServerResponse): void {
  const told: Told = url.searchParams.get('told')
  if (url.pathname === '/') return send(response, 200, HTML, listPage(messages.all(), site()))
  if (url.pathname === '/incoming') return send(response, 200, HTML, incomingPage(`http://${host}`, told))
  if (url.pathname === '/api/messages') return send(response, 200, JSON_TYPE, JSON.stringify({ data: messages.all(url.searchParams.get('to') ?? '') }))
  const mail = messages.one(Number(/^\/messages\/(\d+)$/.exec(url.pathname)?.[1] ?? 0))
  return mail ? send(response, 200, HTML, messagePage(mail, told)) : send(response, 404, HTML, listPage([], site()))
}

/**
 * Answers the page of the mailbox. `POST /messages/<id>/reply` answers a mail as its receiver, `POST /incoming` and `POST
 * /api/incoming?from=&to=` (a raw mail) bring the site any mail: 202 when it was taken, 422 with the reason when it was refused.
 */
export async function answer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mailbox')
  try {
    if (request.method !== 'POST') return show(desk, url, request.headers.host ?? 'localhost', response)
    if (!isOwn(request)) return send(response, FORBIDDEN, HTML, 'Only this page and programs on this machine may send mails.')
    const body = await bodyOf(request)
    if (body === null) return send(response, TOO_LARGE, HTML, 'Too large.')
    return await take(desk, url, body, response)
  } catch (thrown) {
    return send(response, 500, JSON_TYPE, JSON.stringify({ failed: thrown instanceof Error ? thrown.message : 'not taken' }))
  }
}
