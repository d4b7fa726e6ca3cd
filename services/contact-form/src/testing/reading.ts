import { deliverMails } from '@stem/mail/deliver'
import type { Message as Mail } from '@stem/mail/message'
import { fingerprint } from '@stem/jobs/ids'
import { writeLetter } from '../mails/write-letter.ts'
import { DB, NOW, READING, testEnv } from './asking.ts'

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const decoded = (text: string): string => text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decoded(found)
}

/** What a browser would send of the form that goes to `action`, without a button. */
export function formIn(html: string, action: string): Record<string, string> {
  const [, form = ''] = new RegExp(`<form[^>]* action="[^"]*${action}(?:#es)?"[^>]*>([^]*?)</form>`).exec(html) ?? []
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    if (!isChoice || / checked/.test(tag)) fields[attribute(tag, 'name') ?? ''] = attribute(tag, 'value') ?? ''
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea([^>]*)>([^]*?)<\/textarea>/g)) fields[attribute(tag, 'name') ?? ''] = decoded(text)
  for (const [, tag = '', options = ''] of form.matchAll(/<select([^>]*)>([^]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option)
    fields[attribute(tag, 'name') ?? ''] = attribute(all.find((option) => / selected/.test(option)) ?? all[0] ?? '', 'value') ?? ''
  }
  return fields
}

/** The mails that leave now. */
export async function post(now = NOW): Promise<Mail[]> {
  const sent: Mail[] = []
  const transport = { keyed: false, send: async (message: Mail) => (sent.push(message), { outcome: 'sent' as const, reference: '' }), close: () => undefined }
  const desk = { ...READING, origin: testEnv.PUBLIC_ORIGIN, replyDomain: testEnv.REPLY_DOMAIN }
  const from = { name: 'x', address: 'x@stem.example' }
  await deliverMails({ db: DB, transport, from, write: (mail) => writeLetter(desk, mail), lease: String(Math.random()) }, now)
  return sent
}

/** Path and query of the first link of a mail. */
export const linkIn = (mail: Mail | undefined): string => /https:\/\/stem\.example(\/\S+)/.exec(mail?.text ?? '')?.[1] ?? ''

/** Everything that stands in the database, as one hash: equal before and after what changes nothing. */
export async function digest(): Promise<string> {
  const { results } = await DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
  ).all<{
    name: string
  }>()
  const rows = await Promise.all(results.map(async ({ name }) => [name, (await DB.prepare(`SELECT * FROM ${name} ORDER BY rowid`).all()).results]))
  return fingerprint(JSON.stringify(rows))
}
