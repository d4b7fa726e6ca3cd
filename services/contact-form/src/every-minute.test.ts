import { beforeEach, expect, it } from 'vitest'
import { everyMinute } from './every-minute.ts'
import { count, DB, emptyAll, NOW, testEnv } from './testing/asking.ts'
import { askedAt, caseOf, workedAt } from './testing/made-cases.ts'

const DAY = 24 * 60 * 60_000
beforeEach(emptyAll)

it('a job that fails keeps no other from being done', async () => {
  const { id } = await askedAt(NOW - 60 * DAY)
  await workedAt(id, NOW - 60 * DAY, { act: 'state', state: 'waiting' })
  await DB.prepare("INSERT INTO drafts (id, form_key, fields, address_key, locale, saved_at, expires_at) VALUES ('d', 'd', 'x', 'x', 'en', ?1, ?1)")
    .bind(NOW - DAY)
    .run()
  const night = NOW - (NOW % DAY) + 3 * 60 * 60_000 + DAY
  await DB.prepare("UPDATE cases SET due_at = 1, promise = 'read'").run()
  const other = await askedAt(NOW)
  await DB.prepare('UPDATE cases SET due_at = 1 WHERE id = ?').bind(other.id).run()
  await everyMinute({ ...testEnv, MAIL_TRANSPORT: 'pigeon:' }, night)
  expect([await count('drafts'), (await caseOf(id)).state, (await caseOf(other.id)).dueAt === 1]).toEqual([0, 'closed', false])
})
