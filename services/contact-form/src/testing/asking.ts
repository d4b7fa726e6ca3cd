import { env } from 'cloudflare:workers'
import type { Principal, RequestContext } from '@stem/contracts/context'
import { visitor } from '@stem/test-kit/visitor'
import { newFormKey } from '@stem/web/form'
import { app } from '../app.ts'
import { caseById, readingOf } from '../cases/read-case.ts'
import type { Env } from '../env.ts'
import { signTime } from '../spam/form-time.ts'

/** The Worker's own bindings, with what an installation is told. */
export const testEnv: Env = {
  ...(env as unknown as Env),
  TOKEN_KEY: 'a-key-for-tests-alone',
  ADDRESS_KEY: 'a-key-for-addresses-in-tests',
  REPLY_DOMAIN: 'stem.example',
  PUBLIC_ORIGIN: 'https://stem.example',
  MAIL_FROM: 'x <x@stem.example>',
  MAIL_TRANSPORT: 'smtp+plain://127.0.0.1:1',
}
/** The database of the tests. */
export const { DB } = testEnv
/** The time at which tests happen. */
export const NOW = Date.UTC(2026, 10, 24, 12)
/** What reading a case needs. */
export const READING = readingOf(testEnv)

const TABLES = [
  'cases',
  'messages',
  'notes',
  'events',
  'participants',
  'receipts',
  'files',
  'drafts',
  'case_terms',
  'case_links',
  'leases',
  'reply_texts',
  'webhooks',
  'webhook_deliveries',
  'audit',
  'mails',
  'turns',
  'outbox',
  'erased',
]

/** Empties every table. */
export const emptyAll = () => DB.batch(TABLES.map((table) => DB.prepare(`DELETE FROM ${table}`)))

/** Somebody with a role, for the whole coalition unless said otherwise. */
export const somebody = (role: string, over: Partial<Principal> = {}): Principal => ({
  personId: `per_${role.replaceAll('-', '').padEnd(26, '0').slice(0, 26)}`,
  name: role,
  sessionId: 'ses_1',
  roles: [{ role, scope: 'coalition' }],
  asleep: [],
  provedAt: NOW,
  assertedAt: NOW,
  passkeys: 1,
  ...over,
})

type Asked = {
  who?: Principal | null
  form?: Record<string, string> | [string, string][]
  /** Chosen in the field `files`; none of them: the field as a browser sends it empty. */ files?: File[]
  json?: unknown
  key?: string
  now?: number
  network?: string
  locale?: RequestContext['locale']
  /** What this installation is told beside the bindings of all tests. */ told?: Partial<Env>
}

const MINUTE = 60_000
const DRAWN: readonly string[] = ['/support/request', '/contact']

/** A form of a visitor with the time it was drawn, a minute ago, unless it says another one. */
async function withTime(path: string, form: Asked['form'], now: number): Promise<Asked['form']> {
  if (form === undefined || Array.isArray(form) || form['key'] === undefined || !DRAWN.includes(path)) return form
  return { drawn: await signTime(READING.keys, form['key'], now - MINUTE), ...form }
}

/** Asks the service for a page as the door would. */
export async function ask(
  path: string,
  { who = null, form: given, files, json, key, now = NOW, network = '192.0.2.1', locale, told = {} }: Asked = {},
): Promise<Response> {
  const form = await withTime(path, given, now)
  const context: RequestContext = { ...visitor(path.split('?')[0] ?? path, { locale }), who, client: { network, agent: 'test', lapsed: false }, now }
  const body = form && files ? new FormData() : form ? new URLSearchParams(form).toString() : json === undefined ? null : JSON.stringify(json)
  if (body instanceof FormData) {
    for (const [name, value] of new URLSearchParams(form)) body.append(name, value)
    for (const file of files ?? []) body.append('files', file, file.name)
    if (files?.length === 0) body.append('files', new File([], ''), '')
  }
  const request = new Request(`https://stem.example${path}`, {
    method: form || json !== undefined ? 'POST' : 'GET',
    redirect: 'manual',
    headers: {
      ...(typeof body === 'string' && form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body,
  })
  return app.fetch(request, { ...testEnv, ...told, context } as never)
}

/** A finished request as its last step sends it. */
export const finished = (over: Record<string, string> = {}): Record<string, string> => ({
  key: newFormKey(),
  kind: 'taskforce',
  name: 'Anna Kask',
  address: 'anna@min.example',
  organisation: 'Ministry',
  job: '',
  country: 'EE',
  challenge: 'How do we get more girls into physics?',
  tried: 'Camps',
  table: '',
  more: '',
  step: 'check',
  go: 'send',
  ...over,
})

/** How many rows a table has. */
export const count = async (table: string) => (await DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n

/** The only case there is. */
export async function only() {
  const row = await DB.prepare('SELECT id FROM cases').first<{ id: string }>()
  const found = row && (await caseById(READING, row.id))
  if (!found) throw new Error('no case')
  return found
}
