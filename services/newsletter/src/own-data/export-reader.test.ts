import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { askToChangeAddress } from '../change-address/ask-to-change-address.ts'
import { noteLook } from '../people/note-look.ts'
import { pause } from '../preferences/change-wish.ts'
import { readerById } from '../readers/reader.ts'
import { consentText } from '../subscribe/consent-text.ts'
import { suppressByStaff } from '../suppressions/suppress-by-staff.ts'
import { released, runningWith, runOut, serverOf } from '../testing/campaigning.ts'
import { ask, DAY, DB, DESK, emptyAll, linkIn, NOW, post, subscribed, wishForm } from '../testing/reading.ts'
import { askForDataLink } from './ask-for-data-link.ts'
import { exportReader } from './export-reader.ts'

const { DATA_MAP } = env as unknown as { DATA_MAP: string }
const ADDRESS = 'anna@min.example'
const [STAFF, OTHER] = ['per_secretariat', 'bo@min.example']

/** Where in the file each column with personal data is; `null`: not in it, because it is about somebody else, or is a hash of what is in it. */
const HASH = null
const SOMEBODY_ELSE = null
const PLACES: Record<string, string | null> = {
  'address_changes.subscriber_id': HASH,
  'address_changes.address': 'waiting.address.0.address',
  'address_changes.address_key': HASH,
  'audit.actor': SOMEBODY_ELSE,
  'audit.object': 'handled.0.action',
  'audit.detail': 'handled.1.reason',
  'campaign_versions.who': SOMEBODY_ELSE,
  'campaigns.author': SOMEBODY_ELSE,
  'campaigns.writers': SOMEBODY_ELSE,
  'campaigns.approved_by': SOMEBODY_ELSE,
  'campaigns.released_by': SOMEBODY_ELSE,
  'consents.address_key': HASH,
  'consents.subscriber_id': HASH,
  'consents.detail': 'consents.1.topics.0',
  'deliveries.subscriber_id': HASH,
  'deliveries.address_key': HASH,
  'deliveries.domain': 'mails.0.domain',
  'deliveries.locale': 'mails.0.language',
  'deliveries.reference': 'mails.0.reference',
  'deliveries.heard': 'mails.0.heard',
  // An account that was erased: nobody is left to ask.
  'erased.person_id': SOMEBODY_ELSE,
  'erased.erased_at': SOMEBODY_ELSE,
  'feedback.event_key': HASH,
  'feedback.address_key': 'heard.0.kind',
  // The text of a whole file, until its rows are read; not found by a reader.
  'import_pieces.text': SOMEBODY_ELSE,
  'import_rows.address_key': HASH,
  'import_rows.record': 'waiting.imports.0.record.address',
  'imports.by': SOMEBODY_ELSE,
  'imports.approved_by': SOMEBODY_ELSE,
  'member_runs.cursor': SOMEBODY_ELSE,
  'mails.person_id': HASH,
  'mails.address': 'letters.0.address',
  'mails.facts': 'letters.0.facts',
  'opt_ins.address': 'waiting.wishes.1.address',
  'opt_ins.address_key': HASH,
  'opt_ins.wish': 'waiting.wishes.1.wish.topics.0',
  'opt_ins.locale': 'waiting.wishes.1.language',
  // How fast mails go to a domain; the domain is in the file.
  'rates.key': HASH,
  'subscribers.address': 'subscription.address',
  'subscribers.address_key': HASH,
  'subscribers.domain': 'mails.0.domain',
  'subscribers.locale': 'subscription.language',
  'subscribers.frequency': 'subscription.frequency',
  'subscribers.topics': 'subscription.topics.0',
  'subscribers.countries': 'subscription.countries.0',
  'subscribers.is_member': 'subscription.ofOrganisation',
  'subscribers.paused_until': 'subscription.pausedUntil',
  'suppressions.address_key': 'suppressed.0.reason',
  'suppressions.lifted_by': SOMEBODY_ELSE,
  'suppressions.lift_asked_by': SOMEBODY_ELSE,
  'turns.key': HASH,
}

const at = (file: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], file)

beforeEach(emptyAll)

it('holds everything that the map of data says is kept of a reader, the consent in its words, and nobody else’s data', async () => {
  const before = await subscribed(ADDRESS)
  await subscribed(OTHER)
  await runOut(runningWith(serverOf().transport), await released())
  const run = (sql: string, ...values: (string | number)[]) =>
    DB.prepare(sql)
      .bind(...values)
      .run()
  await run("UPDATE deliveries SET heard = 'replied', heard_at = ?2 WHERE subscriber_id = ?1", before.id, NOW)
  for (const [id, key] of [
    ['1', before.addressKey],
    ['2', 'of somebody else'],
  ] as const)
    await run("INSERT INTO feedback (id, event_key, address_key, kind, source, at) VALUES (?1, ?1, ?2, 'reply', 'mail', ?3)", id, key, NOW)
  await run(
    `INSERT INTO imports (id, form_key, state, basis, source, consented_on, by, offset, rows, cursor, created_at, updated_at) VALUES ('imp_1', 'k', 'checked', 'opt-in', 'fair', '2026-05-01', ?1, 0, 1, 0, ?2, ?2)`,
    STAFF,
    NOW,
  )
  await run(
    "INSERT INTO import_rows (import_id, number, address_key, record, outcome) VALUES ('imp_1', 1, ?1, ?2, 'ready')",
    before.addressKey,
    JSON.stringify({ address: ADDRESS }),
  )
  await pause(DESK, before, { months: 2, way: 'preferences', shownIn: 'el' }, NOW)
  const now = NOW + DAY
  await ask('/newsletter', { form: wishForm({ address: ADDRESS.toUpperCase() }), now })
  const reader = (await readerById(DB, before.id)) ?? expect.fail('no reader')
  await askToChangeAddress(DESK, reader, 'anna@new.example', now)
  await noteLook(DESK, { who: STAFF, reader: reader.id }, now)
  await suppressByStaff(DESK, { addressKey: reader.addressKey, reason: 'hard', who: STAFF }, now)
  const file = await exportReader(DESK, reader)
  const said = JSON.stringify(file)

  const personal = DATA_MAP.split('\n').flatMap((line) => {
    const [service, table, column, kind] = line.split(',')
    return service === 'newsletter' && kind === 'personal' ? [`${table}.${column}`] : []
  })
  expect(personal.length).toBeGreaterThan(40)
  expect(Object.keys(PLACES).toSorted()).toEqual(personal.toSorted())
  const empty = Object.entries(PLACES).filter(([, path]) => path !== null && (at(file, path) ?? null) === null)
  expect(empty).toEqual([])
  expect(file).toMatchObject({
    consents: [
      { kind: 'requested', words: consentText('en') },
      { kind: 'confirmed', at: new Date(NOW).toISOString() },
      { kind: 'paused', until: expect.stringMatching(/^2027-/), words: consentText('el') },
      { kind: 'requested' },
    ],
    heard: [{ kind: 'reply' }],
    suppressed: [{ reason: 'hard' }],
    handled: [{ action: 'reader.looked-at' }, { action: 'address.suppressed', reason: 'hard' }],
  })
  for (const word of [STAFF, OTHER, reader.addressKey]) expect([word, said.includes(word)]).toEqual([word, false])
})

it('comes to who left as well: by the form for a new link, to the address itself', async () => {
  const reader = await subscribed(ADDRESS)
  await askForDataLink(DESK, reader, NOW)
  await post(NOW)
  await DB.prepare("UPDATE subscribers SET state = 'withdrawn', ended_at = ?").bind(NOW).run()
  await ask('/newsletter/link', { form: { address: ADDRESS }, now: NOW + DAY })
  const [mail, ...more] = await post(NOW + DAY)
  expect([mail?.to, more]).toEqual([ADDRESS, []])
  const path = linkIn(mail)
  expect(path).toMatch(/^\/newsletter\/data\?/)
  const file = await ask(path, { form: { do: 'export' }, now: NOW + DAY })
  expect(await file.json()).toMatchObject({ subscription: { address: ADDRESS, state: 'withdrawn' } })
})
