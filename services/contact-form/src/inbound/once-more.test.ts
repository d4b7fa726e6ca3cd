import { beforeEach, expect, it } from 'vitest'
import { mergeCases } from '../merging/merge-cases.ts'
import { count, emptyAll, NOW, READING } from '../testing/asking.ts'
import type { EnclosedPlace } from './body-of.ts'
import { ANNA, BO, byAnna, written, type World } from './corpus/specimen.ts'
import { beginWorld, bring, caseOf, INBOX, MINUTE } from './testing-mail.ts'

let world: World
beforeEach(async () => {
  await emptyAll()
  world = await beginWorld()
})

it('a mail brought again after its case was merged is still the same', async () => {
  const raw = byAnna(world)
  await bring(raw, { from: ANNA, to: world.reply }, NOW + MINUTE)
  const [found, into] = [await caseOf(ANNA), await caseOf(BO)]
  expect((await mergeCases(READING, 'per_a', { found, into, seen: { version: found.version, intoVersion: into.version } }, NOW + 2 * MINUTE)).ok).toBe(true)
  expect(await bring(raw, { from: ANNA, to: world.reply }, NOW + 3 * MINUTE)).toMatchObject({ outcome: 'joined', caseId: found.id, again: true })
  expect([await count('messages'), await count('cases')]).toEqual([3, 2])
})

it('files of a mail count as those of its sender, whether it joins a case or opens one', async () => {
  const places: EnclosedPlace[] = []
  const inbox = {
    ...INBOX,
    keepFiles: async (_files: unknown, place: EnclosedPlace) => {
      places.push(place)
      return { rows: () => [], refused: [] }
    },
  }
  const to = `support@${world.domain}`
  const carl = written({ From: 'Carl <CARL@firm.example>', To: to, Subject: 'Hello', 'Message-ID': '<c1@firm.example>' }, 'A question')
  await bring(byAnna(world), { from: ANNA, to: world.reply }, NOW + MINUTE, inbox)
  await bring(carl, { from: 'carl@firm.example', to }, NOW + MINUTE, inbox)
  expect(places.map(({ source }) => source)).toEqual([ANNA, 'carl@firm.example'])
})
