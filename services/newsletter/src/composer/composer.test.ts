import { newFormKey } from '@stem/web/form'
import { beforeEach, describe, expect, it } from 'vitest'
import { askDesk, begun, brief, campaign, formOn, issueOf, sent, staff } from '../testing/composing.ts'
import { count, DB, emptyAll, post } from '../testing/reading.ts'
import { contentOf } from '../issue/version-of.ts'
import { check } from './check-routes.tsx'
import { composer } from './routes.tsx'

beforeEach(async () => {
  await emptyAll()
  await DB.prepare('DELETE FROM campaign_versions').run()
})

/** Sends the form of an issue with changes; `fresh`: as it stands on the page now. */
async function write(path: string, change: Record<string, string>, over: Parameters<typeof askDesk>[1] = {}) {
  const form = await formOn(await askDesk(path, over))
  return askDesk(path, { ...over, form: { ...form, do: 'save', ...change } })
}
const blockIds = async (id: string) => contentOf(await campaign(id)).en.blocks.map((block) => block.id)

describe('an issue', () => {
  it('is begun once, and never without a name', async () => {
    const refused = await askDesk('/console/newsletter', { form: { key: newFormKey(), name: ' ' } })
    expect([refused.status, await count('campaigns')]).toEqual([422, 0])
    const key = newFormKey()
    await askDesk('/console/newsletter', { form: { key, name: 'Autumn' } })
    await askDesk('/console/newsletter', { form: { key, name: 'Autumn' } })
    expect([await count('campaigns'), await count('audit', "action = 'campaign.begun'")]).toEqual([1, 1])
  })

  it('grows by blocks that are written, moved and deleted with buttons alone', async () => {
    const { id, path } = await begun()
    for (const kind of ['heading', 'text', 'quote']) expect((await write(path, { do: 'add', kind })).status).toBe(303)
    const [heading = '', text = '', quote = ''] = await blockIds(id)
    await write(path, {
      'subject-en': 'What works',
      'preheader-en': 'One practice.',
      [`text-${heading}-en`]: 'First',
      [`text-${text}-en`]: 'Two lines\r\nof [words](https://example.org).',
      [`words-${quote}-fr`]: 'Bonjour',
    })
    const saved = contentOf(await campaign(id))
    expect(saved.en.subject).toBe('What works')
    expect(saved.en.blocks[1]).toEqual({ id: text, kind: 'text', text: 'Two lines\nof [words](https://example.org).' })
    expect(saved.fr.blocks[2]).toMatchObject({ words: 'Bonjour', who: '' })
    await write(path, { do: `up:${quote}` })
    expect(await blockIds(id)).toEqual([heading, quote, text])
    await write(path, { do: `delete:${heading}`, [`text-${text}-en`]: 'Changed by the same press' })
    expect(await blockIds(id)).toEqual([quote, text])
    expect(contentOf(await campaign(id)).en.blocks[1]).toMatchObject({ text: 'Changed by the same press' })
    expect(await count('campaign_versions')).toBe((await campaign(id)).version)
  })

  it('counts links only when that was ticked, and keeps the tick through every other change', async () => {
    const { id, path } = await begun()
    await write(path, {})
    expect((await campaign(id)).countsLinks).toBe(false)
    await write(path, { 'counts-links': 'yes', do: 'add', kind: 'text' })
    expect((await campaign(id)).countsLinks).toBe(true)
    expect(await (await askDesk(path)).text()).toMatch(/name="counts-links" value="yes" checked/)
    await askDesk(`${path}/audience`, { form: { version: String((await campaign(id)).version), frequency: 'each', who: 'all' } })
    expect(await campaign(id)).toMatchObject({ countsLinks: true, version: 4 })
    await write(path, { 'counts-links': '' })
    expect((await campaign(id)).countsLinks).toBe(false)
    expect((await write(path, { 'counts-links': 'maybe' })).status).toBe(400)
  })

  it.each([
    ['text', 'text', 'Look [here](javascript:alert(1))', /-en$/],
    ['button', 'url', 'javascript:alert(1)', /^url-/],
    ['button', 'url', 'http://example.org', /^url-/],
    ['image', 'url', 'https://evil.example/pixel.png', /^url-/],
  ])('refuses, in a %s, the %s %j, and loses nothing that was typed', async (kind, part, typed, name) => {
    const { id, path } = await begun()
    await write(path, { do: 'add', kind })
    const [block = ''] = await blockIds(id)
    const field = part === 'url' ? `url-${block}` : `text-${block}-en`
    const { version } = await campaign(id)
    const answer = await write(path, { [field]: typed, 'subject-en': 'Kept "here"' })
    expect([answer.status, (await campaign(id)).version]).toEqual([422, version])
    const again = await formOn(answer)
    expect([again[field], again['subject-en']]).toEqual([typed, 'Kept "here"'])
    expect(field).toMatch(name)
  })

  it('keeps both when two people save at the same time, and the second decides', async () => {
    const { id, path } = await begun()
    await write(path, { do: 'add', kind: 'text' })
    const [block = ''] = await blockIds(id)
    const mine = await formOn(await askDesk(path))
    await write(path, { 'subject-en': 'Theirs', do: 'add', kind: 'heading' }, { who: staff('secretariat-admin', 2) })
    const answer = await askDesk(path, { form: { ...mine, do: 'save', 'subject-en': 'Mine', [`text-${block}-en`]: 'My text' } })
    const page = await answer.clone().text()
    expect(answer.status).toBe(409)
    for (const words of ['Person 2', 'Theirs', 'Mine', 'My text']) expect(page).toContain(words)
    expect(contentOf(await campaign(id)).en.subject).toBe('Theirs')
    const again = await formOn(answer)
    expect((await askDesk(path, { form: { ...again, do: 'save' } })).status).toBe(303)
    expect(contentOf(await campaign(id)).en).toMatchObject({ subject: 'Mine', blocks: [{ text: 'My text' }] })
  })

  it('takes in what is published, in each language, once, and nothing else', async () => {
    const { id, path } = await begun()
    const items = [brief(1), brief(2, { type: 'event', title: 'Assembly', date: '2025-11-05', end: '2025-11-06', path: null })]
    const page = await (await askDesk(`${path}/items?q=Practice`, { items })).text()
    expect([page.includes('Practice 1'), page.includes('Assembly')]).toEqual([true, false])
    const take = async (item: string) => askDesk(`${path}/items`, { items, form: { item, q: '', version: String((await campaign(id)).version) } })
    expect((await take(brief(1).id)).status).toBe(303)
    expect((await take(brief(2).id)).status).toBe(303)
    expect((await take(brief(9).id)).status).toBe(409)
    const { en, fr } = contentOf(await campaign(id))
    expect(en.blocks.map(({ kind }) => kind)).toEqual(['item', 'event'])
    expect(fr.blocks.map((block) => block.id)).toEqual(en.blocks.map((block) => block.id))
    expect(await (await askDesk(`${path}/items`, { items })).text()).toContain('In the issue')
    expect((await askDesk(`${path}/items`, { items, form: { item: brief(1).id, q: '', version: '1' } })).status).toBe(409)
  })

  it('answers a form that no browser sent with nothing done', async () => {
    const { id, path } = await begun()
    const form = await formOn(await askDesk(path))
    for (const wrong of [{ ...form, do: 'save', more: 'x' }, { ...form, do: 'rm' }, { ...form, do: 'save', base: '99x' }, { do: 'save' }])
      expect((await askDesk(path, { form: wrong })).status).toBe(400)
    expect((await campaign(id)).version).toBe(1)
  })
})

describe('the audience', () => {
  it('is a choice of topics, countries, languages and readers, and is counted', async () => {
    const { id, path } = await begun()
    const form = { version: '1', frequency: 'monthly', who: 'members', 'topic-events': 'yes', 'country-EE': 'yes', 'locale-el': 'yes' }
    expect((await askDesk(`${path}/audience`, { form })).status).toBe(303)
    expect((await campaign(id)).audience).toEqual({ topics: ['events'], countries: ['EE'], locales: ['el'], who: 'members', frequency: 'monthly' })
    expect(await (await askDesk(`${path}/audience`)).text()).toContain('Reaches 0 readers')
    const late = await askDesk(`${path}/audience`, { form })
    expect([late.status, (await campaign(id)).version]).toEqual([409, 2])
    expect((await askDesk(`${path}/audience`, { form: { ...form, who: 'staff' } })).status).toBe(422)
  })
})

/** An issue that says enough, begun by the first person. */
async function whole() {
  const { id, path } = await begun()
  await write(path, { do: 'add', kind: 'text' })
  const [block = ''] = await blockIds(id)
  await write(path, { 'subject-en': 'What works', 'preheader-en': 'One practice.', [`text-${block}-en`]: 'Words <b>as they are</b>' })
  return { id, path, block }
}

describe('before it is sent', () => {
  it('is shown by an address of its own where nothing runs, light, dark and plain', async () => {
    const { path } = await whole()
    const page = await askDesk(`${path}/check?shape=dark`)
    expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'")
    expect(await page.text()).toContain('sandbox="allow-same-origin"')
    expect((await askDesk(path)).headers.get('content-security-policy')).not.toContain('frame-src')
    const letter = await askDesk(`${path}/letter?shape=desktop`)
    const policy = letter.headers.get('content-security-policy') ?? ''
    for (const part of ["default-src 'none'", 'sandbox allow-same-origin', "frame-ancestors 'self'", "form-action 'none'"]) expect(policy).toContain(part)
    expect(policy).not.toMatch(/script|allow-forms|allow-popups/)
    const [light, dark] = [await letter.text(), await (await askDesk(`${path}/letter?shape=dark`)).text()]
    expect([light.includes('@media not all'), dark.includes('@media all')]).toEqual([true, true])
    expect(light).toContain('Words &lt;b&gt;as they are&lt;/b&gt;')
    const plain = await askDesk(`${path}/letter?shape=plain`)
    expect([plain.headers.get('content-type'), (await plain.text()).includes('Words <b>as they are</b>')]).toEqual(['text/plain; charset=utf-8', true])
  })

  it('is handed over only when every check is met, and as it was checked', async () => {
    const { id, path, block } = await whole()
    const hand = async (version?: number) => askDesk(`${path}/approval`, { form: { version: String(version ?? (await campaign(id)).version) } })
    await write(path, { [`text-${block}-en`]: 'See [this](/practices/gone)' })
    expect([(await hand()).status, (await campaign(id)).state]).toEqual([409, 'draft'])
    expect(await (await askDesk(`${path}/check`)).text()).toContain('A link leads nowhere.')
    await write(path, { [`text-${block}-en`]: 'Words' })
    expect((await hand(1)).status).toBe(409)
    expect((await hand()).status).toBe(303)
    expect(await campaign(id)).toMatchObject({ state: 'approved', author: staff().personId })
    await write(path, { 'subject-en': 'Changed' }, { who: staff('secretariat-officer', 2) })
    expect(await campaign(id)).toMatchObject({ state: 'draft', frozenHash: null, author: staff('', 2).personId })
  })

  it('goes as a test to who asks and to nobody else, twenty times an hour', async () => {
    const { path } = await whole()
    const addresses = { [staff().personId]: 'me@stem.example' }
    const test = (over: Parameters<typeof askDesk>[1] = {}) => askDesk(`${path}/test`, { addresses, form: { language: 'en' }, ...over })
    expect((await test()).status).toBe(303)
    const [mail, ...more] = await post()
    expect([mail?.to, mail?.subject, more]).toEqual(['me@stem.example', 'Test: What works', []])
    expect(mail?.html).toContain('This is a test. It went to you alone.')
    expect(mail?.text).toContain('Words <b>as they are</b>')
    expect(`${mail?.html}${mail?.text}`).not.toMatch(/token=/)
    expect((await test({ who: staff('secretariat-officer', 3) })).status).toBe(409)
    const answers = await Promise.all(Array.from({ length: 25 }, async () => (await test()).status))
    expect([answers.filter((status) => status === 303).length, await count('mails')]).toEqual([19, 20])
  })
})

describe('the rights', () => {
  const FORMS: Record<string, Record<string, string>> = {
    '/console/newsletter': { key: newFormKey(), name: 'Stolen' },
    '/console/newsletter/:id': { base: '1', version: '1', do: 'save', name: 'Stolen' },
    '/console/newsletter/:id/items': { item: brief(1).id, version: '1' },
    '/console/newsletter/:id/audience': { version: '1', frequency: 'each', who: 'all' },
    '/console/newsletter/:id/test': { language: 'en' },
    '/console/newsletter/:id/approval': { version: '1' },
    '/console/newsletter/:id/archive': { do: 'add' },
  }
  const EVERY = [...composer.routes, ...check.routes].map(({ method, path }) => ({ path, form: method === 'POST' ? FORMS[path] : undefined, method }))
  const READS = EVERY.filter(({ method }) => method === 'GET').map(({ path }) => path)

  it('are asked at every address', () => {
    expect(EVERY.filter(({ method, form }) => method === 'POST' && form === undefined)).toEqual([])
    expect(EVERY).toHaveLength(13)
  })

  const OUTSIDERS = ['organisation-editor', 'organisation-manager', 'platform-reviewer', 'platform-manager', 'auditor', 'group-member']

  it.each([...OUTSIDERS, null])('let %s see nothing and change nothing, whether it is there or not', async (role) => {
    const { id } = await begun()
    const who = role === null ? null : staff(role)
    const answers = (whose: string) => Promise.all(EVERY.map(async ({ path: one, form }) => (await askDesk(one.replace(':id', whose), { who, form })).status))
    const expected = EVERY.map(() => (role === null ? 303 : 404))
    expect(await answers(id)).toEqual(expected)
    expect(await answers(`cmp_${'9'.repeat(26)}`)).toEqual(expected)
    expect([await campaign(id), await count('campaigns'), await count('mails')]).toMatchObject([{ version: 1, name: 'Autumn' }, 1, 0])
  })

  it.each(['secretariat-officer', 'secretariat-admin'])('let the %s in', async (role) => {
    const { id } = await begun()
    for (const read of READS) expect((await askDesk(read.replace(':id', id), { who: staff(role) })).status, read).toBe(200)
    expect((await askDesk(`/console/newsletter/cmp_${'9'.repeat(26)}`, { who: staff(role) })).status).toBe(404)
  })

  it('lead who has the role without a passkey to the passkey', async () => {
    const { path } = await begun()
    const asleep = { ...staff(), roles: [], asleep: staff().roles }
    expect((await askDesk(path, { who: asleep })).headers.get('location')).toContain('/account/step-up')
  })

  it('leave what is on its way as it is', async () => {
    const { id } = await sent(issueOf([{ id: 'abc123', kind: 'text', text: 'Words' }]), { state: 'running' })
    const path = `/console/newsletter/${id}`
    for (const page of ['', '/items', '/audience']) expect((await askDesk(`${path}${page}`)).headers.get('location')).toBe(`${path}/check`)
    expect((await askDesk(`${path}/audience`, { form: { version: '1', frequency: 'each', who: 'all' } })).headers.get('location')).toBe(`${path}/check`)
    expect((await askDesk(`${path}/approval`, { form: { version: '1' } })).status).toBe(409)
    expect((await campaign(id)).version).toBe(1)
  })
})
