import { visitor } from '@stem/test-kit/visitor'
import { describe, expect, it } from 'vitest'
import { LISTS } from '@stem/contracts/lists'
import { findList } from '../listing/find-list.ts'
import { readListQuery } from '../listing/list-query.ts'
import { findRecord } from '../record/find-record.ts'
import { DB, outbox } from '../testing/database.ts'
import { practiceItem } from '../testing/samples.ts'
import { addressOf } from '../addresses/address-of.ts'
import { openWindows } from './open-windows.ts'
import { saveItem } from './save-item.ts'
import { withdrawItem } from './withdraw-item.ts'

const NOW = Date.UTC(2026, 10, 24)
const save = (item: ReturnType<typeof practiceItem>, now = NOW) => DB.batch(saveItem(DB, item, 'per_test', now))
const shown = async (slug: string, now = NOW) => (await findRecord({ db: DB }, 'practices', slug, { locale: 'en', now })).found
const listed = async (now = NOW) =>
  (await findList({ db: DB }, 'practices', readListQuery(LISTS.practices, new URLSearchParams()), visitor('/practices', { now }))).rows.map((row) => row.slug)

describe('a publication window', () => {
  it('opens at its time, not before, and tells the caches', async () => {
    const item = practiceItem({ publishedFrom: NOW + 60_000 })
    await save(item)
    expect(await shown(item.slug)).toBe('none')
    expect(await openWindows({ db: DB }, NOW + 59_999)).toBe(0)
    expect(await openWindows({ db: DB }, NOW + 60_000)).toBe(1)
    expect(await shown(item.slug, NOW + 60_000)).toBe('record')
    expect((await outbox()).at(-1)).toEqual({ tags: [item.id, 'list-practice', 'country-DK'], withdrawn: false })
    expect(await openWindows({ db: DB }, NOW + 60_000)).toBe(0)
  })

  it('closes on the second, even before the sweeper comes', async () => {
    const item = practiceItem({ publishedUntil: NOW + 1000 })
    await save(item)
    expect(await shown(item.slug, NOW + 999)).toBe('record')
    expect(await shown(item.slug, NOW + 1000)).not.toBe('record')
    expect(await listed(NOW + 1000)).not.toContain(item.slug)
    await openWindows({ db: DB }, NOW + 1000)
    expect((await outbox()).findLast(({ tags }) => tags.includes(item.id))?.withdrawn).toBe(true)
  })
})

describe('what is not for the public', () => {
  it.each([
    ['a draft', practiceItem({ state: 'draft' })],
    ['an item for members', practiceItem({ visibility: 'members' })],
    ['an unpublished item', practiceItem({ state: 'unpublished' })],
  ])('%s is on no list and at no address', async (_name, item) => {
    await save(item)
    expect(await shown(item.slug)).toBe('none')
    expect(await listed()).not.toContain(item.slug)
    expect(await addressOf({ db: DB }, item.id, NOW)).toEqual({ found: 'none' })
  })
})

describe('a withdrawn item', () => {
  it('is gone from its address, its id and every list, and its copies are not to be shown', async () => {
    const item = practiceItem()
    await save(item)
    expect(await addressOf({ db: DB }, item.id, NOW)).toEqual({ found: 'item', path: `/practices/${item.slug}` })
    expect(await withdrawItem({ db: DB }, item.id, 1, 'per_test', NOW + 1)).toEqual({ ok: true, value: null })
    expect(await shown(item.slug)).toBe('withdrawn')
    expect(await addressOf({ db: DB }, item.id, NOW)).toEqual({ found: 'withdrawn' })
    expect(await listed()).not.toContain(item.slug)
    expect((await outbox()).at(-1)?.withdrawn).toBe(true)
  })

  it('stays when somebody changed it meanwhile', async () => {
    const item = practiceItem()
    await save(item)
    expect(await withdrawItem({ db: DB }, item.id, 7, 'per_test', NOW)).toEqual({ ok: false, code: 'changed_meanwhile' })
    expect(await shown(item.slug)).toBe('record')
  })
})

describe('a stale writer', () => {
  it('changes nothing at all: no text, no revision, no outbox row', async () => {
    const item = practiceItem()
    await save(item)
    await save({ ...item, version: 2, texts: [{ locale: 'en', title: 'Second', summary: 'S', body: '[]' }] })
    const before = (await outbox()).length
    await expect(save({ ...item, version: 2, texts: [{ locale: 'en', title: 'Stale', summary: 'S', body: '[]' }] })).rejects.toThrow(/UNIQUE|constraint/i)
    const found = await findRecord({ db: DB }, 'practices', item.slug, { locale: 'en', now: NOW })
    expect(found.found === 'record' && found.record.title).toBe('Second')
    expect(await outbox()).toHaveLength(before)
  })
})

describe('a changed slug', () => {
  it('leads from the former address to the present one', async () => {
    const item = practiceItem()
    await save(item)
    await save({ ...item, version: 2, slug: `${item.slug}-renamed` })
    expect(await findRecord({ db: DB }, 'practices', item.slug, { locale: 'en', now: NOW })).toEqual({
      found: 'moved',
      path: `/practices/${item.slug}-renamed`,
    })
  })
})
