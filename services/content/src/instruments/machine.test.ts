import { STAGES, type Stage } from '@stem/contracts/content'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DB } from '../testing/database.ts'
import { advise, draft, NOW, TODAY } from '../testing/desk.ts'
import { NEXT } from './instrument.ts'
import { moveStage } from './move-stage.ts'
import { readInstrument } from './read-instrument.ts'
import { FOLLOW_UP_STATES, FOLLOWING, type FollowUpState } from './recommendation.ts'
import { recordFollowUp } from './record-follow-up.ts'

const RUNS = 100

describe('the stages of an instrument', () => {
  it('lead from everywhere to the end and back to work, and nowhere twice', () => {
    for (const stage of STAGES) {
      expect(NEXT[stage]).not.toContain(stage)
      const reached = new Set<Stage>([stage])
      for (const one of reached) for (const next of NEXT[one]) reached.add(next)
      expect([...reached], stage).toEqual(expect.arrayContaining(['closed', 'outputs', 'follow-up']))
    }
  })

  it('are what a slow model says, whatever several people press at once from what they saw', async () => {
    const { item } = await draft()
    await advise(item.id, 'Teach more')
    const wish = fc.record({ from: fc.constantFrom(...STAGES), to: fc.constantFrom(...STAGES), who: fc.constantFrom('per_a', 'per_b', 'per_c') })
    let model: Stage = 'requested'
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 4 }), async (wishes) => {
        const found = await readInstrument(DB, item.id)
        if (!found) throw new Error('gone')
        const outcomes = await Promise.all(wishes.map(({ from, to, who }) => moveStage({ db: DB }, who, found, { from, to }, NOW)))
        const done = wishes.filter((_, index) => outcomes[index]?.ok)
        // Those that had effect make one way from the stage before to the stage after, each by an allowed step.
        const stage = (await readInstrument(DB, item.id))?.stage
        const way = [...done]
        let at: Stage = model
        while (way.length > 0) {
          const next = way.findIndex(({ from }) => from === at)
          expect(next).toBeGreaterThanOrEqual(0)
          const [move] = way.splice(next, 1)
          expect(NEXT[at]).toContain(move?.to)
          at = move?.to ?? at
        }
        expect(stage).toBe(at)
        model = at
      }),
      { numRuns: RUNS },
    )
    const moves = await DB.prepare("SELECT detail FROM audit WHERE object = ? AND action = 'instrument.moved' ORDER BY seq")
      .bind(item.id)
      .all<{ detail: string }>()
    let at: string = 'requested'
    for (const { detail } of moves.results) {
      const { from, to } = JSON.parse(detail) as { from: string; to: string }
      expect(from).toBe(at)
      at = to
    }
    expect(at).toBe(model)
  })
})

describe('what a country does with a recommendation', () => {
  it('goes only where it may, one step for each version, and the history tells all of it', async () => {
    const { item } = await draft()
    const recommendation = await advise(item.id, 'Teach more')
    const wish = fc.record({
      country: fc.constantFrom('EE', 'FI'),
      version: fc.nat(2),
      state: fc.constantFrom(...FOLLOW_UP_STATES),
      who: fc.constantFrom('per_a', 'per_b'),
    })
    const model = new Map<string, FollowUpState[]>()
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 4 }), async (wishes) => {
        const asked = wishes.map((one) => ({ ...one, version: Math.max(0, (model.get(one.country)?.length ?? 0) - one.version) }))
        const outcomes = await Promise.all(
          asked.map(({ who, ...step }) =>
            recordFollowUp({ db: DB }, who, { item, recommendation }, { ...step, on: TODAY, source: 'https://a.example', note: null }, NOW),
          ),
        )
        for (const [index, { country, version, state }] of asked.entries()) {
          const before = model.get(country) ?? []
          const last = before.at(-1)
          const isAllowed = version === before.length && (last === undefined || FOLLOWING[last].includes(state))
          if (!outcomes[index]?.ok) continue
          expect(isAllowed).toBe(true)
          model.set(country, [...before, state])
        }
        for (const [country, states] of model) {
          const { results } = await DB.prepare('SELECT state, version FROM follow_ups WHERE recommendation_id = ? AND country = ? ORDER BY version')
            .bind(recommendation.id, country)
            .all<{ state: FollowUpState; version: number }>()
          expect(results).toEqual(states.map((state, index) => ({ state, version: index + 1 })))
        }
      }),
      { numRuns: RUNS },
    )
    expect(model.size).toBe(2)
  })
})
