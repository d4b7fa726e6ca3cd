import { describe, expect, it } from 'vitest'
import { openWindows } from '../publish/open-windows.ts'
import { saveItem, type Item } from '../publish/save-item.ts'
import { withdrawItem } from '../publish/withdraw-item.ts'
import { DB, SEARCH } from '../testing/database.ts'
import { practiceItem } from '../testing/samples.ts'
import { entry, find, namesOf, registerOf } from '../testing/search.ts'
import { keepIndex } from './keep-index.ts'
import { keepSearch } from './keep-search.ts'
import { readPresent } from './read-present.ts'
import { rebuildIndex } from './rebuild-index.ts'
import { writePresent } from './write-documents.ts'

const NOW = Date.UTC(2026, 10, 24)
const nobody = registerOf([])
const deps = { db: DB, search: SEARCH, members: nobody }

const titled = (title: string, over: Partial<Item> = {}): Item =>
  practiceItem({ texts: [{ locale: 'en', title, summary: 'Short.', body: '[{"part":"background","text":"Deep down."}]' }], ...over })
const save = (item: Item, now = NOW) => DB.batch(saveItem(DB, item, 'per_test', now))
/** How many have just these words. */
const total = async (q: string, more = {}, now = NOW) => {
  const found = await find(q, more, { now })
  return found.way === 'exact' ? found.total : 0
}
/** Everything the search database says of itself, in an order that does not depend on how it came about. */
const everything = async () =>
  (
    await SEARCH.batch<object>([
      SEARCH.prepare('SELECT id, type, slug, country, date, texts, words FROM search_documents ORDER BY id'),
      SEARCH.prepare('SELECT d.id, t.title FROM search_titles t JOIN search_documents d USING (seq) ORDER BY 1, 2'),
      SEARCH.prepare('SELECT d.id, t.term FROM search_terms t JOIN search_documents d USING (seq) ORDER BY 1, 2'),
      SEARCH.prepare(
        'SELECT d.id, i.title, i.names, i.labels, i.summary, i.body, i.keys FROM search_index i JOIN search_documents d ON d.seq = i.rowid ORDER BY 1',
      ),
      SEARCH.prepare('SELECT * FROM search_counts ORDER BY term'),
      SEARCH.prepare('SELECT * FROM spellings ORDER BY word'),
      SEARCH.prepare('SELECT * FROM spelling_grams ORDER BY gram, word'),
    ])
  ).map(({ results }) => results)

describe('an item', () => {
  it('is found once it is public, by what it says now, and by nothing of it once it is withdrawn', async () => {
    const item = titled('Quokkas explain quarks')
    await save(item)
    expect(await total('quokkas')).toBe(0)
    await keepSearch(deps, NOW)
    expect(namesOf(await find('quokkas'))).toEqual([`practice/${item.slug}`])
    expect(await total('deep down')).toBe(1)
    await save({ ...item, version: 2, texts: [{ locale: 'en', title: 'Wombats explain quarks', summary: 'Short.', body: '[]' }] })
    await keepSearch(deps, NOW)
    expect([await total('quokkas'), await total('wombats'), await total('deep down')]).toEqual([0, 1, 0])
    expect((await withdrawItem({ db: DB }, item.id, 2, 'per_test', NOW)).ok).toBe(true)
    await keepSearch(deps, NOW)
    expect(await total('wombats')).toBe(0)
    const { results } = await SEARCH.prepare("SELECT word FROM spellings WHERE word IN ('wombats', 'quokkas', 'explain')").all()
    expect(results).toEqual([])
  })

  it('is found in each language it has, and shown in the one asked for', async () => {
    const texts = [
      { locale: 'en', title: 'Echidna lessons', summary: 'Short.', body: '[]' },
      { locale: 'fr', title: 'Leçons d’échidné', summary: 'Bref.', body: '[]' },
    ]
    await save(practiceItem({ texts }))
    await keepSearch(deps, NOW)
    expect((await find('echidna', {}, { locale: 'fr' as never })).hits[0]).toMatchObject({ title: 'Leçons d’échidné', locale: 'fr' })
    expect((await find('lecons')).hits[0]).toMatchObject({ title: 'Echidna lessons', locale: 'en' })
  })

  it('ends at its last second, even before it is swept', async () => {
    await save(titled('Numbat evenings', { publishedUntil: NOW + 1000 }))
    await keepSearch(deps, NOW)
    expect([await total('numbat', {}, NOW + 999), await total('numbat', {}, NOW + 1000)]).toEqual([1, 0])
    await openWindows({ db: DB }, NOW + 1000)
    await keepSearch(deps, NOW + 1000)
    expect(await total('numbat', {}, NOW)).toBe(0)
  })

  it('tells the caches of the search, and that something went when it did', async () => {
    const purges = async () => {
      const { results } = await DB.prepare("SELECT payload FROM outbox WHERE kind = 'purge' AND payload LIKE '%list-search%' ORDER BY rowid").all<{
        payload: string
      }>()
      return results.map(({ payload }) => JSON.parse(payload) as { withdrawn: boolean })
    }
    const before = (await purges()).length
    const item = titled('Bilby book')
    await save(item)
    await keepSearch(deps, NOW)
    await save({ ...item, version: 2, state: 'unpublished' })
    await keepSearch(deps, NOW)
    expect((await purges()).slice(before).map(({ withdrawn }) => withdrawn)).toEqual([false, true])
  })
})

describe('what is not public', () => {
  const CANARY = 'zyxcanary'
  it('is in no hit, count, facet, suggestion, spelling or word of the index', async () => {
    const hidden = { terms: { topic: [CANARY], country: ['DK'] }, names: [CANARY], fields: { organisation: CANARY, url: `https://${CANARY}.example` } }
    const gone = titled(`${CANARY} withdrawn`, hidden)
    const over = titled(`${CANARY} over`, { ...hidden, publishedUntil: NOW - 1 })
    for (const item of [
      titled(`${CANARY} draft`, { ...hidden, state: 'draft' }),
      titled(`${CANARY} embargoed`, { ...hidden, publishedFrom: NOW + 1 }),
      titled(`${CANARY} members`, { ...hidden, visibility: 'members' }),
      titled(`${CANARY} unpublished`, { ...hidden, state: 'unpublished' }),
      over,
      gone,
    ])
      await save(item)
    await keepSearch(deps, NOW)
    await withdrawItem({ db: DB }, gone.id, 1, 'per_test', NOW)
    await keepSearch(deps, NOW)
    for (const [q, more] of [[CANARY], ['', { topic: CANARY }], [`${CANARY}s`], ['zyxcanery'], [`${CANARY} draft`], ['']] as [
      string,
      Record<string, string>?,
    ][]) {
      const found = await find(q, more)
      const { asked: _typed, marks: _marks, ...told } = found
      expect(JSON.stringify(told), q).not.toContain(CANARY)
      expect(found.hits.filter(({ title }) => /draft|embargoed|members$/.test(title))).toEqual([])
    }
    expect(JSON.stringify(await everything())).not.toContain(CANARY)
    // The same words are found where they may be: the test can fail.
    await save(titled(`${CANARY} shown`, hidden))
    await keepSearch(deps, NOW)
    expect(await total(CANARY)).toBe(1)
    expect((await find('zyxcanery')).mended).toEqual([CANARY])
  })
})

describe('keeping the index', () => {
  it('leaves the same whether changes come once, twice, late, or in the wrong order', async () => {
    const item = titled('Potoroo phones')
    await save(item)
    const early = await readPresent(DB, [item.id])
    await save({ ...item, version: 2, texts: [{ locale: 'en', title: 'Potoroo physics', summary: 'S', body: '[]' }] })
    await Promise.all([keepIndex(deps, NOW), keepIndex(deps, NOW), keepIndex(deps, NOW)])
    const after = await everything()
    await writePresent(SEARCH, early, NOW)
    expect(await everything()).toEqual(after)
    await DB.prepare("UPDATE outbox SET sent_at = NULL WHERE kind = 'search'").run()
    while ((await keepIndex(deps, NOW)) > 0);
    expect(await everything()).toEqual(after)
    await withdrawItem({ db: DB }, item.id, 2, 'per_test', NOW)
    await keepIndex(deps, NOW)
    await writePresent(SEARCH, early, NOW)
    expect(await total('potoroo')).toBe(0)
  })

  it('takes a late writer apart from its neighbours: only what is stale is left out', async () => {
    const [first, second] = [titled('Dunnart drums'), titled('Kowari keys')]
    await save(first)
    await save(second)
    const early = await readPresent(DB, [first.id, second.id])
    await save({ ...first, version: 2, texts: [{ locale: 'en', title: 'Dunnart dances', summary: 'S', body: '[]' }] })
    await writePresent(SEARCH, await readPresent(DB, [first.id]), NOW)
    await writePresent(SEARCH, early, NOW)
    expect([await total('drums'), await total('dances'), await total('kowari')]).toEqual([0, 1, 1])
  })

  it('goes on where it broke off when the database of the search fails', async () => {
    await save(titled('Quoll quiz'))
    const broken = new Proxy(SEARCH, {
      get: (target, name) =>
        name === 'batch' ? () => Promise.reject(new Error('D1_ERROR: overloaded')) : (Reflect.get(target, name) as () => unknown).bind?.(target),
    })
    await keepSearch({ ...deps, search: broken }, NOW)
    expect(await total('quoll')).toBe(0)
    await keepSearch(deps, NOW)
    expect(await total('quoll')).toBe(1)
  })
})

describe('the register', () => {
  it('is compared as a whole: what is new, changed or gone', async () => {
    const entries = [
      entry({ id: 'org_a', name: 'Kakapo Institute', country: 'NL', descriptions: { en: 'Birds.' } }),
      entry({ id: 'org_b', name: 'Takahe Trust' }),
    ]
    const members = registerOf(entries)
    await keepSearch({ ...deps, members }, NOW)
    expect(namesOf(await find('kakapo'))).toEqual(['organisation/a'])
    entries.splice(0, 2, entry({ id: 'org_a', name: 'Kea Institute', updatedAt: 2 }))
    await keepSearch({ ...deps, members }, NOW)
    expect([await total('kakapo'), await total('kea'), await total('takahe')]).toEqual([0, 1, 0])
    await keepSearch(deps, NOW)
    expect(await total('kea')).toBe(0)
  })
})

describe('a rebuild', () => {
  it('gives the same as what events left, from nothing, twice, and from a broken copy', async () => {
    const members = registerOf([entry({ id: 'org_c', name: 'Weka Works', country: 'DK' })])
    await keepSearch({ ...deps, members }, NOW)
    const kept = await everything()
    const rebuild = async (now: number) => {
      let [next, portions] = [null as string | null, 0]
      do {
        next = (await rebuildIndex({ ...deps, members }, next, now)).next
        portions++
      } while (next !== null)
      return portions
    }
    await rebuild(NOW + 1)
    expect(await everything()).toEqual(kept)
    for (const table of ['search_documents', 'search_index', 'search_titles', 'search_terms', 'search_counts', 'spellings', 'spelling_grams', 'search_state'])
      await SEARCH.prepare(`DELETE FROM ${table}`).run()
    await rebuild(NOW + 2)
    expect(await everything()).toEqual(kept)
    await SEARCH.batch([
      SEARCH.prepare('UPDATE search_marks SET token = 1000000'),
      SEARCH.prepare("UPDATE search_documents SET id = 'itm_gone' WHERE id = (SELECT min(id) FROM search_documents WHERE type = 'practice')"),
    ])
    await rebuild(NOW + 3)
    expect(await everything()).toEqual(kept)
  })

  it('begins by itself when documents are indexed in another way than before', async () => {
    await save(titled('Tuatara talks'))
    await keepSearch(deps, NOW)
    await SEARCH.batch([SEARCH.prepare("UPDATE search_state SET value = '0 en' WHERE name = 'shape'"), SEARCH.prepare("UPDATE search_index SET title = ''")])
    expect(await total('tuatara')).toBe(0)
    await keepSearch(deps, NOW + 5)
    expect(await total('tuatara')).toBe(1)
  })
})
