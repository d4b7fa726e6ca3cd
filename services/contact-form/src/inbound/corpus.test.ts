import { beforeEach, describe, expect, it } from 'vitest'
import { caseById, messagesOf } from '../cases/read-case.ts'
import { count, DB, emptyAll, NOW, READING } from '../testing/asking.ts'
import { ANSWERS } from './corpus/answers.ts'
import { FORGERIES } from './corpus/forgeries.ts'
import { MACHINES } from './corpus/machines.ts'
import { OPENINGS } from './corpus/openings.ts'
import { REPORTS } from './corpus/reports.ts'
import { ANNA, type Specimen, type World } from './corpus/specimen.ts'
import { beginWorld, bring, MINUTE } from './testing-mail.ts'

let world: World
const counts = async () => [await count('cases'), await count('messages'), await count('mails')].map(Number)

beforeEach(async () => {
  await emptyAll()
  world = await beginWorld()
})

async function judge({ mail, from = ANNA, to = ({ reply }) => reply, outcome, more, says, of }: Specimen) {
  const before = await counts()
  const raw = mail(world)
  const taken = await bring(raw, { from, to: to(world) }, NOW + MINUTE)
  const after = await counts()
  expect([taken.outcome, after.map((number, index) => number - (before[index] ?? 0))]).toEqual([outcome, more])
  const receipt = await DB.prepare('SELECT outcome, case_id AS caseId FROM receipts').all<{ outcome: string; caseId: string | null }>()
  if (outcome === 'refused') expect([receipt.results, typeof taken.refusal]).toEqual([[], 'string'])
  else expect(receipt.results.map((row) => row.outcome)).toEqual([outcome])
  if (says !== undefined) expect((await messagesOf(READING, taken.caseId ?? '')).at(-1)?.body.slice(0, says.length)).toBe(says)
  const made = await DB.prepare("SELECT id FROM cases WHERE source = 'mail'").first<{ id: string }>()
  if (of !== undefined) expect((await caseById(READING, made?.id ?? ''))?.requester?.name).toBe(of)
  const again = await bring(raw, { from, to: to(world) }, NOW + 2 * MINUTE)
  // What was refused may be brought again; everything else has no effect a second time.
  expect([again.outcome, again.again, await counts()]).toEqual([outcome, outcome !== 'refused', after])
}

describe.each([
  ['an answer', ANSWERS],
  ['a beginning', OPENINGS],
  ['a forgery', FORGERIES],
  ['a machine', MACHINES],
  ['a report', REPORTS],
])('%s', (_, specimens) => {
  it.each(specimens)('$name', judge)
})

it('the corpus is large, and no two mails of it have one name', () => {
  const all = [ANSWERS, OPENINGS, FORGERIES, MACHINES, REPORTS].flat()
  expect(all.length).toBeGreaterThanOrEqual(100)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})
