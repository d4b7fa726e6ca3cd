import { beforeEach, describe, expect, it } from 'vitest'
import { count, DB, emptyAll, READING, testEnv } from '../testing/asking.ts'
import { askedAt, workedAt } from '../testing/made-cases.ts'
import { writeLetter } from '../mails/write-letter.ts'
import { tellOfArrivals } from './tell-of-arrivals.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const ANNA = { personId: 'per_anna', address: 'anna@stem.example', locale: 'en' }
const BERT = { personId: 'per_bert', address: 'bert@stem.example', locale: 'fr' }
const staff = { db: DB, contacts: () => Promise.resolve([ANNA, BERT]) }
const arrivals = () => count("mails WHERE kind = 'arrived'")
beforeEach(emptyAll)

// A Sunday in Brussels; work begins on Monday at nine.
const SUNDAY = utc('2026-11-22T10:00')
const MONDAY = utc('2026-11-23T08:00')

describe('the secretariat is told of a request that arrived', () => {
  it('once each, in working hours, however often and however parallel it is looked for', async () => {
    await askedAt(SUNDAY)
    expect(await tellOfArrivals(staff, SUNDAY + 60_000)).toBe(0)
    await Promise.all(Array.from({ length: 5 }, () => tellOfArrivals(staff, MONDAY)))
    await tellOfArrivals(staff, MONDAY + 60_000)
    expect(await arrivals()).toBe(2)
  })

  it('unless somebody has it in hands already, and again by the next run when nobody could be asked', async () => {
    const { id } = await askedAt(SUNDAY)
    await expect(tellOfArrivals({ db: DB, contacts: () => Promise.reject(new Error('down')) }, MONDAY)).rejects.toThrow('down')
    await workedAt(id, MONDAY, { act: 'assign', to: 'per_anna' })
    expect(await tellOfArrivals(staff, MONDAY + 60_000)).toBe(0)
  })

  it('with reference, kind and country, and not a word of the request', async () => {
    const { id } = await askedAt(SUNDAY)
    await tellOfArrivals(staff, MONDAY)
    const desk = { ...READING, origin: testEnv.PUBLIC_ORIGIN, replyDomain: testEnv.REPLY_DOMAIN }
    const mail = { id: 'x', kind: 'arrived', personId: null, address: '', locale: 'en' as const, facts: { case: id }, createdAt: MONDAY }
    const text = JSON.stringify(await writeLetter(desk, mail))
    expect(text).toMatch(/"New request [2-9A-Z]{5}-[2-9A-Z]{5}"/)
    expect(text).toContain(`https://stem.example/console/requests/${id}`)
    expect(text).not.toMatch(/Anna Kask|physics|min\.example/)
    await workedAt(id, MONDAY, { act: 'assign', to: 'per_anna' })
    expect(await writeLetter(desk, mail)).toBeNull()
  })
})
