import { env } from 'cloudflare:workers'
import type { Principal, RequestContext } from '@stem/contracts/context'
import type { Message } from '@stem/mail/message'
import { deliverMails } from '@stem/mail/deliver'
import { visitor } from '@stem/test-kit/visitor'
import { newFormKey } from '@stem/web/form'
import { app } from '../app.ts'
import type { Env } from '../env.ts'
import { writeLetter } from '../mails/write-letter.ts'
import { deskOf, readerByKey, readerKeyOf } from '../readers/reader.ts'

/** The Worker's own bindings, with what an installation is told. */
export const testEnv: Env = {
  ...(env as unknown as Env),
  TOKEN_KEY: 'a-key-for-tests-alone',
  ADDRESS_KEY: 'a-key-for-addresses-in-tests',
  REPLY_DOMAIN: 'reply.stem.example',
  PUBLIC_ORIGIN: 'https://stem.example',
  MAIL_FROM: 'x <x@stem.example>',
  MAIL_TRANSPORT: 'smtp+plain://127.0.0.1:1',
  CAMPAIGN_PACE: '1000/1000',
  MEMBERS: { mailAddressOf: async (personId: string) => `${personId}@people.example` } as never,
  // No consumer: tests run what they want to see run.
  MAILS: { send: async () => undefined } as never,
}
/** The database of the tests. */
export const { DB } = testEnv
/** The desk of the tests. */
export const DESK = deskOf(testEnv)
/** The time at which tests happen. */
export const NOW = Date.UTC(2026, 10, 24, 12)
/** Milliseconds of an hour and a day. */
export const HOUR = 60 * 60_000
export const DAY = 24 * HOUR

const TABLES = [
  'subscribers',
  'opt_ins',
  'address_changes',
  'member_runs',
  'consents',
  'consent_texts',
  'suppressions',
  'campaigns',
  'campaign_versions',
  'deliveries',
  'rates',
  'instance',
  'digest_runs',
  'left_log',
  'feedback',
  'link_counts',
  'imports',
  'import_pieces',
  'import_rows',
  'audit',
  'mails',
  'turns',
  'outbox',
  'erased',
]

/** Does what the database refuses as long as its triggers stand: for emptying it, and for showing that tampering is found. */
export async function againstTriggers(...statements: D1PreparedStatement[]): Promise<void> {
  const { results } = await DB.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all<{ name: string; sql: string }>()
  await DB.batch([...results.map(({ name }) => DB.prepare(`DROP TRIGGER ${name}`)), ...statements, ...results.map(({ sql }) => DB.prepare(sql))])
}

/** Empties every table. */
export const emptyAll = () => againstTriggers(...TABLES.map((table) => DB.prepare(`DELETE FROM ${table}`)))

type Asked = {
  who?: Principal | null
  form?: Record<string, string>
  body?: string
  type?: string
  method?: string
  headers?: Record<string, string>
  now?: number
  network?: string
  locale?: 'en' | 'fr' | 'el'
}

/** Asks the service for a page as the door would. */
export async function ask(path: string, asked: Asked = {}): Promise<Response> {
  const { who = null, form, body, type = 'application/x-www-form-urlencoded', headers = {}, now = NOW, network = '192.0.2.1', locale = 'en' } = asked
  const context: RequestContext = { ...visitor(path.split('?')[0] ?? path, { locale }), who, client: { network, agent: 'test', lapsed: false }, now }
  const sent = form === undefined ? body : new URLSearchParams(form).toString()
  const request = new Request(`https://stem.example${path}`, {
    method: asked.method ?? (sent === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: sent === undefined || sent === '' ? headers : { 'content-type': type, ...headers },
    ...(sent === undefined || sent === '' ? {} : { body: sent }),
  })
  return app.fetch(request, { ...testEnv, context } as never)
}

/** The form to subscribe, filled in. */
export const wishForm = (over: Record<string, string> = {}): Record<string, string> => ({
  key: newFormKey(),
  address: 'anna@min.example',
  'topic-policy': 'yes',
  'topic-events': 'yes',
  'country-EE': 'yes',
  frequency: 'each',
  consent: 'yes',
  more: '',
  ...over,
})

/** Lets the waiting single mails leave; what arrived. */
export async function post(now = NOW): Promise<Message[]> {
  const arrived: Message[] = []
  const transport = {
    keyed: false,
    send: async (message: Message) => (arrived.push(message), { outcome: 'sent', reference: 'r' } as const),
    close: () => undefined,
  }
  const from = { name: 'x', address: 'x@stem.example' }
  const desk = { ...DESK, origin: testEnv.PUBLIC_ORIGIN }
  await deliverMails({ db: DB, transport, from, lease: crypto.randomUUID(), write: (mail) => writeLetter(desk, mail, now) }, now)
  return arrived
}

/** Path with query of the first link of a mail. */
export const linkIn = (mail: Message | undefined): string => (/https:\/\/stem\.example(\S+)/.exec(mail?.text ?? '')?.[1] ?? '').replaceAll('&amp;', '&')

/** Parameters of a path with query, as a form sends them. */
export const paramsIn = (path: string): Record<string, string> => Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''))

/** A reader who confirmed. */
export async function subscribed(address = 'anna@min.example', over: Record<string, string> = {}, now = NOW) {
  await ask('/newsletter', { form: wishForm({ address, ...over }), now })
  const mail = (await post(now)).find(({ to }) => to === address)
  await ask('/newsletter/confirm', { form: paramsIn(linkIn(mail)), now })
  const reader = await readerByKey(DB, await readerKeyOf(DESK, address))
  if (!reader) throw new Error('no reader')
  return reader
}

/** How many rows a table has. */
export const count = async (table: string, where = 'true') => (await DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).first<{ n: number }>())?.n
