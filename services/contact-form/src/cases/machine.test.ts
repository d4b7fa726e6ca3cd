import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, count, DB, emptyAll, finished, NOW, only, READING } from '../testing/asking.ts'
import { NEXT, STATES, type State } from './case.ts'
import { eventsOf } from './event.ts'
import { requesterSays, staffWorks, withdraw, type Work } from './say.ts'

beforeEach(emptyAll)

describe('the machine of a case', () => {
  it('holds under a thousand runs of several actors: no state without its entry, no lost update, only the ways there are', async () => {
    const command = fc.oneof(
      fc.record({ who: fc.constant('staff' as const), act: fc.constant('state' as const), state: fc.constantFrom(...STATES), behind: fc.nat(1) }),
      fc.record({ who: fc.constant('staff' as const), act: fc.constant('reply' as const), state: fc.constantFrom(...STATES), behind: fc.nat(1) }),
      fc.record({ who: fc.constant('staff' as const), act: fc.constant('note' as const), behind: fc.nat(1) }),
      fc.record({ who: fc.constant('requester' as const), act: fc.constantFrom('answer' as const, 'withdraw' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 8 }), async (commands) => {
        await emptyAll()
        await ask('/support/request', { form: finished() })
        // The model: what a person with a sheet of paper would keep.
        let state = 'new' as State
        let entries = 1
        let [said, noted] = [1, 0]
        for (const one of commands) {
          const found = await only()
          const open = ['new', 'triage', 'in-progress', 'waiting', 'answered'].includes(state)
          let expected = false
          let done
          if (one.who === 'requester') {
            expected = open
            done =
              one.act === 'answer'
                ? await requesterSays(READING, found, { body: 'x', side: 'requester', author: null }, NOW)
                : await withdraw(READING, found, NOW)
            if (expected) state = one.act === 'withdraw' ? 'withdrawn' : state === 'waiting' || state === 'answered' ? 'in-progress' : state
            if (expected && one.act === 'answer') said++
          } else {
            const work: Work =
              one.act === 'note'
                ? { act: 'note', body: 'n', version: found.version - one.behind }
                : { act: one.act, state: one.state, body: 'r', version: found.version - one.behind }
            const target: State = one.act === 'note' ? state : one.state
            expected = one.behind === 0 && (target === state || NEXT[state].includes(target)) && (one.act !== 'reply' || open)
            done = await staffWorks(READING, 'per_staff', found, work, NOW)
            if (expected) state = target
            if (expected && one.act === 'reply') said++
            if (expected && one.act === 'note') noted++
          }
          if (expected) entries++
          expect(done.ok).toBe(expected)
          const after = await only()
          expect([after.state, after.version]).toEqual([state, found.version + (expected ? 1 : 0)])
        }
        expect([await count('audit'), await count('events'), await count('messages'), await count('notes')]).toEqual([entries, entries, said, noted])
        expect((await eventsOf(DB, (await only()).id)).at(-1)?.state).toBe(state)
      }),
      { numRuns: 200 },
    )
  }, 120_000)
})
