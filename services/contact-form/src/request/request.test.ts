import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, count, DB, emptyAll, finished, NOW, only, READING, somebody } from '../testing/asking.ts'
import { digest, formIn } from '../testing/reading.ts'
import { receivedPath } from './received.ts'

beforeEach(emptyAll)
const anna = somebody('anna', { roles: [] })
const PRACTICE = `itm_${'1'.repeat(26)}`
const ORGANISATION = `org_${'1'.repeat(26)}`
const formOf = async (answer: Response) => formIn(await answer.text(), '/support/request')

describe('the form', () => {
  it('keeps every typed word on any way through its steps', async () => {
    const words = fc.string({ unit: fc.constantFrom(...'aZ9 é€Ω漢<>"&\'`\n#?;=+%'), minLength: 1, maxLength: 30 }).map((text) => text.trim())
    const move = fc.record({
      go: fc.constantFrom('on', 'back', 'save', 'stay', 'drop-practice'),
      field: fc.constantFrom('name', 'organisation', 'job', 'challenge', 'tried', 'table'),
      text: words,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 10 }), async (moves) => {
        let form = await formOf(await ask(`/support/request?kind=taskforce&practice=${PRACTICE}`))
        // The model: what was typed last into each field.
        const typed: Record<string, string> = { kind: 'taskforce' }
        for (const { go, field, text } of moves) {
          const isShown = form['step'] === 'you' ? ['name', 'organisation', 'job'] : form['step'] === 'challenge' ? ['challenge', 'tried', 'table'] : []
          if (isShown.includes(field) && form['asked'] === undefined) typed[field] = form[field] = text
          // The last page has no way on but sending.
          const answer = await ask('/support/request', { form: { ...form, go: form['step'] === 'check' && go === 'on' ? 'back' : go } })
          expect([200, 422]).toContain(answer.status)
          form = await formOf(answer)
          for (const [name, value] of Object.entries(typed)) expect([name, form[name]]).toEqual([name, value])
        }
      }),
      { numRuns: 60 },
    )
    expect([await count('cases'), await count('drafts')]).toEqual([0, 0])
  }, 60_000)

  it.each([
    '/support/request',
    '/support/request?kind=question&country=EE',
    `/support/request?practice=${PRACTICE}`,
    '/contact',
    '/support/received',
    '/support/link',
  ])('%s changes nothing by being looked at', async (path) => {
    const before = await digest()
    expect((await ask(path, { who: anna })).status).toBe(200)
    expect(await digest()).toBe(before)
  })

  it('is prefilled for who is signed in, every field in sight where it can be changed', async () => {
    const first = await formOf(await ask('/support/request', { who: anna }))
    const answer = await ask('/support/request', { who: anna, form: { ...first, kind: 'taskforce', go: 'on' } })
    const html = await answer.text()
    const fields = { name: 'anna', address: 'anna@min.example', organisation: 'Ministry of anna', job: 'Adviser', country: 'EE', language: 'fr' }
    expect(formIn(html, '/support/request')).toMatchObject(fields)
    for (const name of Object.keys(fields)) expect(html).toMatch(new RegExp(`<(input|select)[^>]* id="f-${name}"`))
    const sent = { ...formIn(html, '/support/request'), address: 'other@min.example', challenge: 'Why?', step: 'check', go: 'send' }
    await ask('/support/request', { who: anna, form: sent })
    const found = await only()
    expect([found.requester?.address, found.personId, found.locale]).toEqual(['other@min.example', anna.personId, 'fr'])
  })

  it('is empty for a visitor, in the language of the page, and when the account is gone', async () => {
    expect(await formOf(await ask('/support/request', { locale: 'el' }))).toMatchObject({ name: '', address: '', language: 'el' })
    expect(await formOf(await ask('/support/request', { who: somebody('gone') }))).toMatchObject({ name: 'gone', address: '' })
    expect(await (await ask('/contact', { who: anna })).text()).toContain('value="anna@min.example"')
  })

  it('has the whole of its limits and hints in sight before anything is typed', async () => {
    const html = await (await ask('/support/request', { form: finished({ step: 'you', go: 'on' }) })).text()
    expect([html.match(/Up to 4,000 characters/g)?.length, html.match(/Up to 1,000 characters/g)?.length]).toEqual([2, 1])
    expect(html).toContain('30 days')
  })
})

describe('what a request is about', () => {
  const path = `/support/request?practice=${PRACTICE}&organisation=${ORGANISATION}`

  it('is named on every step, in its own language, can be left out, and is linked with the case', async () => {
    const first = await (await ask(path)).text()
    expect(first).toMatch(/About the practice: <b lang="et">Girls &lt;code&gt;<\/b>/)
    expect(first).toContain('Platform Own')
    const { practice_id = '', organisation_id = '' } = formIn(first, '/support/request')
    const form = finished({ step: 'challenge', go: 'on', practice_id, organisation_id })
    expect(await (await ask('/support/request', { form })).text()).toMatch(/Girls &lt;code&gt;[^]*Send request/)
    const dropped = await formOf(await ask('/support/request', { form: { ...form, go: 'drop-organisation' } }))
    expect([dropped['organisation_id'], dropped['practice_id'], dropped['challenge']]).toEqual(['', PRACTICE, form['challenge']])
    await ask('/support/request', { form: { ...form, step: 'check', go: 'send' } })
    const found = await only()
    const { results } = await DB.prepare('SELECT case_id, kind, target, label, added_by FROM case_links ORDER BY kind').all()
    expect(results).toEqual([
      { case_id: found.id, kind: 'organisation', target: ORGANISATION, label: 'Platform Own', added_by: 'requester' },
      { case_id: found.id, kind: 'practice', target: PRACTICE, label: 'Girls <code>', added_by: 'requester' },
    ])
  })

  it.each([
    ['is not public', `itm_${'2'.repeat(26)}`, 0],
    ['is no id', "itm_1' OR 1=1", 0],
    ['cannot be asked for now', `itm_${'9'.repeat(26)}`, 1],
  ])('that %s never stands in the way', async (_, id, links) => {
    expect((await ask(`/support/request?practice=${encodeURIComponent(id)}`)).status).toBe(200)
    expect((await ask('/support/request', { form: finished({ practice_id: id, organisation_id: 'org_x' }) })).status).toBe(303)
    expect([await count('cases'), await count('case_links')]).toEqual([1, links])
  })
})

describe('the page that says a request arrived', () => {
  it('gives reference and dates, the same at every look, and no dates when somebody changed them', async () => {
    const answer = await ask('/support/request', { form: finished() })
    const path = answer.headers.get('location') ?? ''
    const first = await (await ask(path)).text()
    expect(first).toContain((await only()).reference)
    expect(first.match(/By \d+ \w+ 20\d\d/g)).toHaveLength(2)
    expect(await (await ask(path, { now: NOW + 40 * 86_400_000 })).text()).toBe(first)
    for (const changed of [path.replace(/at=\d+/, `at=${NOW + 1}`), path.replace(/.$/, 'x'), path.replace(/&sign.*/, '')]) {
      const html = await (await ask(changed)).text()
      expect([html.match(/By \d+/), html.includes('two working days')]).toEqual([null, true])
    }
    expect(await receivedPath(READING.keys, 'A', 1)).not.toBe(await receivedPath(READING.keys, 'B', 1))
  })

  it('is the same for spam: who sent it learns nothing', async () => {
    const [good, spam] = await Promise.all([
      ask('/support/request', { form: finished() }),
      ask('/support/request', { form: finished({ more: 'x', address: 'b@min.example' }) }),
    ])
    const shape = async (answer: Response) => (await (await ask(answer.headers.get('location') ?? '')).text()).replaceAll(/[2-9A-Z]{5}-[2-9A-Z]{5}/g, '')
    expect(await shape(spam)).toBe(await shape(good))
  })
})

describe('the short form', () => {
  const contact = (over: Record<string, string> = {}) => ({
    key: finished()['key'] ?? '',
    name: 'Anna Kask',
    address: 'anna@min.example',
    topic: 'Newsletter',
    message: 'How do I subscribe?',
    more: '',
    ...over,
  })

  it('makes one question of any number of clicks, with its topic sealed', async () => {
    const form = contact()
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('/contact', { form })))
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    const found = await only()
    expect([found.kind, found.subject, found.requester?.address, await count('cases'), await count('mails')]).toEqual([
      'question',
      'Newsletter',
      'anna@min.example',
      1,
      1,
    ])
    expect(JSON.stringify((await DB.prepare('SELECT * FROM cases').all()).results)).not.toContain('Newsletter')
  })

  it.each([
    ['name', ''],
    ['address', 'anna'],
    ['message', ''],
    ['message', 'x'.repeat(4001)],
    ['topic', 'x'.repeat(121)],
  ])('with %s = %.10j shows what to mend and keeps the rest', async (field, value) => {
    const answer = await ask('/contact', { form: contact({ [field]: value }) })
    const html = await answer.text()
    expect([answer.status, html.includes(`href="#f-${field}"`), await count('cases')]).toEqual([422, true, 0])
    expect(html).toContain(field === 'name' ? 'subscribe' : 'Anna Kask')
  })

  it('knows its limits and keeps what was typed', async () => {
    const statuses = []
    for (let index = 0; index < 11; index++) statuses.push((await ask('/contact', { form: contact() })).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    const late = await ask('/contact', { form: contact({ message: 'CANARY typed' }) })
    expect([late.status, (await late.text()).includes('CANARY typed')]).toEqual([429, true])
    const old = await ask('/contact', { form: contact({ drawn: '', address: 'b@min.example' }) })
    expect([old.status, (await old.text()).includes('open for a long time')]).toEqual([422, true])
    expect((await ask('/contact', { form: contact({ state: 'closed' }) })).status).toBe(400)
    expect((await ask('/contact', { form: contact({ key: 'x' }) })).status).toBe(422)
  })
})
