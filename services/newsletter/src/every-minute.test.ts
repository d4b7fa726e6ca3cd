import { beforeEach, expect, it, vi } from 'vitest'
import { everyMinute } from './every-minute.ts'
import { readers, released } from './testing/campaigning.ts'
import { ask, count, DAY, emptyAll, NOW, testEnv, wishForm } from './testing/reading.ts'

beforeEach(emptyAll)

it('one job that fails keeps no other from being done, and each that failed is logged by its name', async () => {
  await ask('/newsletter', { form: wishForm() })
  await readers(2)
  const id = await released()
  const rung: object[] = []
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const fails = () => Promise.reject(new Error('is down'))
  // The first days of a month, so that the digest is looked for; a week later, so that the wish is over.
  const day = Date.UTC(2026, 11, 2)
  expect(day).toBeGreaterThan(NOW + 7 * DAY)
  const env = {
    ...testEnv,
    MAIL_TRANSPORT: 'pigeon:',
    CONTENT: { publishedBetween: fails } as never,
    MEMBERS: { newsletterKeys: fails } as never,
    MAILS: { send: async (message: object) => void rung.push(message) } as never,
  }
  await everyMinute(env, day)
  const failed = said.mock.calls.map(([line]) => JSON.parse(String(line)) as { event: string; job: string })
  expect(failed.map(({ event, job }) => `${event} ${job}`).toSorted()).toEqual(['campaigns', 'digest', 'mails', 'members'].map((job) => `cron.failed ${job}`))
  expect(await count('opt_ins')).toBe(0)
  said.mockClear()
  await everyMinute({ ...env, MAIL_TRANSPORT: 'smtp+plain://127.0.0.1:1' }, day)
  expect(rung).toEqual([{ campaign: id }])
  said.mockRestore()
})
