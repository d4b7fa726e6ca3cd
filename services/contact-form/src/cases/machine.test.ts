import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '@stem/jobs/ids'
import { DB, emptyAll, READING } from '../testing/asking.ts'
import { dueOf } from '../promises/due-of.ts'
import { moment, pause } from '../testing/moments.ts'
import { slowlyDue } from '../testing/slow-clock.ts'
import { NEXT, OPEN, STATES, type Case, type State } from './case.ts'
import { asEvent, eventRow, eventsOf, type CaseEvent } from './event.ts'
import { CASE_COLUMNS, openCase, type CaseRow } from './read-case.ts'
import { requesterSays, staffWorks, withdraw, type Work } from './say.ts'

beforeEach(async () => {
  await emptyAll()
  // Who comes second in the audit chain tries again at once: the pause between is not what is proved here.
  vi.spyOn(Math, 'random').mockReturnValue(0)
})

const COLLEAGUES = ['per_anna', 'per_bert'] as const
const SAID = ['replied', 'said']

const desk = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('state' as const), state: fc.constantFrom(...STATES) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('reply' as const), state: fc.constantFrom(...STATES) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('assign' as const), to: fc.constantFrom(null, ...COLLEAGUES) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('note' as const) }) },
)
const asker = fc.constantFrom('answer' as const, 'answer' as const, 'withdraw' as const)
/** What happens at one moment: one acts, on the newest case or on an old page of it, or two act at once on the same page. */
const moves = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ desk: fc.tuple(fc.record({ work: desk, behind: fc.nat({ max: 4 }).map((one) => (one === 4 ? 1 : 0)) })), asker: fc.constant(null) }),
  },
  { weight: 3, arbitrary: fc.record({ desk: fc.constant([]), asker }) },
  {
    weight: 1,
    arbitrary: fc.record({
      desk: fc.tuple(fc.record({ work: desk, behind: fc.constant(0) }), fc.record({ work: desk, behind: fc.constant(0) })),
      asker: fc.constant(null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ desk: fc.tuple(fc.record({ work: desk, behind: fc.constant(0) })), asker }) },
)

type Step = typeof moves extends fc.Arbitrary<infer One> ? One : never

const workOf = (work: { act: Work['act']; state?: State; to?: string | null }, version: number): Work => ({ body: 'x', ...work, version }) as Work

/** Where a piece of work leads from `state`; null when it is not allowed there. */
function leadsTo(state: State, work: { act: Work['act']; state?: State }): State | null {
  const target = work.state ?? state
  if (target !== state && !NEXT[state].includes(target)) return null
  return work.act === 'reply' && !OPEN.includes(state) ? null : target
}
const afterAsker = (state: State, act: 'answer' | 'withdraw'): State | null =>
  !OPEN.includes(state) ? null : act === 'withdraw' ? 'withdrawn' : state === 'waiting' || state === 'answered' ? 'in-progress' : state

const upTo = (most: number) => fc.array(fc.tuple(pause, moves), { minLength: 1, maxLength: most })
/** What happens to a case: mostly little, sometimes much. */
const story = fc.record({ first: moment, steps: fc.oneof({ weight: 3, arbitrary: upTo(2) }, { weight: 1, arbitrary: upTo(6) }) })

/** Cases arrive, without their first message: what is proved here is what happens to them afterwards. */
async function arrive(moments: readonly number[]): Promise<string[]> {
  const events = moments.map((at) =>
    asEvent({ caseId: newId('cas', at), at, kind: 'received', actor: 'requester', state: 'new', before: {}, version: 1, about: null, groupId: null }),
  )
  await DB.batch(
    events.flatMap((event) => {
      const due = dueOf([event])
      return [
        DB.prepare(
          `INSERT INTO cases (id, reference, form_key, kind, state, locale, promise, due_at, link_epoch, version, created_at, updated_at)
           VALUES (?1, ?1, ?1, 'question', 'new', 'en', ?2, ?3, 1, 1, ?4, ?4)`,
        ).bind(event.caseId, due?.promise ?? null, due?.at ?? null, event.at),
        eventRow(DB, event),
      ]
    }),
  )
  return events.map(({ caseId }) => caseId)
}

/** Cases as they stand, in the order of `ids`. */
async function newest(ids: readonly string[]): Promise<Case[]> {
  const { results } = await DB.prepare(`SELECT ${CASE_COLUMNS} FROM cases WHERE id IN (SELECT value FROM json_each(?))`)
    .bind(JSON.stringify(ids))
    .all<CaseRow>()
  const rows = new Map(results.map((row) => [row.id, row]))
  return Promise.all(
    ids.map((id) => {
      const row = rows.get(id)
      if (!row) throw new Error('a case is lost')
      return openCase(READING, row)
    }),
  )
}

/** Lets happen what happens at one moment, and says what must be true of the case afterwards. */
async function step(found: Case, { desk: works, asker: asks }: Step, now: number): Promise<(after: Case) => void> {
  const { id, state, version } = found
  const done = await Promise.all([
    ...works.map(({ work, behind }, index) => staffWorks(READING, COLLEAGUES[index] ?? '', found, workOf(work, version - behind), now)),
    ...(asks === 'answer' ? [requesterSays(READING, found, { body: 'x', side: 'requester', author: null, via: 'mail' }, now)] : []),
    ...(asks === 'withdraw' ? [withdraw(READING, found, now)] : []),
  ])
  const succeeded = done.filter(({ ok }) => ok).length
  const targets = works.map(({ work, behind }) => (behind === 0 ? leadsTo(state, work) : null))
  const alone = asks === null ? null : afterAsker(state, asks)
  return (after) => {
    // Nothing that was said to have been done is missing, and nothing else was done.
    expect([after.id, after.version]).toEqual([id, version + succeeded])
    if (asks === null) {
      // Of those on the same page one wins, when any of them may.
      const may = targets.filter((target) => target !== null)
      expect(succeeded).toBe(may.length === 0 ? 0 : 1)
      expect(may.length === 0 ? [state] : may).toContain(after.state)
    } else if (works.length === 0) expect([succeeded, after.state]).toEqual(alone === null ? [0, state] : [1, alone])
    else {
      // The requester never loses against a colleague, unless the colleague ended the case first.
      const then = targets[0] ?? null
      const both = then === null ? null : afterAsker(then, asks)
      expect([alone, then, both].filter((one) => one !== null).concat(state)).toContain(after.state)
      if (alone !== null && (then === null || both !== null)) expect(done.at(-1)?.ok).toBe(true)
    }
  }
}

/** Entries of a table by case. */
async function perCase(table: string, column = 'case_id', order = 'rowid'): Promise<Map<string, { actor: string | null }[]>> {
  const { results } = await DB.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all<Record<string, string>>()
  return Map.groupBy(
    results.map((row) => ({ id: row[column] ?? '', actor: row['actor'] ?? null })),
    ({ id }) => id,
  )
}

/** Every event begins in the state in which the one before it left the case, one version later. */
function follows(events: readonly CaseEvent[]): boolean {
  return events.every(({ before, version, kind }, index) => {
    const last = events[index - 1]
    return last ? before.state === last.state && version === last.version + 1 && kind !== 'received' : version === 1 && kind === 'received'
  })
}

describe('the machine of a case', () => {
  it('holds under a thousand runs of several actors: no lost update, no state without an event, due times as a slow clock says', async () => {
    const ids: string[] = []
    await fc.assert(
      // Ten cases go on side by side, so that arriving and reading are one round trip for all of them.
      fc.asyncProperty(fc.array(story, { minLength: 10, maxLength: 10 }), async (stories) => {
        const own = await arrive(stories.map(({ first }) => first))
        ids.push(...own)
        let all = await newest(own)
        const clocks = stories.map(({ first }) => first)
        for (let at = 0; stories.some(({ steps }) => at < steps.length); at++) {
          const checks: ((after: Case) => void)[] = []
          for (const [index, { steps }] of stories.entries()) {
            const [wait, what] = steps[at] ?? []
            const found = all[index]
            if (wait === undefined || what === undefined || found === undefined) continue
            const now = (clocks[index] ?? 0) + wait
            clocks[index] = now
            checks[index] = await step(found, what, now)
          }
          all = await newest(own)
          all.forEach((after, index) => checks[index]?.(after))
        }
        const happened = await Promise.all(own.map((id) => eventsOf(DB, id)))
        for (const [index, events] of happened.entries()) {
          const found = all[index]
          expect([follows(events), events.length, events.at(-1)?.state]).toEqual([true, found?.version, found?.state])
          const due = slowlyDue(events)
          expect([found?.promise, found?.dueAt]).toEqual([due?.promise ?? null, due?.at ?? null])
          expect(found?.dueAt !== null).toBe(['new', 'triage', 'in-progress'].includes(found?.state ?? ''))
        }
      }),
      { numRuns: 100 },
    )
    // Each event but the arrival has one entry in the audit log, each message and note its event: in all cases together.
    const [events, audit, messages, notes] = [
      await perCase('events'),
      await perCase('audit', 'object', 'seq'),
      await perCase('messages'),
      await perCase('notes'),
    ]
    const { results } = await DB.prepare('SELECT case_id AS id, kind, count(*) AS n FROM events GROUP BY case_id, kind').all<{
      id: string
      kind: string
      n: number
    }>()
    const kinds = Map.groupBy(results, ({ id }) => id)
    for (const id of ids) {
      const of = (...wanted: string[]) => (kinds.get(id) ?? []).filter(({ kind }) => wanted.includes(kind)).reduce((sum, { n }) => sum + n, 0)
      expect((audit.get(id) ?? []).map(({ actor }) => actor)).toEqual(
        events
          .get(id)
          ?.slice(1)
          .map(({ actor }) => actor),
      )
      expect([messages.get(id)?.length ?? 0, notes.get(id)?.length ?? 0]).toEqual([of(...SAID), of('noted')])
    }
    expect(ids.length).toBeGreaterThanOrEqual(1000)
  }, 300_000)
})
