import { describe, expect, it } from 'vitest'
import { importRecords } from '../import/import-records.ts'
import { DB } from '../testing/database.ts'
import { advise, ask, draft, edit, newKey, NOW, publish, shown, step, TODAY } from '../testing/desk.ts'
import { addRecommendation, editRecommendation, orderRecommendation, removeRecommendation } from './keep-recommendation.ts'
import { moveStage } from './move-stage.ts'
import { readInstrument } from './read-instrument.ts'
import { recommendationById, recommendationsOf } from './recommendation.ts'
import { recordFollowUp, type Step } from './record-follow-up.ts'
import { saveInstrument } from './save-instrument.ts'

const db = { db: DB }

describe('a recommendation', () => {
  it('is added once for a form, keeps its order by its buttons, and a stale one changes nothing', async () => {
    const { item } = await draft()
    const key = newKey()
    const advice = { texts: { en: 'One' }, addressee: 'Ministry', organisationId: null, dueOn: null, key }
    await Promise.all([1, 2, 3].map(() => addRecommendation(db, 'per_a', item, advice, NOW)))
    const [one] = await recommendationsOf(DB, item.id)
    const two = await advise(item.id, 'Two')
    const three = await advise(item.id, 'Three')
    const order = async () => (await recommendationsOf(DB, item.id)).map(({ texts }) => texts.en)
    expect(await order()).toEqual(['One', 'Two', 'Three'])
    const move = async (id: string, place: number, to: 'up' | 'down') =>
      orderRecommendation(db, 'per_a', await recommendationsOf(DB, item.id), { id, place, to }, NOW)
    await Promise.all([move(three.id, three.place, 'up'), move(three.id, three.place, 'up')])
    expect(await order()).toEqual(['One', 'Three', 'Two'])
    await move(one?.id ?? '', one?.place ?? 0, 'up')
    expect(await order()).toEqual(['One', 'Three', 'Two'])
    const save = (text: string) => editRecommendation(db, 'per_a', two, { ...two, texts: { en: text }, version: two.version }, NOW)
    expect((await Promise.all([save('A'), save('B')])).filter(({ ok }) => ok)).toHaveLength(1)
    expect(await removeRecommendation(db, 'per_a', two, two.version, NOW)).toEqual({ ok: false, code: 'stale' })
  })

  it('shows how each country stands, keeps every step, and what colleagues noted goes nowhere', async () => {
    const { item } = (await edit(await draft())) ?? {}
    const one = await advise(item.id, 'Teach more', { dueOn: '2027-03-01' })
    const { found } = await publish(item.id)
    const record = (over: Partial<Step>) => recordFollowUp(db, 'per_a', { item: found.item, recommendation: one }, step(over), NOW)
    expect(await record({ note: 'CANARY internal' })).toMatchObject({ ok: true })
    expect(await record({ version: 1, state: 'considered' })).toEqual({ ok: false, code: 'no_source' })
    expect(await record({ version: 1, state: 'considered', on: '2026-10-01', source: 'https://a.example' })).toEqual({ ok: false, code: 'too_early' })
    expect(await record({ version: 1, state: 'considered', on: '2026-11-25', source: 'https://a.example' })).toEqual({ ok: false, code: 'too_late' })
    expect((await record({ version: 1, state: 'adopted', on: TODAY, source: 'https://a.example/law', note: 'CANARY internal' })).ok).toBe(true)
    expect(await record({ version: 2, state: 'open', on: TODAY })).toEqual({ ok: false, code: 'forbidden' })
    const atOnce = await Promise.all(Array.from({ length: 10 }, () => record({ version: 2, state: 'in-progress', on: TODAY, source: 'https://a.example' })))
    expect(atOnce.filter(({ ok }) => ok)).toHaveLength(1)
    await record({ country: 'FI' })
    expect((await recommendationById(DB, item.id, one.id))?.countries).toEqual([
      { country: 'EE', state: 'in-progress', on: TODAY },
      { country: 'FI', state: 'open', on: '2026-11-01' },
    ])
    const { results } = await DB.prepare("SELECT state FROM follow_ups WHERE recommendation_id = ? AND country = 'EE' ORDER BY version").bind(one.id).all()
    expect(results).toEqual([{ state: 'open' }, { state: 'adopted' }, { state: 'in-progress' }])
    expect((await shown(item.id))?.doc['recommendations']).toEqual([
      {
        id: one.id,
        texts: { en: 'Teach more' },
        owner: { name: 'Ministry', organisationId: null },
        due: '2027-03-01',
        place: 1,
        followUps: [
          { country: 'EE', state: 'in-progress', on: TODAY, source: 'https://a.example' },
          { country: 'FI', state: 'open', on: '2026-11-01', source: null },
        ],
      },
    ])
    expect((await ask('/how-we-work').then((answer) => answer.text())) + JSON.stringify(await shown(item.id))).not.toContain('CANARY')
  })
})

describe('a stage', () => {
  it('is seen by readers at once, and following up needs something to follow up', async () => {
    const { found } = await publish((await edit(await draft())).item.id)
    const move = (from: 'requested' | 'outputs' | 'scoped' | 'running', to: 'scoped' | 'running' | 'outputs' | 'follow-up') =>
      moveStage(db, 'per_a', found, { from, to }, NOW)
    expect(await move('scoped', 'running')).toEqual({ ok: false, code: 'stale' })
    expect(await move('requested', 'running')).toEqual({ ok: false, code: 'forbidden' })
    await move('requested', 'scoped')
    await move('scoped', 'running')
    await move('running', 'outputs')
    expect((await shown(found.item.id))?.doc['stage']).toBe('outputs')
    expect(await move('outputs', 'follow-up')).toEqual({ ok: false, code: 'no_recommendation' })
    await advise(found.item.id, 'Teach more')
    expect((await move('outputs', 'follow-up')).ok).toBe(true)
    expect((await moveStage(db, 'per_a', found, { from: 'follow-up', to: 'closed' }, NOW)).ok).toBe(true)
    expect((await shown(found.item.id))?.doc).toMatchObject({ stage: 'closed', status: 'finalised' })
  })
})

describe('a taskforce from the file of the coalition', () => {
  const record = (over: object = {}) => ({
    id: 'pact',
    title: 'Pact',
    country: 'DK',
    organisation: 'Astra',
    start: '2016-09-29',
    status: 'finalised',
    summary: 'A pact.',
    source_url: 'https://example.org/pact',
    ...over,
  })

  it('is an instrument too; what somebody wrote by hand stays when the file comes again', async () => {
    await importRecords(db, 'taskforces', [record()], NOW)
    const id = (await DB.prepare("SELECT id FROM items WHERE source_key = 'taskforces/pact'").first<string>('id')) ?? ''
    expect(await shown(id)).toMatchObject({ doc: { stage: 'closed', status: 'finalised', recommendations: [] } })
    await importRecords(db, 'taskforces', [record({ summary: 'Another.' })], NOW)
    const found = await readInstrument(DB, id)
    expect(found?.content.words.en?.summary).toBe('Another.')
    if (found) await saveInstrument(db, 'per_a', found, { content: { ...found.content, organisation: 'By hand' }, version: found.item.version }, NOW)
    expect(await importRecords(db, 'taskforces', [record({ summary: 'From the file.' })], NOW)).toMatchObject([{ outcome: 'unchanged' }])
    expect((await readInstrument(DB, id))?.content.organisation).toBe('By hand')
  })
})
