import { beforeEach, describe, expect, it } from 'vitest'
import { forgetPerson } from '../retention/forget-person.ts'
import { keepHouse } from '../retention/keep-house.ts'
import { ask, count, DB, finished, NOW, only, READING, somebody } from '../testing/asking.ts'
import { asFile, challenge, DAY, emptyStore, KEY, keep, MINUTE, objects, send, STORE } from '../testing/choosing-files.ts'
import { filesOfCase } from './kept-file.ts'
import { sweepFiles } from './sweep-files.ts'

beforeEach(emptyStore)

describe('what is over is deleted', () => {
  const sweep = (now: number) => sweepFiles(STORE, now)

  it('files of forms that were never sent, after a day; those of a draft, when the draft is over', async () => {
    await keep(['a', 'b'])
    await keep(['c'], { formKey: 'd'.repeat(32) })
    await DB.prepare("INSERT INTO drafts (id, form_key, fields, address_key, locale, saved_at, expires_at) VALUES ('dra_1', ?, '', '', 'en', ?, ?)")
      .bind('d'.repeat(32), NOW, NOW + 30 * DAY)
      .run()
    await sweep(NOW + DAY - 1)
    expect((await objects()).length).toBe(3)
    await sweep(NOW + DAY + 1)
    expect([(await objects()).length, await count('files')]).toEqual([1, 1])
    await sweep(NOW + 30 * DAY + 1)
    expect([(await objects()).length, await count('files')]).toEqual([0, 0])
    expect(await sweep(NOW + 30 * DAY + 1)).toEqual({ deleted: 0, unknown: 0 })
  })

  it('files of a request stay as long as it does', async () => {
    await challenge([asFile('plan.pdf')])
    await send()
    await sweep(NOW + 300 * DAY)
    expect([(await objects()).length, await count('files')]).toEqual([1, 1])
  })

  it('a person who is forgotten leaves no file, nor one that was about to be sent', async () => {
    const who = somebody('x', { roles: [] })
    await challenge([asFile('plan.pdf')])
    await ask('/support/request', { form: finished({ key: KEY, attached: '1' }), who })
    await keep(['half.pdf'], { formKey: 'd'.repeat(32), caseId: (await only()).id })
    await DB.batch(forgetPerson(DB, who.personId))
    expect(await filesOfCase(READING, (await only()).id)).toEqual([])
    expect((await DB.prepare("SELECT count(*) AS n FROM files WHERE name <> ''").first<{ n: number }>())?.n).toBe(0)
    await sweep(NOW + 2 * 60 * MINUTE)
    expect([await objects(), await count('files')]).toEqual([[], 0])
  })

  it.each([
    ['closed', 2 * 365],
    ['spam', 90],
  ])('a %s request loses its files after %i days', async (state, days) => {
    await challenge([asFile('plan.pdf')])
    await send()
    await DB.prepare('UPDATE cases SET state = ?1, closed_at = ?2, updated_at = ?2').bind(state, NOW).run()
    await keepHouse({ db: DB }, NOW + (days - 1) * DAY)
    await sweep(NOW + (days - 1) * DAY)
    expect((await objects()).length).toBe(1)
    await keepHouse({ db: DB }, NOW + (days + 1) * DAY)
    await sweep(NOW + (days + 1) * DAY)
    expect([await objects(), await count('files')]).toEqual([[], 0])
  })

  it('a row stays until the bucket confirmed', async () => {
    await keep(['a'])
    await DB.prepare("UPDATE files SET state = 'gone'").run()
    const deaf = { db: DB, bucket: { delete: () => Promise.reject(new Error('down')) } as unknown as R2Bucket }
    await expect(sweepFiles(deaf, NOW + DAY + MINUTE)).rejects.toThrow('down')
    expect([(await objects()).length, await count('files')]).toEqual([1, 1])
    await sweep(NOW + DAY + MINUTE)
    expect([(await objects()).length, await count('files')]).toEqual([0, 0])
  })

  it('objects that no row knows are found within sixteen hours, and no other is touched', async () => {
    await challenge([asFile('plan.pdf')])
    await send()
    const [known = ''] = await objects()
    const unknown = ['0', '7', 'f'].map((letter) => `fil_${letter.padEnd(26, '0')}`)
    for (const key of unknown) await STORE.bucket.put(key, 'x')
    const tomorrow = Math.ceil((Date.now() + 2 * DAY) / DAY) * DAY
    let found = 0
    for (let hour = 0; hour < 16; hour++) found += (await sweep(tomorrow + hour * 60 * MINUTE)).unknown
    expect([found, await objects()]).toEqual([3, [known]])
  })
})
