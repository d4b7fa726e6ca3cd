import { mailRow } from '@stem/mail/mails-table'
import { beforeEach, describe, expect, it } from 'vitest'
import { DB, emptyAll, idOf, NOW } from '../testing/world.ts'
import { keepHouse } from './keep-house.ts'

const DAY = 24 * 60 * 60_000
const MINUTE = 60_000
beforeEach(emptyAll)

/** One row of each kind that is kept for a time, made at `NOW`; what counts it; and how long it is kept by the data map. */
const KINDS: Record<string, { make: () => D1PreparedStatement; count: string; kept: number }> = {
  'a wish to sign in': {
    make: () => DB.prepare("INSERT INTO sign_in_requests (id, address_key, browser_hash, back, created_at, tries) VALUES ('r', 'a', 'b', '/', ?, 0)").bind(NOW),
    count: 'SELECT count(*) AS n FROM sign_in_requests',
    kept: DAY,
  },
  'an ended session': {
    make: () =>
      DB.prepare(
        "INSERT INTO sessions (id, person_id, secret_hash, epoch, device, created_at, last_seen_at, proved_at, ended_at) VALUES ('s', 'p', 'h', 1, 'd', ?1, ?1, ?1, ?1)",
      ).bind(NOW),
    count: 'SELECT count(*) AS n FROM sessions',
    kept: 30 * DAY,
  },
  'a session nobody ended': {
    make: () =>
      DB.prepare(
        "INSERT INTO sessions (id, person_id, secret_hash, epoch, device, created_at, last_seen_at, proved_at) VALUES ('s', 'p', 'h', 1, 'd', ?1, ?1, ?1)",
      ).bind(NOW),
    count: 'SELECT count(*) AS n FROM sessions',
    kept: 60 * DAY,
  },
  'a question to a passkey': {
    make: () => DB.prepare("INSERT INTO challenges (challenge, purpose, created_at) VALUES ('c', 'sign-in', ?)").bind(NOW),
    count: 'SELECT count(*) AS n FROM challenges',
    kept: 5 * MINUTE,
  },
  'a counted try': {
    make: () => DB.prepare("INSERT INTO turns (key, since, until, count) VALUES ('k', ?, ?, 1)").bind(NOW, NOW + DAY),
    count: 'SELECT count(*) AS n FROM turns',
    kept: DAY,
  },
  'an invitation nobody answered': {
    make: () =>
      DB.prepare(
        "INSERT INTO invitations (id, form_key, address, role, scope, invited_by, locale, state, created_at, expires_at) VALUES ('i', 'f', 'a@b.example', 'auditor', 'coalition', 'p', 'en', 'sent', ?1, ?1)",
      ).bind(NOW),
    count: 'SELECT count(*) AS n FROM invitations',
    kept: 30 * DAY,
  },
  'an answered request to join': {
    make: () =>
      DB.prepare(
        "INSERT INTO joinings (id, person_id, organisation_id, role, state, created_at, settled_at) VALUES ('j', 'p', 'o', 'organisation-editor', 'declined', ?1, ?1)",
      ).bind(NOW),
    count: 'SELECT count(*) AS n FROM joinings',
    kept: 30 * DAY,
  },
  'an application nobody confirmed': {
    make: () => application('unverified', null),
    count: 'SELECT count(*) AS n FROM applications',
    kept: 7 * DAY,
  },
  'the contact of a decided application': {
    make: () => application('refused', NOW),
    count: 'SELECT count(contact_address) AS n FROM applications',
    kept: 365 * DAY,
  },
}
const application = (state: string, decidedAt: number | null) =>
  DB.prepare(
    `INSERT INTO applications (id, form_key, name, country, kind, website, description, evidence, contact_name, contact_address, contact_key, charter, locale, state, version, created_at, updated_at, decided_at)
     VALUES (?1, 'f', 'A', 'DK', 'ministry', 'w', 'd', 'e', 'N', 'a@b.example', 'a@b.example', '1', 'en', ?2, 1, ?3, ?3, ?4)`,
  ).bind(idOf('apl', 1), state, NOW, decidedAt)

describe.each(Object.entries(KINDS))('%s', (_, { make, count, kept }) => {
  const left = async () => (await DB.prepare(count).first<{ n: number }>())?.n
  it('is there until its time, and gone within a day after it', async () => {
    await make().run()
    await keepHouse({ db: DB }, NOW + kept - MINUTE)
    expect(await left()).toBe(1)
    await keepHouse({ db: DB }, NOW + kept + DAY)
    expect(await left()).toBe(0)
  })
})

it('what is still wanted stays: an open session, a waiting mail, a decided application', async () => {
  await DB.batch([
    ...Object.values(KINDS)
      .slice(2, 3)
      .map(({ make }) => make()),
    mailRow(DB, { id: 'm', kind: 'x', address: 'a@b.example', locale: 'en' }, NOW),
    application('accepted', NOW),
  ])
  await keepHouse({ db: DB }, NOW + 29 * DAY)
  expect(await DB.prepare('SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM mails) + (SELECT count(*) FROM applications) AS n').first()).toEqual({
    n: 3,
  })
})
