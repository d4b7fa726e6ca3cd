import { beforeEach, describe, expect, it } from 'vitest'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { readerByKey, readerKeyOf } from '../readers/reader.ts'
import { keepHouse } from '../retention/keep-house.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { ANNA, BO, staff } from '../testing/campaigning.ts'
import { addresses, approved, checked, handIn, importAt, numbers, running, runOut, tableOf } from '../testing/importing.ts'
import { count, DAY, DB, DESK, emptyAll, NOW, subscribed } from '../testing/reading.ts'
import { leave } from '../unsubscribe/leave.ts'
import { eraseReader } from '../own-data/erase-reader.ts'
import { runImport } from './run-import.ts'
import { approveImport, cancelImport } from './steer-import.ts'
import { chooseColumns } from './choose-columns.ts'
import { PIECE } from './take-file.ts'

const db = { db: DB }
const readerOf = async (address: string) => readerByKey(DB, await readerKeyOf(DESK, address))
const added = async () =>
  (await DB.prepare("SELECT address FROM subscribers WHERE state = 'active' ORDER BY address").all<{ address: string }>()).results.map(({ address }) => address)

beforeEach(emptyAll)

describe('a file of readers', () => {
  it('is checked, approved by a second person and applied, each reader with an entry that names its consent', async () => {
    const id = await checked('email;consent;lang;topics\nAnna@min.example;01/05/2026;fr;events\nbo@min.example;2026-05-02;;\n')
    expect(await numbers(id)).toEqual({ ready: 2 })
    expect(await count('subscribers')).toBe(0)
    expect(await count('import_pieces')).toBe(0)
    await approved(id)
    await runOut(id)
    expect(await importAt(id)).toMatchObject({ state: 'applied', by: ANNA.personId, approvedBy: BO.personId, rows: 2 })
    expect(await readerOf('anna@MIN.example')).toMatchObject({ state: 'active', locale: 'fr', topics: ['events'], frequency: 'each', confirmedAt: NOW })
    expect(await readerOf('bo@min.example')).toMatchObject({ locale: 'en', topics: ['policy'] })
    const entry = await DB.prepare("SELECT detail FROM consents WHERE kind = 'imported' ORDER BY seq LIMIT 1").first<{ detail: string }>()
    expect(JSON.parse(entry?.detail ?? '{}')).toMatchObject({
      import: id,
      basis: 'consent',
      form: 'Sign-up sheet',
      consentedAt: Date.UTC(2026, 4, 1),
      topics: ['events'],
    })
    expect(entry?.detail).not.toMatch(/@|min\.example/i)
    expect(await verifyConsents(db)).toEqual({ checked: 2, broken: null })
    expect(await count('mails')).toBe(0)
    expect(await count('import_rows', 'record IS NOT NULL OR address_key IS NOT NULL')).toBe(0)
  })

  it('says of each row what becomes of it, and changes nobody who is known, has left or is suppressed', async () => {
    const known = await subscribed('known@min.example')
    const left = await subscribed('left@min.example')
    await leave(DESK, left, { way: 'page', campaign: null }, NOW)
    const erased = await subscribed('erased@min.example')
    await eraseReader(DESK, erased, 'page', NOW)
    await suppressRow(DB, { addressKey: await readerKeyOf(DESK, 'bad@min.example'), reason: 'complaint', source: 'provider' }, NOW).run()
    const before = (await DB.prepare('SELECT * FROM subscribers ORDER BY id').all()).results
    const suppressions = (await DB.prepare('SELECT * FROM suppressions ORDER BY address_key').all()).results
    const names = ['KNOWN@min.example', 'left@min.example', 'erased@min.example', 'bad@min.example', 'new@min.example', 'NEW@min.example', 'nobody']
    const id = await checked(`${tableOf(names)}later@min.example,2026-11-03\n\n`)
    expect(await numbers(id)).toEqual({ ready: 1, known: 1, withdrawn: 1, suppressed: 2, refused: 3, reasons: { double: 1, address: 1, later: 1 } })
    await approved(id)
    await runOut(id)
    expect(await numbers(id)).toMatchObject({ added: 1, known: 1, withdrawn: 1, suppressed: 2, refused: 3 })
    const after = (await DB.prepare('SELECT * FROM subscribers ORDER BY id').all()).results
    expect(after.filter(({ id: one }) => before.some((row) => row['id'] === one))).toEqual(before)
    expect((await DB.prepare('SELECT * FROM suppressions ORDER BY address_key').all()).results).toEqual(suppressions)
    expect(await added()).toEqual(['known@min.example', 'new@min.example'])
    expect(known.version).toBe((await readerOf('known@min.example'))?.version)
  })

  it('asks again when it is applied: who came, left or was suppressed meanwhile is not touched', async () => {
    const id = await checked(tableOf(addresses(6)))
    await approved(id)
    await subscribed('i0@d0.example')
    await suppressRow(DB, { addressKey: await readerKeyOf(DESK, 'i1@d1.example'), reason: 'staff', source: 'console' }, NOW).run()
    const left = await subscribed('i2@d2.example')
    await leave(DESK, left, { way: 'page', campaign: null }, NOW)
    await runOut(id)
    expect(await numbers(id)).toEqual({ added: 3, known: 1, suppressed: 1, withdrawn: 1 })
    expect((await readerOf('i2@d2.example'))?.state).toBe('withdrawn')
    expect(await readerOf('i1@d1.example')).toBeNull()
  })

  it('does not bring back an address that its reader has moved away from', async () => {
    const { id: reader } = await subscribed('old@min.example')
    await DB.prepare("UPDATE subscribers SET address = 'moved@min.example', address_key = ?2 WHERE id = ?1")
      .bind(reader, await readerKeyOf(DESK, 'moved@min.example'))
      .run()
    expect(await numbers(await checked(tableOf(['old@min.example', 'moved@min.example'])))).toEqual({ withdrawn: 1, known: 1 })
  })

  it('that waits holds nothing of who asks to be forgotten', async () => {
    const id = await checked(`${tableOf(['i0@d0.example', 'I0@D0.example', ...addresses(3, 1)])}`)
    await eraseReader(DESK, await subscribed('i0@d0.example'), 'page', NOW)
    const rows = (await DB.prepare('SELECT outcome, record, address_key AS k FROM import_rows WHERE number < 4 ORDER BY number').all()).results
    expect(rows).toEqual([
      { outcome: 'suppressed', record: null, k: null },
      { outcome: 'refused', record: null, k: null },
    ])
    await approved(id)
    await runOut(id)
    expect(await numbers(id)).toMatchObject({ added: 3, suppressed: 1 })
  })

  it('is one import, however often its form is sent', async () => {
    const formKey = 'a'.repeat(32)
    const [first, second] = await Promise.all([handIn(tableOf(addresses(3)), { formKey }), handIn(tableOf(addresses(3)), { formKey })])
    expect(first).toEqual(second)
    expect([await count('imports'), await count('import_pieces')]).toEqual([1, 1])
  })

  it('that is wrong as a whole leaves nothing behind', async () => {
    expect(await handIn('')).toMatchObject({ code: 'empty' })
    expect(await handIn('address,consent\n')).toMatchObject({ code: 'no_rows' })
    expect(await handIn('a@x.example,2026-05-01\n')).toMatchObject({ code: 'header' })
    const late = new TextEncoder().encode(`${tableOf(addresses(9000))}x`)
    late[late.length - 1] = 0xff
    expect(late.length).toBeGreaterThan(PIECE)
    expect(await handIn(late)).toMatchObject({ code: 'encoding' })
    expect([await count('imports'), await count('import_pieces')]).toEqual([0, 0])
  })

  it('waits until somebody says which column is which, when its names do not', async () => {
    const id = await checked('Kontakt,Wann,Wer\na@x.example,2026-05-01,Anna\n')
    expect(await importAt(id)).toMatchObject({ state: 'uploaded', columns: null, rows: 0 })
    expect(await chooseColumns(db, await importAt(id), { address: 0 }, 'per_1', NOW)).toMatchObject({ code: 'columns' })
    expect(await chooseColumns(db, await importAt(id), { address: 0, consent: 0 }, 'per_1', NOW)).toMatchObject({ code: 'columns' })
    expect(await chooseColumns(db, await importAt(id), { address: 0, consent: 1 }, 'per_1', NOW)).toMatchObject({ ok: true })
    await runOut(id)
    expect([await numbers(id), (await importAt(id)).state]).toEqual([{ ready: 1 }, 'checked'])
    expect(JSON.stringify((await DB.prepare('SELECT * FROM import_rows').all()).results)).not.toContain('Anna')
  })
})

describe('approval', () => {
  it('is for somebody else who has just proved who they are, once', async () => {
    const id = await checked(tableOf(addresses(2)))
    const at = await importAt(id)
    expect(await approveImport(db, at, ANNA, NOW)).toMatchObject({ code: 'own' })
    expect(await approveImport(db, at, staff('per_bo', { assertedAt: NOW - 16 * 60_000 }), NOW)).toMatchObject({ code: 'not_fresh' })
    expect(await runImport(running(), id)).toBe(false)
    const both = await Promise.all([approveImport(db, at, BO, NOW), approveImport(db, at, staff('per_carl'), NOW)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    // A row that claims another author is not enough: the statement itself asks.
    await DB.prepare("UPDATE imports SET state = 'checked', by = 'per_bo'").run()
    expect(await approveImport(db, at, BO, NOW)).toMatchObject({ code: 'stale' })
  })

  it('of a file that adds nobody is of no use', async () => {
    const id = await checked(tableOf(['nobody']))
    expect(await approveImport(db, await importAt(id), BO, NOW)).toMatchObject({ code: 'nobody' })
  })

  it('can be taken back until the end: who was added stays, nobody else comes, what was kept of people goes', async () => {
    const id = await checked(tableOf(addresses(1100)))
    await approved(id)
    await runImport(running({ stop: () => true }), id)
    expect(await cancelImport(db, { id }, BO.personId, NOW)).toMatchObject({ ok: true })
    await runOut(id)
    expect(await count('subscribers')).toBe(1000)
    expect((await importAt(id)).counts).toMatchObject({ added: 1000, ready: 100 })
    expect(await count('import_rows', 'record IS NOT NULL OR address_key IS NOT NULL')).toBe(0)
    expect(await cancelImport(db, { id }, BO.personId, NOW)).toMatchObject({ code: 'stale' })
  })
})

describe('what is kept', () => {
  it('goes: an import nobody takes on, texts without an import, rows after ninety days; the proof of consent stays', async () => {
    const waiting = await checked(tableOf(addresses(2)))
    await DB.prepare("INSERT INTO import_pieces (import_id, number, text, created_at) VALUES ('imp_x', 0, 'a', ?)").bind(NOW).run()
    const done = await checked(tableOf(addresses(3, 10)))
    await approved(done)
    await runOut(done)
    await keepHouse(db, NOW + 29 * DAY)
    expect((await importAt(waiting)).state).toBe('checked')
    expect(await count('import_pieces')).toBe(0)
    await keepHouse(db, NOW + 31 * DAY)
    expect(await importAt(waiting)).toMatchObject({ state: 'cancelled' })
    expect(await count('import_rows', 'record IS NOT NULL')).toBe(0)
    for (let days = 80; days < 200; days += 10) await keepHouse(db, NOW + days * DAY)
    expect([await count('import_rows'), await count('imports'), (await importAt(done)).counts]).toMatchObject([0, 1, { added: 3 }])
  })
})
