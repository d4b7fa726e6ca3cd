import { beforeEach, expect, it } from 'vitest'
import type { Block, IssueContent } from '../issue/issue.ts'
import { snapshotOf } from '../issue/take-in.ts'
import { askDesk, brief, campaign, issueOf, sent } from '../testing/composing.ts'
import { count, DB, emptyAll } from '../testing/reading.ts'

beforeEach(emptyAll)

const BLOCKS: Block[] = [
  { id: 'aaaaaa', kind: 'heading', text: 'News from schools' },
  { id: 'bbbbbb', kind: 'text', text: 'Look [here](/practices) <script>alert(1)</script>' },
  { id: 'cccccc', kind: 'item', item: snapshotOf(brief(1)) },
]
const id = (number: number) => `cmp_${String(number).padStart(26, '0')}`
const visit = (path: string, locale: 'en' | 'fr' | 'el' = 'en') => askDesk(path, { who: null, locale })
const archived = async (content: IssueContent = issueOf(BLOCKS), number = 1) => {
  await sent(content, { id: id(number) })
  expect((await askDesk(`/console/newsletter/${id(number)}/archive`, { form: { do: 'add' } })).status).toBe(303)
  return campaign(id(number))
}

it('an issue that was sent stands in the archive, in pages and feeds that caches may keep', async () => {
  const { slug } = await archived()
  const page = await visit(`/newsletter/archive/${slug}`)
  const html = await page.text()
  expect(page.headers.get('cache-control')).toMatch(/^public/)
  expect(page.headers.get('cache-tag')).toBe(`${id(1)},list-newsletter`)
  for (const words of ['What works', 'News from schools', 'Practice 1', '&lt;script&gt;']) expect(html).toContain(words)
  expect(html).toContain('href="https://stem.example/practices"')
  expect(await (await visit('/newsletter/archive')).text()).toContain(`/newsletter/archive/${slug}`)
  const atom = await visit('/newsletter/archive.atom')
  expect([atom.headers.get('content-type'), (await atom.text()).includes(`https://stem.example/newsletter/archive/${slug}`)]).toEqual([
    'application/atom+xml; charset=utf-8',
    true,
  ])
  const feed = (await (await visit('/newsletter/archive.json', 'fr')).json()) as { version: string; items: { url: string; language: string }[] }
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ url: `https://stem.example/fr/newsletter/archive/${slug}`, language: 'en' }],
  })
  expect(slug).toMatch(/^2026-11-what-works-[0-9a-z]{4}$/)
})

it('in a language in which it was not sent it says so, and offers search engines only the real ones', async () => {
  const issue = issueOf(BLOCKS)
  const both = { ...issue, el: { ...issue.en, subject: 'Τι λειτουργεί' } }
  const { slug } = await archived(both)
  const french = await (await visit(`/newsletter/archive/${slug}`, 'fr')).text()
  expect(french).toContain('<article class="st g5" lang="en">')
  expect(french).toContain('anglais')
  expect(french).not.toContain('hreflang="fr"')
  const greek = await (await visit(`/newsletter/archive/${slug}`, 'el')).text()
  expect(greek).toContain('Τι λειτουργεί')
  expect(greek).toContain('hreflang="el"')
})

it('nothing of a reader, of staff or of the console is on it', async () => {
  await DB.prepare(
    `INSERT INTO deliveries (campaign_id, subscriber_id, address_key, domain, locale, state, next_at) VALUES (?, 'sub_canary', 'canary', 'canary.example', 'en', 'accepted', 0)`,
  )
    .bind(id(1))
    .run()
  const { slug } = await archived()
  for (const path of [`/newsletter/archive/${slug}`, '/newsletter/archive', '/newsletter/archive.atom', '/newsletter/archive.json']) {
    const text = await (await visit(path)).text()
    expect(text, path).not.toMatch(/canary|per_|sub_|token=|unsubscribe\?|cmp_/i)
  }
})

it.each(['draft', 'approved', 'preparing', 'held', 'cancelled'])(
  'one that is %s stands nowhere public, also when it says so in every column',
  async (state) => {
    await sent(issueOf([{ id: 'a', kind: 'text', text: 'Canary words' }], 'Canary subject'), { state, id: id(1) })
    expect((await askDesk(`/console/newsletter/${id(1)}/archive`, { form: { do: 'add' } })).status).toBe(409)
    await DB.prepare("UPDATE campaigns SET slug = 'canary-slug', archived_at = 1, started_at = 1").run()
    expect((await visit('/newsletter/archive/canary-slug')).status).toBe(410)
    for (const path of ['/newsletter/archive', '/newsletter/archive.atom', '/newsletter/archive.json'])
      expect(await (await visit(path)).text(), path).not.toMatch(/canary/i)
  },
)

it('one that is taken out is gone at once, for the caches too, and comes back to the same address', async () => {
  const { slug } = await archived()
  expect((await askDesk(`/console/newsletter/${id(1)}/archive`, { form: { do: 'add' } })).status).toBe(409)
  expect((await askDesk(`/console/newsletter/${id(1)}/archive`, { form: { do: 'remove' } })).status).toBe(303)
  expect((await visit(`/newsletter/archive/${slug}`)).status).toBe(410)
  const { results } = await DB.prepare("SELECT payload FROM outbox WHERE kind = 'purge' ORDER BY rowid").all<{ payload: string }>()
  expect(results.map(({ payload }) => JSON.parse(payload) as object)).toEqual([
    { tags: [id(1), 'list-newsletter'], withdrawn: false },
    { tags: [id(1), 'list-newsletter'], withdrawn: true },
  ])
  await askDesk(`/console/newsletter/${id(1)}/archive`, { form: { do: 'add' } })
  expect([(await visit(`/newsletter/archive/${slug}`)).status, await count('audit', "action LIKE 'campaign.%archived'")]).toEqual([200, 3])
})

it('an unknown address is not there, and is tagged so that it can appear', async () => {
  const answer = await visit('/newsletter/archive/nothing')
  expect([answer.status, answer.headers.get('cache-tag'), await answer.text()]).toEqual([404, 'list-newsletter', ''])
})
