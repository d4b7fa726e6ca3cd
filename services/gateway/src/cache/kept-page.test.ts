import { describe, expect, it } from 'vitest'
import { answerFrom, keepAnswer, lifetimeOf } from './kept-page.ts'
import { asWished, favouriteOf, wishesOf } from './visitor-wishes.ts'
import type { KeptPage } from './page-store.ts'

const html =
  '<!doctype html><html lang="en" dir="ltr"><body><main id="main" tabindex="-1"><h1>A</h1></main><button name="theme" value="system" aria-pressed="true"></button><button name="theme" value="dark" aria-pressed="false"></button></body></html>'
const answer = (headers: Record<string, string> = {}) =>
  new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=60, stale-while-revalidate=600',
      'cache-tag': 'itm_1,list-practice',
      ...headers,
    },
  })
const kept = async (): Promise<KeptPage> => (await keepAnswer(answer(), '/about', 1000)) as KeptPage
const get = (headers: Record<string, string> = {}, method = 'GET') => new Request('https://stem.example/about', { method, headers })

describe('what may be kept', () => {
  it.each([
    ['public, max-age=60, stale-while-revalidate=600', { maxAge: 60, staleWhileRevalidate: 600 }],
    ['public, max-age=60', { maxAge: 60, staleWhileRevalidate: 0 }],
    ['public, max-age=0', null],
    ['private, max-age=60', null],
    ['no-store', null],
    [null, null],
  ])('%s: %j', (header, expected) => {
    expect(lifetimeOf(header)).toEqual(expected)
  })

  it('is never an error', async () => {
    expect(await keepAnswer(new Response('no', { status: 404, headers: { 'cache-control': 'public, max-age=60' } }), '/x', 1)).toBeNull()
  })
})

describe('a kept page', () => {
  it('carries every header of the trust guide, its tag for browsers and none of the inner ones', async () => {
    const response = answerFrom(await kept(), get())
    expect(response.headers.get('strict-transport-security')).toContain('max-age=63072000')
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(response.headers.get('etag')).toMatch(/^W\/"[0-9a-f]{24}"$/)
    expect(response.headers.get('cache-tag')).toBeNull()
    expect(await response.text()).toBe(html)
  })

  it('answers 304 to the one who has it, and no body to HEAD', async () => {
    const page = await kept()
    const again = answerFrom(page, get({ 'if-none-match': `"other", ${page.etag}` }))
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(answerFrom(page, get({ 'if-none-match': '"other"' })).status).toBe(200)
    const head = answerFrom(page, get({}, 'HEAD'))
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('shows the chosen theme under a tag of its own', async () => {
    const page = asWished(await kept(), { theme: 'dark', offer: null }, '/about')
    const text = new TextDecoder().decode(page.bytes)
    expect(text).toContain('<html lang="en" dir="ltr" data-theme="dark">')
    expect(text).toContain('value="dark" aria-pressed="true"')
    expect(text).toContain('value="system" aria-pressed="false"')
    const plain = (await kept()).etag
    const sent = answerFrom(page, get({ 'if-none-match': plain }))
    expect([sent.status, sent.headers.get('etag')]).toEqual([200, page.etag])
    expect(page.etag).not.toBe(plain)
  })

  it('offers another language as a link to the same page and query', async () => {
    const page = asWished(await kept(), { theme: null, offer: 'fr' }, '/practices?country=DK&topic=gender')
    expect(new TextDecoder().decode(page.bytes)).toContain('<a href="/fr/practices?country=DK&amp;topic=gender" hreflang="fr">')
  })
})

describe('the wishes of a visitor', () => {
  it.each([
    ['fr-BE,fr;q=0.9,en;q=0.8', 'fr'],
    ['mt,el;q=0.3,en;q=0.5', 'en'],
    ['el', 'el'],
    ['mt', null],
    ['fr;q=0', null],
    ['', null],
    [';;;,q=,=', null],
  ])('%s prefers %s', (header, expected) => {
    expect(favouriteOf(header)).toBe(expected)
  })

  it('are asked on arrival only', () => {
    expect(wishesOf(new Headers({ 'accept-language': 'fr' }), 'en').offer).toBe('fr')
    expect(wishesOf(new Headers({ 'accept-language': 'fr', 'sec-fetch-site': 'same-origin' }), 'en').offer).toBeNull()
    expect(wishesOf(new Headers({ 'accept-language': 'fr' }), 'fr').offer).toBeNull()
  })

  it('know the theme cookie and nothing like it', () => {
    expect(wishesOf(new Headers({ cookie: 'a=b; __Host-theme=dark' }), 'en').theme).toBe('dark')
    expect(wishesOf(new Headers({ cookie: 'x__Host-theme=dark' }), 'en').theme).toBeNull()
    expect(wishesOf(new Headers({ cookie: '__Host-theme=dark" onload="' }), 'en').theme).toBeNull()
  })
})
