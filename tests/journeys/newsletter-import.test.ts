import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asBrowser, cookieOf, putPeople, sendForm } from './people.ts'
import { start, until, type Started } from './started.ts'

const ROWS = 3000
let system: Started
beforeAll(async () => {
  system = await start({ seed: false })
  await putPeople(system, 1, 2, { role: 'secretariat-admin', scope: 'coalition' })
})
afterAll(() => system.stop())

const look = async (path: string, person: number) => (await fetch(system.origin + path, { headers: { cookie: cookieOf(person) } })).text()
const press = (path: string, person: number, form: Record<string, string> = {}) => sendForm(system.origin, path, form, { cookie: cookieOf(person) })

/** Sends the form of an upload as a browser does. */
async function upload(file: Blob): Promise<Response> {
  const body = new FormData()
  const typed = {
    key: randomBytes(16).toString('hex'),
    source: 'Sign-up sheet',
    basis: 'I want the newsletter',
    consentedOn: '2026-01-31',
    language: 'en',
    'topic-policy': 'yes',
    frequency: 'each',
  }
  for (const [name, value] of Object.entries(typed)) body.append(name, value)
  body.append('file', file, 'readers.csv')
  const { 'content-type': _type, ...headers } = asBrowser(system.origin)
  return fetch(`${system.origin}/console/newsletter/imports/new`, { method: 'POST', redirect: 'manual', headers: { ...headers, cookie: cookieOf(1) }, body })
}

it('a file goes through the door, is read by itself, let in by a second person, and comes out again', async () => {
  const rows = Array.from({ length: ROWS }, (_, index) => `r${index}@d${index % 9}.example;2026-01-15;fr\n`)
  // Larger than any other form may be.
  const sent = await upload(new Blob([`email;consent;lang\n${rows.join('')}nobody;2026-01-15;\n`, '\n'.repeat(100_000)]))
  expect(sent.status).toBe(303)
  const path = sent.headers.get('location') ?? ''
  await until(40_000, async () => (await look(path, 2)).includes('Add 3,000 readers'))
  expect((await press(path, 1, { do: 'approve' })).status).toBe(403)
  expect((await press(path, 2, { do: 'approve' })).status).toBe(303)
  await until(40_000, async () => (await look(path, 2)).includes('3,000 readers were added'))
  const exported = await press('/console/newsletter/exports', 2, { 'locale-fr': 'yes' })
  expect(exported.headers.get('content-disposition')).toBe('attachment; filename="readers.csv"')
  expect((await exported.text()).trim().split('\r\n')).toHaveLength(ROWS + 1)
  const db = await system.database('newsletter')
  expect(await db.prepare("SELECT count(*) AS n FROM consents WHERE kind = 'imported'").first()).toEqual({ n: ROWS })
  expect(system.logs.join('\n')).not.toMatch(/@d\d\.example/)
})

it('what is no table is refused in words', async () => {
  const answer = await upload(new Blob([Uint8Array.of(0x1f, 0x8b, 0x08, 0xff)]))
  expect([answer.status, (await answer.text()).includes('not text in UTF-8')]).toEqual([422, true])
})
