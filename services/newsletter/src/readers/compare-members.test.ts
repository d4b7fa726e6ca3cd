import { beforeEach, expect, it } from 'vitest'
import { EVERYBODY } from '../audience/audience.ts'
import { countAudience } from '../audience/count-audience.ts'
import { readers } from '../testing/campaigning.ts'
import { DB, DESK, emptyAll, HOUR, NOW, subscribed } from '../testing/reading.ts'
import { compareMembers } from './compare-members.ts'
import { readerKeyOf } from './reader.ts'

/** The members service, as far as it is asked: pages of these hashes. `failAt`: the call that is not answered. */
function membersWith(all: string[], page = 2, failAt = Infinity) {
  const asked: (string | null)[] = []
  return {
    asked,
    newsletterKeys: async (after: string | null) => {
      asked.push(after)
      if (asked.length === failAt) throw new Error('down')
      const from = after === null ? 0 : Number(after)
      return { keys: all.slice(from, from + page), next: from + page < all.length ? String(from + page) : null }
    },
  }
}
const flagged = async () =>
  (await DB.prepare('SELECT address FROM subscribers WHERE is_member = 1 ORDER BY address').all<{ address: string }>()).results.map((row) => row.address)
const counts = async () => {
  const by = async (who: 'members' | 'visitors') => (await countAudience({ db: DB }, { ...EVERYBODY, who }, NOW)).total
  return [await by('members'), await by('visitors')]
}

beforeEach(emptyAll)

it('tells readers of organisations from others, page by page, and takes the mark away again', async () => {
  await readers(5)
  await DB.prepare('UPDATE subscribers SET is_member = 0').run()
  await compareMembers({ db: DB, members: membersWith(['key1', 'unknown', 'key3', 'key5', 'key4']) }, NOW)
  expect(await flagged()).toEqual(['r1@d1.example', 'r3@d3.example', 'r4@d4.example', 'r5@d5.example'])
  expect(await counts()).toEqual([4, 1])
  const idle = membersWith([])
  await compareMembers({ db: DB, members: idle }, NOW + HOUR - 1)
  expect(idle.asked).toEqual([])
  await compareMembers({ db: DB, members: membersWith(['key2']) }, NOW + HOUR)
  expect([await flagged(), await counts()]).toEqual([['r2@d2.example'], [1, 4]])
})

it('goes on where it stopped when the members service did not answer, and takes no mark away before the end', async () => {
  await readers(5)
  await DB.prepare("UPDATE subscribers SET is_member = address_key = 'key2'").run()
  const all = ['key1', 'key3', 'key4', 'key5']
  await expect(compareMembers({ db: DB, members: membersWith(all, 1, 3) }, NOW)).rejects.toThrow('down')
  expect(await flagged()).toEqual(['r1@d1.example', 'r2@d2.example', 'r3@d3.example'])
  const again = membersWith(all, 1)
  await compareMembers({ db: DB, members: again }, NOW + 60_000)
  expect([again.asked, await flagged()]).toEqual([
    ['2', '3'],
    ['r1@d1.example', 'r3@d3.example', 'r4@d4.example', 'r5@d5.example'],
  ])
})

it('comes soon after somebody subscribed', async () => {
  await compareMembers({ db: DB, members: membersWith([]) }, NOW)
  await subscribed('anna@min.example')
  await compareMembers({ db: DB, members: membersWith([await readerKeyOf(DESK, 'anna@min.example')]) }, NOW + 60_000)
  expect(await flagged()).toEqual(['anna@min.example'])
})
