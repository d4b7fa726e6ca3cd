import { visitor } from '@stem/test-kit/visitor'
import { describe, expect, it } from 'vitest'
import { addressOf } from '../addresses/address-of.ts'
import { country } from '../facts/country.ts'
import { home } from '../facts/home.ts'
import { sitemapFile, sitemapGroups } from '../facts/sitemap.ts'
import { openWindows } from '../publish/open-windows.ts'
import { DB, outbox } from '../testing/database.ts'
import { advise, ask, draft, edit, NOW, publish, shown, step, wish } from '../testing/desk.ts'
import { draftInstrument } from './draft-instrument.ts'
import { instrumentsOf } from './instruments-of.ts'
import { editRecommendation, removeRecommendation } from './keep-recommendation.ts'
import { agreesTo, isNamed } from './may-show.ts'
import { publishInstrument, unpublishInstrument } from './publish-instrument.ts'
import { readInstrument } from './read-instrument.ts'
import { recordFollowUp } from './record-follow-up.ts'
import { saveInstrument } from './save-instrument.ts'

const db = { db: DB }
const CARDS = { locale: 'en', now: NOW } as const
const counted = async (table: string, id: string) => DB.prepare(`SELECT count(*) FROM ${table} WHERE item_id = ?`).bind(id).first<number>('count(*)')

describe('a draft', () => {
  it('is one for a case and a type, however many ask at once and whatever they call it', async () => {
    const asked = wish()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => draftInstrument(db, { ...asked, title: `Title ${n}` }, NOW)))
    const ids = new Set(answers.map(({ id }) => id))
    expect(ids.size).toBe(1)
    const [id = ''] = ids
    expect(await Promise.all(['translations', 'revisions', 'instruments', 'addresses'].map((table) => counted(table, id)))).toEqual([1, 1, 1, 1])
    expect(await DB.prepare("SELECT count(*) AS n FROM audit WHERE object = ? AND action = 'instrument.drafted'").bind(id).first('n')).toBe(1)
    expect((await draftInstrument(db, { ...asked, type: 'briefing' }, NOW)).id).not.toBe(id)
  })

  it('is on no face: no page, list, search, feed, API, map, timeline, id or count, and no cache is told', async () => {
    const before = (await outbox()).length
    const found = await edit(await draft({ title: 'zyxcanary' }), {
      words: { en: { title: 'zyxcanary', summary: 'zyxcanary', background: 'zyxcanary', objectives: 'zyxcanary' } },
      organisation: 'zyxcanary',
    })
    await advise(found.item.id, 'zyxcanary')
    await openWindows(db, NOW + 1)
    const pages = await Promise.all(
      [
        '/about',
        '/how-we-work',
        '/practices',
        '/practices?q=zyxcanary',
        '/practices.csv',
        '/practices.json',
        '/practices.atom',
        '/api/v1/practices',
        '/api/v1/indicators',
      ].map(async (path) => (await ask(path)).text()),
    )
    const facts = [
      await home(db, visitor('/')),
      await country(db, 'EE', visitor('/')),
      await Promise.all((await sitemapGroups(db, NOW)).map(({ group }) => sitemapFile(db, group, NOW))),
      await instrumentsOf(db, [found.item.id], CARDS).then((all) => all[0]?.shown),
    ]
    const told = `${pages.join('')}${JSON.stringify(facts)}`.replaceAll(/value="zyxcanary"|“zyxcanary”|q=zyxcanary|>zyxcanary</g, '')
    expect(told).not.toContain('zyxcanary')
    const tables = ['published', 'published_texts', 'published_terms', 'term_counts', 'pair_counts', 'addresses']
    for (const table of tables) expect(JSON.stringify((await DB.prepare(`SELECT * FROM ${table}`).all()).results), table).not.toContain('zyxcanary')
    expect(await addressOf(db, found.item.id, NOW)).toEqual({ found: 'none' })
    expect(await outbox()).toHaveLength(before)
  })

  it('names the country only where the requester agreed to it', async () => {
    for (const [agreed, visibility, named] of [
      ['public', 'public', true],
      ['members', 'members', true],
      ['open', 'members', false],
    ] as const)
      expect((await draft({ agreed })).content).toMatchObject({ visibility, named, country: 'EE' })
  })
})

describe('publishing', () => {
  it('takes a second person, puts the draft on the page on our work and tells the caches', async () => {
    const found = await edit(await draft())
    const { id } = found.item
    expect((await publish(id, 'per_a')).outcome).toEqual({ ok: false, code: 'not_ready' })
    expect(await shown(id)).toBeNull()
    const done = await publish(id, 'per_b')
    expect(done.outcome.ok).toBe(true)
    expect(await shown(id)).toMatchObject({ visibility: 'public', country: 'EE', slug: 'girls-in-physics', doc: { stage: 'requested', status: 'ongoing' } })
    expect((await outbox()).at(-1)).toEqual({ tags: [id, 'list-taskforce', 'country-EE'], withdrawn: false })
    const html = await (await ask('/how-we-work')).text()
    expect(html).toContain('href="/taskforces/girls-in-physics"')
    expect(await addressOf(db, id, NOW)).toEqual({ found: 'item', path: '/taskforces/girls-in-physics' })
    expect(await instrumentsOf(db, [id], CARDS)).toMatchObject([
      { published: true, shown: { title: 'Girls in physics', path: '/taskforces/girls-in-physics' } },
    ])
  })

  it('shows what was changed only once it was published again, by somebody who did not change it', async () => {
    const first = await edit(await draft({ title: 'Again' }), { words: { en: { title: 'Again', summary: 'Before', background: '', objectives: '' } } })
    const { id } = first.item
    const { found } = await publish(id)
    const kept = await advise(id, 'Not yet public')
    await edit(found, { words: { en: { title: 'Again', summary: 'After', background: '', objectives: '' } } }, 'per_b')
    const html = async () => (await ask('/how-we-work')).text()
    expect(await html()).toMatch(/Before/)
    expect(await html()).not.toMatch(/After|Not yet public/)
    expect((await publish(id, 'per_b')).outcome.ok).toBe(false)
    expect((await publish(id, 'per_a')).outcome.ok).toBe(true)
    expect(await html()).toMatch(/After[^]*Not yet public/)
    await removeRecommendation(db, 'per_a', kept, kept.version, NOW)
    expect(await html()).toContain('Not yet public')
    await publish(id)
    expect(await html()).not.toContain('Not yet public')
  })

  it('is refused when a word was changed since the publisher looked', async () => {
    const found = await edit(await draft())
    await advise(found.item.id, 'Added meanwhile')
    const outcome = await publishInstrument(db, 'per_b', { found, recommendations: [] }, found.edits, NOW)
    expect(outcome).toEqual({ ok: false, code: 'stale' })
    expect(await shown(found.item.id)).toBeNull()
  })

  it('gives two of the same title two addresses, and keeps the address when the title changes', async () => {
    const title = { en: { title: 'Same title', summary: 'S', background: '', objectives: '' } }
    const one = await publish((await edit(await draft(), { words: title })).item.id)
    const two = await publish((await edit(await draft(), { words: title })).item.id)
    expect([one.found.item.slug, two.found.item.slug]).toEqual(['same-title', 'same-title-2'])
    const renamed = await edit(one.found, { words: { en: { ...title.en, title: 'Another' } } })
    expect((await publish(renamed.item.id)).found.item.slug).toBe('same-title')
  })

  it('ends at once for everybody, with one person, and can begin again', async () => {
    const { found } = await publish((await edit(await draft())).item.id)
    expect((await unpublishInstrument(db, 'per_b', found, NOW)).ok).toBe(true)
    expect(await shown(found.item.id)).toBeNull()
    expect((await outbox()).at(-1)?.withdrawn).toBe(true)
    expect((await publish(found.item.id, 'per_c')).outcome.ok).toBe(true)
  })
})

describe('what the requester agreed to', () => {
  it.each([
    [null, 'public', true, true],
    ['public', 'public', true, true],
    ['public', 'members', true, true],
    ['members', 'public', true, false],
    ['members', 'public', false, true],
    ['members', 'members', true, true],
    ['open', 'public', true, false],
    ['open', 'members', true, false],
    ['open', 'public', false, true],
    ['open', 'members', false, true],
  ] as const)('%s: shown to %s, telling who asked: %s → %s', (agreed, visibility, tells, allowed) => {
    expect(agreesTo(agreed, { visibility, tells })).toBe(allowed)
  })

  it('stands before publishing: with a country or organisation named, and with a text that names it', async () => {
    const base = await draft({ agreed: 'members', title: 'A country' })
    const refused = async (over: Parameters<typeof edit>[1]) => {
      const found = await readInstrument(DB, base.item.id)
      await edit(found ?? base, { organisation: null, ...over })
      return !(await publish(base.item.id)).outcome.ok
    }
    const quiet = { title: 'Girls in physics', summary: 'Why so few.', background: '', objectives: '' }
    expect(await refused({ visibility: 'public', named: true })).toBe(true)
    expect(await refused({ visibility: 'public', named: false, organisation: 'Ministry' })).toBe(true)
    for (const background of ['Estonia asked.', 'The Estonian ministry asked.'])
      expect(await refused({ visibility: 'public', named: false, words: { en: { ...quiet, background } } })).toBe(true)
    expect(
      await refused({ visibility: 'public', named: false, words: { en: quiet, el: { ...quiet, background: 'Το ζήτησε το υπουργείο της Εσθονίας' } } }),
    ).toBe(true)
    const one = await advise(base.item.id, 'Teach more', { addressee: 'Estonian ministry' })
    expect(await refused({ visibility: 'public', named: false, words: { en: quiet } })).toBe(true)
    await editRecommendation(db, 'per_a', one, { ...one, addressee: 'Ministry', version: one.version }, NOW)
    expect(await refused({ visibility: 'public', named: false, words: { en: quiet } })).toBe(false)
    expect(await shown(base.item.id)).toMatchObject({ country: null })
  })

  it('finds a country in the language of a text, and not in words that only look alike', () => {
    expect(isNamed('FR', [{ locale: 'fr', text: 'Les écoles françaises' }])).toBe(true)
    expect(isNamed('SE', [{ locale: 'en', text: 'They sued' }])).toBe(false)
    expect(isNamed('NL', [{ locale: null, text: 'Ministerie, Pays-Bas' }])).toBe(true)
  })

  it('hides the country in what became of a recommendation too, with the source that would tell', async () => {
    const found = await edit(await draft({ agreed: 'open' }), { visibility: 'public' })
    const one = await advise(found.item.id, 'Teach more')
    expect((await publish(found.item.id)).outcome.ok).toBe(true)
    const { item } = (await readInstrument(DB, found.item.id)) ?? found
    await recordFollowUp(db, 'per_a', { item, recommendation: one }, step({ source: 'https://min.ee/plan' }), NOW)
    await recordFollowUp(db, 'per_a', { item, recommendation: one }, step({ country: 'FI', source: 'https://min.fi/plan' }), NOW)
    const view = JSON.stringify(await shown(item.id))
    expect(view).toContain('min.fi')
    expect(view).not.toMatch(/"EE"|min\.ee/)
  })

  it('takes a published one out of sight in the moment in which it becomes less', async () => {
    const { found } = await publish((await edit(await draft({ agreed: 'public' }))).item.id)
    const content = { ...found.content, agreed: 'members' as const }
    expect(await saveInstrument(db, 'per_a', found, { content, version: found.item.version }, NOW)).toEqual({ ok: true, value: { hidden: true } })
    expect(await shown(found.item.id)).toBeNull()
    expect((await outbox()).at(-1)?.withdrawn).toBe(true)
    expect(await addressOf(db, found.item.id, NOW)).toEqual({ found: 'none' })
  })
})
