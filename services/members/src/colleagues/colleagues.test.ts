import { newFormKey } from '@stem/web/form'
import { beforeEach, describe, expect, it } from 'vitest'
import { findContacts } from '../contacts/find-contacts.ts'
import { AUDIENCES } from '../persons/visibility.ts'
import { ask, DB, emptyAll, idOf, personRows, twoOrganisations, whoIs } from '../testing/world.ts'

let own = ''
let other = ''
beforeEach(async () => {
  await emptyAll()
  ;({ own, other } = await twoOrganisations())
  await DB.batch([
    ...(await personRows({ number: 1, grants: [['organisation-manager', `organisation:${own}`]] })),
    ...(await personRows({ number: 2, grants: [['organisation-manager', `organisation:${other}`]] })),
    ...(await personRows({ number: 3 })),
    ...(await personRows({ number: 4, grants: [['secretariat-admin', 'coalition']] })),
    ...(await personRows({ number: 5, grants: [['organisation-editor', `organisation:${own}`]] })),
  ])
})
const send = async (number: number, path: string, form: Record<string, string>) => ask(path, { who: await whoIs(number), form })
const people = (act: string) => `/my-organisation/${own}/people/${act}`
const first = async (table: string) => (await DB.prepare(`SELECT * FROM ${table}`).first<Record<string, string>>()) ?? {}
const grantsOf = async (number: number) =>
  (await DB.prepare('SELECT role FROM role_grants WHERE person_id = ? AND ended_at IS NULL').bind(idOf('per', number)).all()).results

describe('a person who asks to join', () => {
  const askIn = () => send(3, '/my-organisation/ask', { organisation: own })

  it('is in only after a manager there said yes; asking twice is asking once, and each manager gets one mail', async () => {
    await askIn()
    await askIn()
    expect(await DB.prepare('SELECT (SELECT count(*) FROM joinings) AS asked, (SELECT count(*) FROM mails) AS mails').first()).toEqual({ asked: 1, mails: 1 })
    expect(await grantsOf(3)).toEqual([])
    const form = { joining: (await first('joinings'))['id'] ?? '', answer: 'yes' }
    for (const [number, status] of [
      [2, 404],
      [5, 404],
      [3, 404],
      [1, 303],
      [1, 404],
    ] as const)
      expect((await send(number, people('answer'), form)).status, String(number)).toBe(status)
    expect(await grantsOf(3)).toEqual([{ role: 'organisation-editor' }])
  })

  it('is not in after a no', async () => {
    await askIn()
    await send(1, people('answer'), { joining: (await first('joinings'))['id'] ?? '', answer: 'no' })
    expect([await grantsOf(3), (await first('joinings'))['state']]).toEqual([[], 'declined'])
  })
})

describe('an invitation to somebody with an account', () => {
  const invite = async () => {
    await send(1, people('invite'), { key: newFormKey(), address: 'p3@stem.example', role: 'organisation-editor' })
    return (await first('invitations'))['id'] ?? ''
  }

  it('gives nothing until that person says yes, and is answered by nobody else', async () => {
    const invitation = await invite()
    expect(await grantsOf(3)).toEqual([])
    for (const number of [1, 2, 4]) expect((await send(number, '/account/invitations', { invitation, answer: 'yes' })).status).toBe(404)
    expect((await send(3, '/account/invitations', { invitation, answer: 'yes' })).status).toBe(303)
    expect(await grantsOf(3)).toEqual([{ role: 'organisation-editor' }])
    expect(await whoIs(3)).not.toBeNull()
  })

  it('is taken back by who could give the role, and then gives nothing', async () => {
    const invitation = await invite()
    for (const [number, status] of [
      [2, 404],
      [5, 404],
      [1, 303],
      [1, 404],
    ] as const)
      expect((await send(number, people('revoke'), { invitation })).status, String(number)).toBe(status)
    expect((await send(3, '/account/invitations', { invitation, answer: 'yes' })).status).toBe(404)
  })
})

describe('what travels in a form', () => {
  it('is refused when it belongs to another organisation, as if it were not there', async () => {
    await send(2, `/my-organisation/${other}/keys`, { key: newFormKey(), name: 'x', scope: 'organisation:read', days: '30' })
    const key = (await first('api_keys'))['id'] ?? ''
    const theirs = await send(1, `/my-organisation/${own}/keys/revoke`, { id: key })
    const unknown = await send(1, `/my-organisation/${own}/keys/revoke`, { id: idOf('key', 9) })
    expect([theirs.status, await theirs.text()]).toEqual([unknown.status, await unknown.text()])
    expect((await send(1, people('end'), { grant: idOf('grt', 20) })).status).toBe(404)
    expect((await first('api_keys'))['revoked_at']).toBeNull()
  })

  it('lets an administrator alone send a mail in doubt again, once', async () => {
    await DB.prepare(
      "INSERT INTO mails (id, kind, address, locale, facts, state, next_at, created_at) VALUES ('m', 'x', 'a@b.example', 'en', '{}', 'unknown', 1, 1)",
    ).run()
    for (const [number, status] of [
      [1, 404],
      [4, 303],
      [4, 404],
    ] as const)
      expect((await send(number, '/console/mails/again', { mail: 'm' })).status).toBe(status)
    expect((await first('mails'))['state']).toBe('queued')
  })
})

describe('the contact list', () => {
  const seenBy = async (number: number, q = '') => {
    const who = await whoIs(number)
    if (who === null) throw new Error('nobody')
    return (await findContacts({ db: DB }, who, q)).filter(({ name }) => name === 'Canary')
  }
  const show = (audience: string) =>
    DB.prepare("UPDATE persons SET name = 'Canary', phone = 'canary-phone', visibility = ? WHERE id = ?")
      .bind(JSON.stringify({ name: 'network', jobTitle: audience, address: audience, phone: audience }), idOf('per', 5))
      .run()

  it.each(AUDIENCES)('shows a field for %s to nobody else, and finds nobody by what is hidden', async (audience) => {
    await show(audience)
    const phones = {
      colleague: (await seenBy(1))[0]?.phone,
      network: (await seenBy(2))[0]?.phone,
      secretariat: (await seenBy(4))[0]?.phone,
      self: (await seenBy(5))[0]?.phone,
    }
    const shown = (yes: boolean) => (yes ? 'canary-phone' : null)
    expect(phones).toEqual({
      colleague: shown(audience !== 'nobody'),
      network: shown(audience === 'network'),
      secretariat: 'canary-phone',
      self: 'canary-phone',
    })
    expect(await seenBy(2, 'canary-phone')).toHaveLength(audience === 'network' ? 1 : 0)
  })

  it('is empty for somebody without a role, and never lists who hides the name', async () => {
    await show('network')
    expect(await seenBy(3)).toEqual([])
    await DB.prepare("UPDATE persons SET visibility = json_set(visibility, '$.name', 'nobody') WHERE id = ?").bind(idOf('per', 5)).run()
    expect([await seenBy(1), await seenBy(2)]).toEqual([[], []])
  })
})

describe('the register as a file', () => {
  it('holds no cell that a spreadsheet runs', async () => {
    await DB.prepare(`UPDATE organisations SET name = '=HYPERLINK("http://evil.example")' WHERE id = ?`).bind(own).run()
    const body = await (await send(4, '/console/organisations/export', { query: '' })).text()
    expect(body).toContain('evil.example')
    expect(body).not.toMatch(/(^|,)"?[=+@-]/m)
  })
})
