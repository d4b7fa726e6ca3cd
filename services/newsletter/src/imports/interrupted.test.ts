import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { verifyConsents } from '../ledger/verify-consents.ts'
import { eraseReader } from '../own-data/erase-reader.ts'
import { readerByKey, readerKeyOf } from '../readers/reader.ts'
import { suppressRow } from '../suppressions/suppress.ts'
import { BO } from '../testing/campaigning.ts'
import { addresses, approved, handIn, importAt, numbers, running, runOut, tableOf } from '../testing/importing.ts'
import { count, DAY, DB, DESK, emptyAll, NOW, subscribed } from '../testing/reading.ts'
import { leave } from '../unsubscribe/leave.ts'
import { runImport, sweepImports, type ImportStep } from './run-import.ts'
import { approveImport, cancelImport } from './steer-import.ts'

const db = { db: DB }
const readerOf = async (address: string) => readerByKey(DB, await readerKeyOf(DESK, address))

beforeEach(emptyAll)

describe('a run that is killed', () => {
  // Larger than one piece and one page, with a double across the cut.
  const text = tableOf([...addresses(1100), 'i0@d0.example']).replaceAll('05-01', `05-01${' '.repeat(200)}`)
  it.each(['read', 'checked', 'added', 'applied'] as const)('after each part it had %s loses and doubles nobody', async (kill: ImportStep) => {
    const taken = await handIn(text)
    const id = taken.ok ? taken.value.id : ''
    expect((await importAt(id)).pieces).toBeGreaterThan(1)
    const stop = (step: ImportStep) => step === kill
    await runOut(id, { stop })
    await runOut(id, { stop })
    expect(await numbers(id)).toEqual({ ready: 1100, refused: 1, reasons: { double: 1 } })
    await approved(id)
    await runOut(id, { stop })
    await runOut(id, { stop })
    expect((await importAt(id)).state).toBe('applied')
    expect([await count('subscribers'), await count('consents')]).toEqual([1100, 1100])
    expect((await verifyConsents(db)).broken).toBeNull()
  })

  it('and others at once, over a database that loses answers, are as good as one', async () => {
    let calls = 0
    const bad = new Proxy(DB, {
      get: (target, name) =>
        name === 'batch'
          ? async (statements: D1PreparedStatement[]) => {
              const results = await target.batch(statements)
              if (calls++ % 3 === 2) throw new Error('D1_ERROR: Network connection lost.')
              return results
            }
          : (Reflect.get(target, name) as (...values: unknown[]) => unknown).bind(target),
    })
    const taken = await handIn(tableOf(addresses(1200)))
    const id = taken.ok ? taken.value.id : ''
    await Promise.all([runOut(id, { db: bad }), runOut(id), runOut(id)])
    expect(await numbers(id)).toEqual({ ready: 1200 })
    await approved(id)
    await Promise.all([runOut(id, { db: bad }), runOut(id), runOut(id)])
    expect(await numbers(id)).toEqual({ added: 1200 })
    expect([await count('subscribers'), await count('consents'), await count('audit')]).toEqual([1200, 1200, 4])
    expect(await verifyConsents(db)).toEqual({ checked: 1200, broken: null })
  })

  it('is taken up by the sweeper', async () => {
    const rung: string[] = []
    const ring = async (message: { import: string }) => void rung.push(message.import)
    const taken = await handIn(tableOf(addresses(1)))
    const waiting = await handIn('x,y\na@x.example,2026-05-01\n')
    const id = taken.ok ? taken.value.id : ''
    await sweepImports(db, ring)
    await runOut(id)
    await sweepImports(db, ring)
    await approved(id)
    await sweepImports(db, ring)
    expect([rung, waiting.ok]).toEqual([[id, id], true])
  })
})

describe('whatever happens between the steps', () => {
  const people = addresses(6)
  const acts = fc.array(fc.tuple(fc.constantFrom('subscribe', 'leave', 'suppress', 'erase', 'file', 'step', 'approve', 'cancel'), fc.nat(5)), {
    minLength: 5,
    maxLength: 12,
  })
  it('an import never lifts a suppression, never brings back who left, and never changes who is there', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (plan) => {
        await emptyAll()
        // What each person last did by themselves, or had done to them, imports apart.
        const last = new Map<string, 'own' | 'gone'>()
        const ids: string[] = []
        for (const [index, [act, who]] of plan.entries()) {
          const at = NOW + index * DAY
          const address = people[who] ?? ''
          const reader = await readerOf(address)
          const id = ids.at(-1)
          if (act === 'subscribe' && reader?.state !== 'active') {
            await subscribed(address, { 'topic-policy': '', 'topic-gender': 'yes' }, at)
            last.set(address, 'own')
          } else if (act === 'leave' && reader?.state === 'active') {
            await leave(DESK, reader, { way: 'page', campaign: null }, at)
            last.set(address, 'gone')
          } else if (act === 'erase' && reader && reader.state !== 'erased') {
            await eraseReader(DESK, reader, 'page', at)
            last.set(address, 'gone')
          } else if (act === 'suppress' && !reader) {
            await suppressRow(DB, { addressKey: await readerKeyOf(DESK, address), reason: 'hard', source: 'smtp' }, at).run()
            last.set(address, 'gone')
          } else if (act === 'file') ids.push(await handedIn(people.toSpliced(who, 1)))
          else if (act === 'step' && id !== undefined) await runImport(running({ stop: () => true }), id)
          else if (act === 'approve' && id !== undefined) await approveImport(db, await importAt(id), BO, NOW)
          else if (act === 'cancel' && id !== undefined) await cancelImport(db, { id }, BO.personId, at)
        }
        for (const id of ids) {
          await runOut(id)
          await approveImport(db, await importAt(id), BO, NOW)
          await runOut(id)
        }
        for (const [address, did] of last) {
          const reader = await readerOf(address)
          if (did === 'own') expect(reader).toMatchObject({ state: 'active', topics: ['events', 'gender'] })
          else expect(reader?.state).not.toBe('active')
        }
        const unsound = await DB.prepare(
          `SELECT (SELECT count(*) - count(DISTINCT address_key) FROM subscribers) AS doubled,
             (SELECT count(*) FROM subscribers s WHERE s.state = 'active' AND NOT EXISTS (
                SELECT 1 FROM consents c WHERE c.subscriber_id = s.id AND c.kind IN ('confirmed', 'imported'))) AS unproved`,
        ).first()
        expect(unsound).toEqual({ doubled: 0, unproved: 0 })
        expect((await verifyConsents(db)).broken).toBeNull()
      }),
      { numRuns: 8 },
    )
  }, 30_000)

  async function handedIn(who: string[]): Promise<string> {
    const taken = await handIn(tableOf(who))
    return taken.ok ? taken.value.id : ''
  }
})
