import { SHIPPED } from '@stem/i18n/locales'
import { describe, expect, it } from 'vitest'
import { LIST_NAMES } from '@stem/contracts/lists'
import { ArchivedIssuePage } from '../archive/issue-page.tsx'
import { speechOf } from '@stem/ui/speech'
import { brief, issueOf, services } from '../testing/composing.ts'
import { visitor } from '@stem/test-kit/visitor'
import { changeBlocks } from './change-blocks.ts'
import { checkIssue } from './check-issue.ts'
import { completenessOf, emptyIssue, inEach, languageFor, type Block, type IssueText } from './issue.ts'
import { inlinesOf, linkAddress, picturePath } from './links.ts'
import { renderCampaign } from './render-campaign.ts'
import { issueText, MOST_BYTES, renderIssue } from './render-issue.ts'
import { snapshotOf } from './take-in.ts'

const ORIGIN = 'https://stem.example'
const LINKS = { preferences: `${ORIGIN}/newsletter/preferences?r=1&token=a`, unsubscribe: `${ORIGIN}/newsletter/unsubscribe?r=1&token=b`, web: null }

const EVIL = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert`1`)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](//evil.example/x)',
  '[x](/\\evil.example)',
  '[x](https://user:pass@evil.example/)',
  '[x](https://evil.example/"onmouseover="alert(1))',
  '[<img src=x onerror=alert(1)>](https://evil.example/)',
  '</td></tr></table><iframe src=//evil.example></iframe>',
  '<!--[if mso]><v:rect onload=x><![endif]-->',
  '<style>*{background:url(//evil.example)}</style>',
  '{{7*7}} ${7*7} <%= 7*7 %>',
  '\u202Egnp.exe',
]
const everywhere = (evil: string): Block[] => {
  const item = snapshotOf(brief(1, { title: evil, summary: evil, locale: evil, country: null, path: null, url: evil }))
  return [
    { id: 'a', kind: 'heading', text: evil },
    { id: 'b', kind: 'text', text: evil },
    { id: 'c', kind: 'item', item },
    { id: 'd', kind: 'event', item: { ...item, type: 'event' } },
    { id: 'e', kind: 'quote', words: evil, who: evil },
    { id: 'f', kind: 'button', label: evil, url: evil },
    { id: 'g', kind: 'image', url: evil, alt: evil, decorative: false },
    { id: 'h', kind: 'image', url: '/og/site.png', alt: evil, decorative: false },
  ]
}

const HARMLESS = new Set(
  'html head meta title style body div table tbody tr td span h1 h2 h3 p br a hr img article section blockquote aside b svg path ul li'.split(' '),
)

/** What of a page could act or fetch. */
async function living(html: string, own: number): Promise<string[]> {
  const found: string[] = []
  let styles = 0
  const look = new HTMLRewriter().on('*', {
    element(element) {
      const { tagName } = element
      if (!HARMLESS.has(tagName)) found.push(tagName)
      if (tagName === 'style') styles++
      for (const [name = '', value = ''] of element.attributes) {
        if (name.startsWith('on') || name === 'srcdoc') found.push(`${tagName} ${name}`)
        if (name === 'href' && !/^(https:\/\/|mailto:|\/(?!\/))/.test(value)) found.push(`${tagName} ${name}=${value}`)
        if (name === 'src' && !value.startsWith(`${ORIGIN}/og/`) && value !== '/og/site.png') found.push(`${tagName} ${name}=${value}`)
      }
    },
  })
  await look.transform(new Response(html)).text()
  if (styles !== own) found.push(`${styles} styles`)
  return found
}

it('a quote stands between the marks of its language in plain text', () => {
  const text = { subject: '', preheader: '', blocks: [{ id: 'q00001', kind: 'quote' as const, words: 'Words', who: 'Anna' }] }
  const said = (locale: 'en' | 'fr' | 'el') => issueText(text, { origin: ORIGIN, locale })[1]
  expect([said('en'), said('fr'), said('el')]).toEqual(['“Words”\n– Anna', '«\u00a0Words\u00a0»\n– Anna', '«Words»\n– Anna'])
})

describe('whatever somebody types into a block', () => {
  it('would be noticed if it acted', async () => {
    expect(await living('<p onclick="x">a</p><a href="javascript:x">b</a><script></script><img src="//x"><style></style>', 0)).toHaveLength(5)
  })

  it.each(EVIL)('%s acts nowhere: neither in the mail nor in the archive', async (evil) => {
    const text: IssueText = { subject: evil, preheader: evil, blocks: everywhere(evil) }
    const { html, text: plain, subject } = await renderIssue({ text, locale: 'en', origin: ORIGIN, links: LINKS })
    expect(await living(html, 1)).toEqual([])
    expect(subject).not.toMatch(/[\r\n]/)
    expect(plain).toContain(LINKS.unsubscribe)
    const page = ArchivedIssuePage({
      speech: speechOf('en'),
      issue: { id: 'cmp_1', slug: 'x', locale: 'en', locales: ['en'], text, sentAt: 0, archivedAt: 0 },
      origin: ORIGIN,
    })
    expect(await living(String(page), 0)).toEqual([])
  })
})

describe('an address', () => {
  it.each([
    ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c'],
    ['/practices', 'https://stem.example/fr/practices'],
    ['/fr/practices', 'https://stem.example/fr/practices'],
    ['https://stem.example/practices', 'https://stem.example/practices'],
    ['mailto:info@stem.example', 'mailto:info@stem.example'],
    ['mailto:info@stem.example?bcc=x@y.example', null],
    ['http://example.org', null],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    [' javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.org', null],
    ['/\\example.org', null],
    ['\\\\example.org', null],
    ['https://user@example.org', null],
    ['ftp://example.org', null],
    ['practices', null],
    ['', null],
  ])('%j leads to %j', (typed, address) => {
    expect(linkAddress(typed, { origin: ORIGIN, locale: 'fr' })).toBe(address)
  })

  it('may hold brackets in pairs; what is no whole link stays as it was typed', () => {
    expect(inlinesOf('a [b](https://example.org/x_(y)) c [d](no end')).toEqual([
      { words: 'a ', url: null },
      { words: 'b', url: 'https://example.org/x_(y)' },
      { words: ' c [d](no end', url: null },
    ])
  })

  it.each([
    ['/og/site.png', '/og/site.png'],
    ['https://stem.example/members/logos/a.jpg', '/members/logos/a.jpg'],
    ['https://evil.example/pixel.png', null],
    ['//evil.example/pixel.png', null],
    ['https://stem.example.evil.example/a.png', null],
    ['/og/site.png?who=me', null],
    ['/newsletter/unsubscribe', null],
    ['/a/../x.png', null],
    ['/mark.svg', null],
  ])('%j as a picture is %j', (typed, path) => {
    expect(picturePath(typed, ORIGIN)).toBe(path)
  })
})

describe('how far a language is', () => {
  const blocks: Block[] = [
    { id: 'a', kind: 'heading', text: 'One' },
    { id: 'b', kind: 'item', item: snapshotOf(brief(1)) },
    { id: 'c', kind: 'image', url: '/og/site.png', alt: '', decorative: true },
  ]

  it('counts subject, preview line and each block; one nobody began is not sent', () => {
    expect(completenessOf({ subject: 'S', preheader: 'P', blocks })).toEqual({ done: 5, of: 5, state: 'complete' })
    expect(completenessOf({ subject: 'S', preheader: '', blocks })).toMatchObject({ done: 4, state: 'partly' })
    expect(completenessOf({ subject: 'S', preheader: 'P', blocks: [] })).toMatchObject({ state: 'partly' })
    expect(completenessOf(issueOf(blocks).fr)).toMatchObject({ done: 2, of: 5, state: 'none' })
  })

  it('decides in which language a reader gets it', () => {
    const issue = issueOf(blocks)
    expect([languageFor(issue, 'en'), languageFor(issue, 'el'), languageFor(emptyIssue(), 'en')]).toEqual(['en', 'en', null])
    const french = { ...issue, fr: issue.en, en: issue.el }
    expect(languageFor(french, 'el')).toBe('fr')
  })

  it('stays alike in all languages when blocks move', () => {
    const ids = (issue: ReturnType<typeof issueOf>) => [...new Set(SHIPPED.map((locale) => issue[locale].blocks.map(({ id }) => id).join('')))]
    const issue = issueOf(blocks)
    expect(ids(changeBlocks(issue, { do: 'up', id: 'c' }))).toEqual(['acb'])
    expect(ids(changeBlocks(issue, { do: 'up', id: 'a' }))).toEqual(['abc'])
    expect(ids(changeBlocks(issue, { do: 'down', id: 'a' }))).toEqual(['bac'])
    expect(ids(changeBlocks(issue, { do: 'delete', id: 'b' }))).toEqual(['ac'])
    expect(ids(changeBlocks(issue, { do: 'delete', id: 'z' }))).toEqual(['abc'])
    let full = issue
    for (let n = 0; n < 50; n++) full = changeBlocks(full, { do: 'add', blocks: inEach(() => ({ id: `x${n}`, kind: 'text', text: 'x' })) })
    expect(full.fr.blocks).toHaveLength(40)
  })
})

describe('a check', () => {
  const context = { ...visitor('/console/newsletter'), origin: ORIGIN }
  const found = async (blocks: Block[], items = [brief(1)]) => {
    const { CONTENT, MEMBERS } = services(items)
    const findings = await checkIssue(issueOf(blocks), { content: CONTENT, members: MEMBERS, isArchived: async (slug) => slug === '2026-11' }, context)
    return findings.map(({ code, block }) => (block === undefined ? code : `${code} ${block}`))
  }

  it('is met by an issue that is whole', async () => {
    expect(
      await found([
        { id: 'a', kind: 'text', text: 'See [this](/practices/practice-1), [that](https://example.org) and [us](/).' },
        { id: 'b', kind: 'item', item: snapshotOf(brief(1)) },
        { id: 'c', kind: 'image', url: '/og/site.png', alt: 'A map', decorative: false },
      ]),
    ).toEqual([])
  })

  it('finds a language half said, a picture without words, links that lead nowhere, and items that are gone', async () => {
    expect(
      await found(
        [
          { id: 'a', kind: 'text', text: 'See [this](/practices/gone) and [that](/nowhere).' },
          { id: 'b', kind: 'item', item: snapshotOf(brief(1)) },
          { id: 'c', kind: 'image', url: '/og/site.png', alt: '', decorative: false },
          { id: 'd', kind: 'button', label: 'Go', url: 'javascript:alert(1)' },
        ],
        [],
      ),
    ).toEqual(['language', 'partly', 'link 1', 'link 1', 'alternative 3', 'link 4', 'item 2'])
    expect(await found([])).toEqual(['language', 'partly'])
  })

  const linked = async (paths: string[], there: string[] = []) => {
    const items = [brief(1), ...there.map((path, index) => brief(index + 2, { path }))]
    const blocks: Block[] = paths.map((path, index) => ({ id: `t${index}`, kind: 'text', text: `See [this](${path}).` }))
    const { CONTENT, MEMBERS } = services(items)
    const findings = await checkIssue(issueOf(blocks), { content: CONTENT, members: MEMBERS, isArchived: async (slug) => slug === '2026-11' }, context)
    return findings.filter(({ code, locale }) => code === 'link' && locale === 'en').map(({ about }) => about)
  }

  it('lets an issue link to every page that visitors have, as its owner says', async () => {
    const pages = [
      ...LIST_NAMES.flatMap((name) => [`/${name}`, `/${name}/first`, `/${name}.csv`]),
      '/data',
      '/data/compare',
      '/data/download',
      '/knowledge',
      '/search',
      '/about',
    ]
    expect(await linked(pages, pages)).toEqual([])
    expect(await linked(pages)).toEqual(pages)
    const own = [
      '/',
      '/support',
      '/support/request',
      '/join',
      '/newsletter',
      '/newsletter/archive/2026-11',
      '/members/platform',
      '/countries/de',
      '/privacy',
      '/partners',
    ]
    expect(await linked([...own, ...own.map((path) => `/fr${path === '/' ? '' : path}`)])).toEqual([])
  })

  it('lets it link to no page of the secretariat, of one person, of nobody', async () => {
    const none = [
      '/console',
      '/console/newsletter',
      '/my-organisation/org_1',
      '/passkey/options',
      '/newsletter/archive/2020-01',
      '/members/nobody',
      '/countries/zz',
      '/api/v1/imports',
      '/nowhere',
    ]
    expect(await linked(none)).toEqual(none)
  })

  it('finds a mail that mailboxes would cut off, before it reaches the limit', async () => {
    const long: Block[] = Array.from({ length: 24 }, (_, n) => ({ id: `t${n}`, kind: 'text', text: 'ψ'.repeat(2_300) }))
    expect(await found(long)).toEqual(['size'])
    const { html } = await renderIssue({ text: issueOf(long).en, locale: 'en', origin: ORIGIN, links: LINKS })
    expect(new TextEncoder().encode(html).length).toBeGreaterThan(MOST_BYTES)
  })
})

describe('for each reader', () => {
  it('only the links differ, and they are whole in both shapes', async () => {
    const render = renderCampaign(ORIGIN)
    const content = issueOf([{ id: 'a', kind: 'text', text: 'Words' }])
    const campaign = { id: 'cmp_1', version: 1, slug: null, archivedAt: null, content } as never
    const one = await render(campaign, { locale: 'fr', ...LINKS })
    const other = await render(campaign, { locale: 'en', unsubscribe: `${ORIGIN}/u?a=$&b=$1`, preferences: `${ORIGIN}/p` })
    expect([one.locale, other.locale]).toEqual(['en', 'en'])
    expect(one.html).toContain(`href="${LINKS.unsubscribe.replace('&', '&amp;')}"`)
    expect(one.text).toContain(LINKS.unsubscribe)
    expect(other.html).toContain('/u?a=$&amp;b=$1"')
    expect(other.text).toContain('/u?a=$&b=$1')
    expect(`${one.html}${one.text}${other.html}`).not.toContain('.invalid')
    const direct = await renderIssue({ text: content.en, locale: 'en', origin: ORIGIN, links: LINKS })
    expect([one.html, one.text]).toEqual([direct.html, direct.text])
  })
})
