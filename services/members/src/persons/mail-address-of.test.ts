import { expect, it } from 'vitest'
import { DB, idOf, personRows } from '../testing/world.ts'
import { mailAddressOf } from './mail-address-of.ts'

it('is told for who has an account, and for nobody who is gone or never was', async () => {
  await DB.batch([...(await personRows({ number: 1 })), ...(await personRows({ number: 2 }))])
  await DB.prepare("UPDATE persons SET state = 'erased', address = NULL WHERE id = ?").bind(idOf('per', 2)).run()
  const told = await Promise.all([1, 2, 3].map((number) => mailAddressOf({ db: DB }, idOf('per', number))))
  expect(told).toEqual([expect.stringContaining('@'), null, null])
})
