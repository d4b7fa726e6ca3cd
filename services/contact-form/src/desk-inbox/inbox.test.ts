import { beforeEach, describe, expect, it } from 'vitest'
import { requesterSays, staffWorks } from '../cases/say.ts'
import { forgetPerson } from '../retention/forget-person.ts'
import { arrive, caseOf, listed } from '../testing/arriving.ts'
import { ask, count, DB, emptyAll, NOW, READING, somebody } from '../testing/asking.ts'

const DAY = 24 * 60 * 60_000
const officer = somebody('secretariat-officer')
const admin = somebody('secretariat-admin')
beforeEach(emptyAll)

const inbox = async (query = '', who = officer) => (await ask(`/console/requests${query}`, { who })).text()
const listOf = async (query = '', who = officer) => listed(await inbox(query, who))
const tab = (html: string, view: string) =>
  new RegExp(`href="/console/requests${view === 'open' ? '' : `\\?view=${view}`}"[^>]*>[^<]*<span class="num">([^<]*)<`).exec(html)?.[1]

describe('the lists', () => {
  it('hold each request where it belongs, with counts', async () => {
    const fresh = await arrive()
    const mine = await arrive()
    await staffWorks(READING, officer.personId, await caseOf(mine), { version: 1, act: 'assign', to: officer.personId }, NOW)
    const waiting = await arrive()
    await staffWorks(READING, 'per_x', await caseOf(waiting), { version: 1, act: 'state', state: 'waiting' }, NOW)
    const closed = await arrive()
    await staffWorks(READING, 'per_x', await caseOf(closed), { version: 1, act: 'state', state: 'closed' }, NOW)
    const late = await arrive({ at: NOW - 30 * DAY })
    const possible = await arrive({ possiblyOf: fresh })
    const spam = await arrive({ spamReason: 'trap' })
    const lists: Record<string, string[]> = {
      open: [fresh, mine, waiting, late, possible],
      mine: [mine],
      unassigned: [fresh, waiting, late, possible],
      us: [fresh, mine, late, possible],
      overdue: [late],
      waiting: [waiting],
      possible: [possible],
      closed: [closed],
      spam: [spam],
    }
    await DB.prepare('UPDATE cases SET due_at = ? WHERE id = ?')
      .bind(NOW + DAY, mine)
      .run()
    const first = await inbox()
    for (const [view, ids] of Object.entries(lists)) {
      expect([view, (await listOf(`?view=${view}`)).toSorted()]).toEqual([view, ids.toSorted()])
      expect([view, tab(first, view)]).toEqual([view, String(ids.length)])
    }
    expect(await listOf('?view=all')).toHaveLength(7)
    expect((await listOf())[0]).toBe(late)
    expect(first).toMatch(/<h2 class="gh">Overdue<\/h2>[^]*<h2 class="gh">Due within two days<\/h2>[^]*<h2 class="gh">Nothing due<\/h2>/)
  })

  it('say in words why something was taken for spam, also for a reason without words', async () => {
    await arrive({ spamReason: 'no-such-reason' })
    expect(await inbox('?view=spam')).toContain('Taken for spam by a rule')
  })

  it('differ when empty: nothing ever came, nothing belongs here, nothing matches', async () => {
    expect(await inbox()).toContain('No request yet')
    await arrive()
    expect(await inbox('?view=mine')).toContain('Nothing here')
    const none = await inbox('?view=mine&country=FR')
    expect(none).toMatch(
      /Nothing matches these filters[^]*href="\/console\/requests\?view=all&amp;country=FR"[^]*href="\/console\/requests\?view=mine">Clear all/,
    )
  })
})

describe('filters', () => {
  it('narrow a list down alone and together, stand in the address, and go one by one', async () => {
    const wanted = await arrive({ kind: 'roundtable', country: 'FR', locale: 'fr', source: 'api', at: NOW - 20 * DAY })
    await staffWorks(READING, 'per_x', await caseOf(wanted), { version: 1, act: 'assign', to: admin.personId }, NOW)
    await staffWorks(READING, 'per_x', await caseOf(wanted), { version: 2, act: 'state', state: 'triage' }, NOW)
    await arrive()
    const filters = ['kind=roundtable', 'country=FR', 'language=fr', 'source=api', 'age=14', `owner=${admin.personId}`, 'state=triage']
    for (const filter of filters) expect([filter, await listOf(`?${filter}`)]).toEqual([filter, [wanted]])
    expect(await listOf(`?${filters.join('&')}`)).toEqual([wanted])
    expect(await listOf('?age=30')).toEqual([])
    expect(await listOf('?owner=none')).toHaveLength(1)
    const html = await inbox('?kind=roundtable&country=FR')
    expect(html).toContain('class="chip" href="/console/requests?country=FR"')
    expect(html).toContain('1 result')
  })

  it('that are nonsense leave everything in', async () => {
    const id = await arrive()
    expect(await listOf('?view=x&kind=money&state=zzz&owner=per_1&age=1&sort=up&after=1&before=cas&tick=x')).toEqual([id])
  })
})

describe('pages', () => {
  it('hold fifty and lose or double none, forth and back, also when everything happened at the same moment', async () => {
    for (let index = 0; index < 12; index++) await arrive()
    // The rest as copies: many at the very same time.
    await DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 118)
       INSERT INTO cases (id, reference, form_key, kind, state, locale, link_epoch, version, created_at, updated_at, due_at)
       SELECT 'cas_' || printf('%026d', i), 'R' || i, 'F' || i, 'question', 'new', 'en', 1, 1, ?1, ?1, CASE WHEN i % 3 = 0 THEN ?1 END FROM n`,
    )
      .bind(NOW)
      .run()
    for (const sort of ['due', 'activity', 'oldest']) {
      const pages: string[][] = []
      let html = await inbox(`?sort=${sort}`)
      for (;;) {
        pages.push(listed(html))
        const next = /rel="next" href="([^"]+)"/.exec(html)?.[1]
        if (next === undefined) break
        html = await inbox(next.replace('/console/requests', '').replaceAll('&amp;', '&'))
      }
      expect(pages.map(({ length }) => length)).toEqual([50, 50, 30])
      expect(new Set(pages.flat()).size).toBe(130)
      for (const page of pages.slice(0, -1).toReversed()) {
        const back = /rel="prev" href="([^"]+)"/.exec(html)?.[1] ?? ''
        html = await inbox(back.replace('/console/requests', '').replaceAll('&amp;', '&'))
        expect(listed(html)).toEqual(page)
      }
      expect(html).not.toContain('rel="prev"')
    }
  })
})

describe('search', () => {
  it('finds whole words in any spelling of their letters, all of them, in every list', async () => {
    const greek = await arrive({ body: 'Περισσότερα κορίτσια στη Φυσική', organisation: 'Υπουργείο Παιδείας' })
    const german = await arrive({ body: 'Wie groß ist die Lücke in Straßburg?', spamReason: 'links' })
    for (const q of ['φυσικη', 'ΦΥΣΙΚΉ ΚΟΡΙΤΣΙΑ', 'υπουργειο']) expect([q, await listOf(`?view=all&q=${encodeURIComponent(q)}`)]).toEqual([q, [greek]])
    for (const q of ['gross', 'GROSS lucke', 'strassburg', 'Straßburg?'])
      expect([q, await listOf(`?view=all&q=${encodeURIComponent(q)}`)]).toEqual([q, [german]])
    for (const q of ['φυσ', 'gross φυσικη', '!?', '%', "' OR 1=1 --"]) expect([q, await listOf(`?view=all&q=${encodeURIComponent(q)}`)]).toEqual([q, []])
    expect(await listOf('?q=gross')).toEqual([])
  })

  it('finds a reference in any spelling and an address as a whole', async () => {
    const id = await arrive({ address: 'Anna.Kask@Min.Example', body: 'Copy to bea@school.example, please.' })
    await arrive({ address: 'anna@min.example', body: 'kask min example' })
    const { reference } = await caseOf(id)
    for (const q of [reference, reference.toLowerCase().replace('-', ''), ` ${reference.replace('-', ' - ')} `, 'anna.kask@min.example', 'bea@school.example'])
      expect([q, await listOf(`?view=all&q=${encodeURIComponent(q)}`)]).toEqual([q, [id]])
  })

  it('finds what was said later, and never what colleagues noted', async () => {
    const id = await arrive()
    await requesterSays(READING, await caseOf(id), { body: 'We mean kindergartens', side: 'requester', author: null }, NOW)
    const work = async (form: Record<string, string>) =>
      ask(`/console/requests/${id}`, { who: officer, form: { version: String((await caseOf(id)).version), ...form } })
    await work({ do: 'note', body: 'CANARYNOTE between us' })
    await work({ do: 'reply', body: 'Which municipalities?', state: 'waiting' })
    const find = (q: string) => listOf(`?view=all&q=${q}`)
    expect([await find('kindergartens'), await find('municipalities'), await find('CANARYNOTE')]).toEqual([[id], [id], []])
    expect(await inbox('?view=all')).not.toContain('CANARYNOTE')
  })

  it('finds nothing of a person who is forgotten', async () => {
    await arrive({ body: 'unmistakable', subject: 'CANARYSUBJECT', name: 'CANARYNAME', personId: 'per_gone' })
    expect(await inbox()).toMatch(/CANARYSUBJECT[^]*CANARYNAME/)
    await DB.batch(forgetPerson(DB, 'per_gone'))
    expect(await inbox('?view=all')).not.toContain('CANARY')
    expect([await listOf('?view=all&q=unmistakable'), await count('case_terms')]).toEqual([[], 0])
  })
})

describe('saved views', () => {
  const save = (name: string, query: string) => ask('/console/requests/views', { who: officer, form: { name, query } })
  it('are kept as an address under a name, stand among the lists, and go again', async () => {
    const answer = await save('French roundtables', 'country=FR&kind=roundtable&after=1.cas_x&evil=1')
    expect(answer.headers.get('location')).toBe('/console/requests?kind=roundtable&country=FR')
    const html = await inbox('?kind=roundtable&country=FR')
    expect(html).toMatch(/<a href="\/console\/requests\?kind=roundtable&amp;country=FR" aria-current="page">French roundtables<\/a>/)
    expect(await inbox('', admin)).not.toContain('French roundtables')
    const view = /name="view" value="(viw_\d+)"/.exec(html)?.[1] ?? ''
    expect((await ask('/console/requests/views/delete', { who: officer, form: { view } })).status).toBe(303)
    expect(await inbox()).not.toContain('French roundtables')
  })

  it('without a name, and one too many, are refused with what to do', async () => {
    const answers = await Promise.all([save('', 'kind=question'), save('One too many', 'kind=question')])
    expect(answers.map(({ status }) => status)).toEqual([422, 422])
    expect(await answers[0]?.text()).toContain('Give the view a name')
    expect(await answers[1]?.text()).toContain('You have 20 views')
  })
})

describe('what a request is taken back from spam for', () => {
  it('is acknowledged then, once, and waits among the new ones', async () => {
    const id = await arrive({ spamReason: 'links' })
    expect(await count('mails')).toBe(0)
    for (const state of ['new', 'spam', 'new'] as const)
      await staffWorks(READING, officer.personId, await caseOf(id), { version: (await caseOf(id)).version, act: 'state', state }, NOW)
    expect([(await caseOf(id)).state, await count('mails')]).toEqual(['new', 1])
  })
})
