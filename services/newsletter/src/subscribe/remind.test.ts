import { beforeEach, expect, it } from 'vitest'
import { suppressRow } from '../suppressions/suppress.ts'
import { readerKeyOf } from '../readers/reader.ts'
import { ask, DAY, DB, DESK, emptyAll, HOUR, linkIn, NOW, paramsIn, post, wishForm } from '../testing/reading.ts'
import { remind, REMINDED_AFTER } from './remind.ts'

beforeEach(emptyAll)

const wish = (now: number, address = 'anna@min.example') => ask('/newsletter', { form: wishForm({ address }), now })
const reminders = async (now: number) => {
  for (let runs = 0; runs < 2; runs++) await remind(DESK, now)
  return post(now)
}

it('whoever has not pressed the button in two days is reminded once, and can press it then', async () => {
  await wish(NOW)
  await post(NOW)
  expect(await reminders(NOW + REMINDED_AFTER - 1)).toEqual([])
  const [mail, ...more] = await reminders(NOW + REMINDED_AFTER)
  expect([more, mail?.text.includes('the only reminder'), mail?.text.includes('anna@')]).toEqual([[], true, false])
  expect(await reminders(NOW + REMINDED_AFTER + DAY / 2)).toEqual([])
  expect((await ask('/newsletter/confirm', { form: paramsIn(linkIn(mail)), now: NOW + 3 * DAY })).status).toBe(200)
})

it('nobody is reminded who confirmed, was suppressed since, or had a mail of that kind within a day', async () => {
  await wish(NOW, 'done@min.example')
  const [mail] = await post(NOW)
  await ask('/newsletter/confirm', { form: paramsIn(linkIn(mail)), now: NOW + 1 })
  await wish(NOW, 'kept@min.example')
  await suppressRow(DB, { addressKey: await readerKeyOf(DESK, 'kept@min.example'), reason: 'complaint', source: 'report' }, NOW + 1).run()
  await wish(NOW, 'again@min.example')
  await wish(NOW + 30 * HOUR, 'again@min.example')
  await post(NOW + 30 * HOUR)
  expect(await reminders(NOW + REMINDED_AFTER)).toEqual([])
  expect((await reminders(NOW + 30 * HOUR + REMINDED_AFTER)).map(({ to }) => to)).toEqual(['again@min.example'])
})
