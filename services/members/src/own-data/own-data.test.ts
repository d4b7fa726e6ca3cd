import { beforeEach, describe, expect, it } from 'vitest'
import { commit } from '@stem/jobs/commit'
import { deriveToken } from '@stem/jobs/tokens'
import { mailRow } from '@stem/mail/mails-table'
import { ask, DB, emptyAll, idOf, NOW, personRows, testEnv, twoOrganisations, whoIs } from '../testing/world.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { exportPerson } from './export-person.ts'
import { keepErasureLog, replayErasures } from './erasure-log.ts'

const ADDRESS = 'Canary01.Mail@stem.example'
const KEY = ADDRESS.toLowerCase()
// Everything that tells of the person, once in every place where it can stand.
const CANARIES = [
  ADDRESS,
  KEY,
  'Canary02 Name',
  'Canary03 Job',
  'canary04-phone',
  'canary05-passkey',
  'canary06-device',
  'canary07-view',
  'canary08-query',
  'Canary09 Contact',
  'Canary10 Job',
  'canary11-code',
  'canary12-public-key',
  'canary13-browser',
  'canary14-secret',
  'canary15-fact',
  'canary16-challenge',
  'canary17@stem.example',
  'canary18-back',
  'canary19-counter-name',
]
const PERSON = idOf('per', 1)

async function seed(): Promise<void> {
  await emptyAll()
  const { own } = await twoOrganisations()
  const [
    c = '',
    key = '',
    name = '',
    job = '',
    phone = '',
    passkey = '',
    device = '',
    view = '',
    query = '',
    contact = '',
    contactJob = '',
    code = '',
    publicKey = '',
    browser = '',
    secret = '',
    fact = '',
    challenge = '',
    ,
    back = '',
    second = '',
  ] = CANARIES
  await DB.batch([
    ...(await personRows({ number: 1, address: c, name, grants: [['organisation-manager', `organisation:${own}`]] })),
    ...(await personRows({ number: 2, grants: [['secretariat-admin', 'coalition']] })),
    DB.prepare('UPDATE persons SET address_key = ?, job_title = ?, phone = ? WHERE id = ?').bind(key, job, phone, PERSON),
    DB.prepare('UPDATE sessions SET device = ? WHERE person_id = ?').bind(device, PERSON),
    DB.prepare(
      "INSERT INTO sessions (id, person_id, secret_hash, epoch, device, created_at, last_seen_at, proved_at) VALUES ('ses_x', ?, ?, 1, ?, 1, 1, 1)",
    ).bind(PERSON, secret, device),
    DB.prepare("INSERT INTO passkeys (id, person_id, public_key, counter, transports, name, created_at) VALUES (?, ?, ?, 0, '[]', ?, 1)").bind(
      passkey,
      PERSON,
      publicKey,
      second,
    ),
    DB.prepare('INSERT INTO recovery_codes (hash, person_id, created_at) VALUES (?, ?, 1)').bind(code, PERSON),
    DB.prepare("INSERT INTO challenges (challenge, purpose, session_id, created_at) VALUES (?, 'enrol', 'ses_x', 1)").bind(challenge),
    DB.prepare('INSERT INTO sign_in_requests (id, address_key, browser_hash, back, created_at, tries) VALUES (?, ?, ?, ?, 1, 0)').bind(
      idOf('req', 1),
      key,
      browser,
      back,
    ),
    DB.prepare("INSERT INTO saved_views (id, person_id, name, query, created_at) VALUES ('v1', ?, ?, ?, 1)").bind(PERSON, view, query),
    DB.prepare(
      `INSERT INTO applications (id, form_key, name, country, kind, website, description, evidence, contact_name, contact_job, contact_address, contact_key, charter, locale, state, version, created_at, updated_at)
       VALUES (?, 'f', 'A', 'DK', 'ministry', 'https://a.example', 'x', 'x', ?, ?, ?, ?, '1', 'en', 'accepted', 1, 1, 1)`,
    ).bind(idOf('apl', 1), contact, contactJob, c, key),
    DB.prepare(
      "INSERT INTO invitations (id, form_key, address, address_key, role, scope, invited_by, locale, state, created_at, expires_at) VALUES ('i1', 'k1', ?, ?, 'auditor', 'coalition', 'x', 'en', 'sent', 1, 2)",
    ).bind(c, key),
    DB.prepare("INSERT INTO joinings (id, person_id, organisation_id, role, state, created_at) VALUES ('j1', ?, ?, 'organisation-editor', 'open', 1)").bind(
      PERSON,
      own,
    ),
    mailRow(DB, { id: 'm1', kind: 'sign-in', personId: PERSON, address: c, locale: 'en', facts: { fact } }, NOW),
    mailRow(DB, { id: 'm2', kind: 'sign-in', address: c, locale: 'en', facts: { fact } }, NOW),
  ])
  await commit(DB, [DB.prepare('UPDATE persons SET updated_at = 1 WHERE id = ?').bind(PERSON)], { actor: PERSON, action: 'person.edited', object: PERSON }, NOW)
}

async function dump(): Promise<string> {
  const { results } = await DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf%'").all<{
    name: string
  }>()
  const tables = JSON.stringify(await Promise.all(results.map(async ({ name }) => (await DB.prepare(`SELECT * FROM "${name}"`).all()).results)))
  const { keys } = await testEnv.ERASURES.list()
  return tables + JSON.stringify(await Promise.all(keys.map(async ({ name }) => [name, await testEnv.ERASURES.get(name)])))
}
const found = async () => {
  const all = await dump()
  return CANARIES.filter((canary) => all.includes(canary))
}

beforeEach(seed)

describe('erasure', () => {
  it('begins from a world in which all canaries but the free one can be found', async () => {
    expect(await found()).toHaveLength(CANARIES.length - 1)
  })

  it('leaves none of twenty canaries in the database, the outbox or the log outside it', async () => {
    const answer = await ask('/account/data/erase', { who: await whoIs(1), form: { sure: 'yes' } })
    expect(answer.status).toBe(303)
    await keepErasureLog({ db: DB, log: testEnv.ERASURES }, NOW)
    expect(await found()).toEqual([])
    expect(await whoIs(1)).toBeNull()
    expect(await verifyAudit({ db: DB })).toMatchObject({ broken: null })
  })

  it('tells every service that holds something of people, and the log outside the database, once each', async () => {
    await ask('/account/data/erase', { who: await whoIs(1), form: { sure: 'yes' } })
    const { results } = await DB.prepare("SELECT kind, payload FROM outbox WHERE kind LIKE 'eras%' ORDER BY kind").all()
    const payload = JSON.stringify({ personId: PERSON })
    // What the address asked for without an account is found by the hash that each service keeps, and by nobody who does not need it.
    const [requester, newsletter] = await Promise.all(['requester', 'newsletter'].map((purpose) => deriveToken(testEnv.ADDRESS_KEY, purpose, KEY)))
    expect(results).toEqual([
      { kind: 'erased-contact-form', payload: JSON.stringify({ personId: PERSON, addressKey: requester }) },
      { kind: 'erased-content', payload },
      { kind: 'erased-newsletter', payload: JSON.stringify({ personId: PERSON, addressKey: newsletter, at: NOW }) },
      { kind: 'erasure-log', payload: JSON.stringify({ personId: PERSON, newsletter }) },
    ])
  })

  it('is replayed after a restore, and only once', async () => {
    await ask('/account/data/erase', { who: await whoIs(1), form: { sure: 'yes' } })
    await keepErasureLog({ db: DB, log: testEnv.ERASURES }, NOW)
    await seed()
    expect(await found()).not.toEqual([])
    expect(await replayErasures({ db: DB, log: testEnv.ERASURES, addressKey: testEnv.ADDRESS_KEY }, NOW)).toEqual({ known: 1, erased: 1 })
    expect(await found()).toEqual([])
    expect(await replayErasures({ db: DB, log: testEnv.ERASURES, addressKey: testEnv.ADDRESS_KEY }, NOW)).toEqual({ known: 1, erased: 0 })
  })

  it('tells the newsletter again at a replay since when and under which hash, for it may be its database that was restored', async () => {
    await ask('/account/data/erase', { who: await whoIs(1), form: { sure: 'yes' } })
    await keepErasureLog({ db: DB, log: testEnv.ERASURES }, NOW)
    await DB.prepare('DELETE FROM outbox').run()
    await replayErasures({ db: DB, log: testEnv.ERASURES, addressKey: testEnv.ADDRESS_KEY }, NOW + 1000)
    const { results } = await DB.prepare("SELECT kind, payload FROM outbox WHERE kind LIKE 'erased-%' ORDER BY kind").all<{ kind: string; payload: string }>()
    const addressKey = await deriveToken(testEnv.ADDRESS_KEY, 'newsletter', KEY)
    expect(results.map(({ kind, payload }): unknown => [kind, JSON.parse(payload)])).toEqual([
      ['erased-contact-form', { personId: PERSON }],
      ['erased-content', { personId: PERSON }],
      ['erased-newsletter', { personId: PERSON, addressKey, at: NOW }],
    ])
  })

  it('asks whether one is sure, asks for a fresh proof, and keeps the last administrator', async () => {
    expect((await ask('/account/data/erase', { who: await whoIs(1), form: {} })).status).toBe(422)
    await DB.prepare('UPDATE sessions SET asserted_at = ?')
      .bind(NOW - 16 * 60_000)
      .run()
    expect((await ask('/account/data/erase', { who: await whoIs(1), form: { sure: 'yes' } })).headers.get('location')).toContain('/account/step-up')
    await DB.prepare('UPDATE sessions SET asserted_at = ?').bind(NOW).run()
    expect((await ask('/account/data/erase', { who: await whoIs(2), form: { sure: 'yes' } })).status).toBe(409)
    expect(await whoIs(2)).not.toBeNull()
  })
})

describe('the export', () => {
  it('holds everything that is kept about the person, no secret, and nothing of others', async () => {
    const data = JSON.stringify(await exportPerson({ db: DB }, { personId: PERSON }))
    // Hashes, keys and challenges are no use to anybody; the binding of a browser and the way back are gone within a day.
    const secrets = [
      'canary05-passkey',
      'canary11-code',
      'canary12-public-key',
      'canary13-browser',
      'canary14-secret',
      'canary15-fact',
      'canary16-challenge',
      'canary17@stem.example',
      'canary18-back',
      KEY,
    ]
    expect(CANARIES.filter((canary) => !data.includes(canary))).toEqual(expect.arrayContaining(secrets))
    expect(CANARIES.filter((canary) => !data.includes(canary)).filter((canary) => !secrets.includes(canary))).toEqual([])
    expect(data).not.toMatch(/p2@stem\.example|Person 2/)
  })

  it('comes as a file and as a page, and is written into the audit', async () => {
    const json = await ask('/account/data/export', { who: await whoIs(1), form: { as: 'json' } })
    expect([json.status, json.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="my-data.json"'])
    const page = await ask('/account/data/export', { who: await whoIs(1), form: { as: 'page' } })
    expect(await page.text()).toContain('Canary02 Name')
    expect(await DB.prepare("SELECT count(*) AS n FROM audit WHERE action = 'person.exported'").first()).toEqual({ n: 2 })
  })
})
