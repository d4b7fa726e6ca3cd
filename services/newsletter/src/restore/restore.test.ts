import { beforeEach, expect, it } from 'vitest'
import { release } from '../campaigns/release.ts'
import { takeOver } from '../campaigns/take-over.ts'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { eraseReader } from '../own-data/erase-reader.ts'
import { pause } from '../preferences/change-wish.ts'
import { UNDO_LIFE } from '../readers/links.ts'
import { readerById } from '../readers/reader.ts'
import { suppressByStaff } from '../suppressions/suppress-by-staff.ts'
import { ANNA, at, BO, clockFrom, markerIn, members, released, runOut, runningWith, serverOf } from '../testing/campaigning.ts'
import { count, DAY, DB, DESK, emptyAll, HOUR, NOW, subscribed, testEnv } from '../testing/reading.ts'
import { comeBack } from '../unsubscribe/come-back.ts'
import { leave } from '../unsubscribe/leave.ts'
import { keepLeftLog } from './left-log.ts'
import { replayLeft } from './replay-left.ts'

const log = testEnv.INSTANCE
const deps = { db: DB, log }

beforeEach(async () => {
  await emptyAll()
  for (const { name } of (await log.list()).keys) await log.delete(name)
})

/** The database as it is, to be brought back. */
async function copyOf(): Promise<() => Promise<unknown>> {
  const tables = [
    'subscribers',
    'consents',
    'campaigns',
    'campaign_versions',
    'deliveries',
    'suppressions',
    'instance',
    'audit',
    'outbox',
    'left_log',
    'mails',
    'turns',
  ]
  const kept = await Promise.all(tables.map(async (table) => [table, (await DB.prepare(`SELECT * FROM ${table}`).all()).results] as const))
  return async () => {
    await emptyAll()
    for (const [table, rows] of kept)
      for (const row of rows)
        await DB.prepare(
          `INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row)
            .map(() => '?')
            .join()})`,
        )
          .bind(...Object.values(row))
          .run()
  }
}

const NAMES = ['left', 'erased', 'objected', 'paused', 'undone', 'again', 'stays'] as const

it('who left, objected, paused or was erased after a copy was made gets nothing from it, and who came back does', async () => {
  const readers = Object.fromEntries(await Promise.all(NAMES.map(async (name) => [name, await subscribed(`${name}@min.example`)] as const)))
  const of = (name: (typeof NAMES)[number]) => {
    const reader = readers[name]
    if (!reader) throw new Error(name)
    return reader
  }
  const marker = markerIn()
  const { handed, transport } = serverOf()
  const running = runningWith(transport, { marker, time: 3000 })
  const id = await released({}, { time: { at: NOW + HOUR, zone: 'UTC' } })
  await runOut(running, id)
  const bringBack = await copyOf()

  const later = NOW + 10 * 60_000
  await leave(DESK, of('left'), { way: 'page', campaign: null }, later)
  await eraseReader(DESK, of('erased'), 'page', later)
  await suppressByStaff(DESK, { addressKey: of('objected').addressKey, reason: 'objection', who: ANNA.personId }, later)
  await pause(DESK, of('paused'), { months: 3, way: 'preferences', shownIn: 'en' }, later)
  await leave(DESK, of('undone'), { way: 'page', campaign: null }, later)
  const gone = await readerById(DB, of('undone').id)
  if (gone) await comeBack(DESK, gone, later + UNDO_LIFE, later + 1)
  await leave(DESK, of('again'), { way: 'page', campaign: null }, later)
  await keepLeftLog(deps)
  await subscribed('again@min.example', {}, NOW + 2 * DAY)
  await keepLeftLog(deps)
  expect(JSON.stringify((await log.list()).keys)).not.toContain('min.example')

  await bringBack()
  expect(await count('subscribers', "state = 'active'")).toBe(NAMES.length)
  // What was renewed outside since is not what the copy says.
  marker.marks.set('fence', 'newer')
  const clock = clockFrom(NOW + HOUR + 60_000)
  await runOut({ ...running, clock }, id)
  expect([(await at(id)).state, handed]).toEqual(['held', []])
  await takeOver({ db: DB, marker, log }, { id }, { ...ANNA, assertedAt: clock() }, clock())
  await release({ db: DB, members, transport }, await at(id), { ...BO, assertedAt: clock() }, { time: null, typed: '' }, clock())
  await runOut({ ...running, clock }, id)
  expect(handed.map(({ to }) => to.split('@')[0]).toSorted()).toEqual(['again', 'stays', 'undone'])
  expect([(await readerById(DB, of('erased').id))?.address, (await readerById(DB, of('paused').id))?.pausedUntil]).toEqual([null, later + 90 * DAY])
  expect(await count('suppressions', "reason IN ('objection', 'erasure')")).toBe(2)
  expect(await verifyConsents(DESK)).toMatchObject({ broken: null })
  // Twice is once, and the log takes in what was said again.
  const entries = await count('consents')
  expect(await replayLeft(deps, clock())).toEqual({ known: 6, ended: 0 })
  expect(await count('consents')).toBe(entries)
  await keepLeftLog(deps)
  expect(await replayLeft(deps, clock())).toEqual({ known: 6, ended: 0 })
})

it('who subscribed anew before the log was replayed stays', async () => {
  const reader = await subscribed()
  const bringBack = await copyOf()
  await leave(DESK, reader, { way: 'page', campaign: null }, NOW + HOUR)
  await keepLeftLog(deps)
  await bringBack()
  await subscribed('anna@min.example', {}, NOW + 2 * DAY)
  expect(await replayLeft(deps, NOW + 2 * DAY)).toEqual({ known: 1, ended: 0 })
  expect((await readerById(DB, reader.id))?.state).toBe('active')
})
