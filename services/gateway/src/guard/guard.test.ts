import { describe, expect, it } from 'vitest'
import { secure } from './security-headers.ts'
import { clientNetwork } from './client-network.ts'
import { isWelcome } from './fetch-metadata.ts'
import { handOn, isTooDeep, readBody, textOf } from './read-body.ts'
import { chooseTheme } from '../preferences/theme.ts'

describe('the network of a client', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['rubbish', 'unknown'],
    ['1::2::3', 'unknown'],
    ['', 'unknown'],
  ])('of %s is %s', (address, expected) => {
    expect(clientNetwork(new Headers({ 'cf-connecting-ip': address, 'x-forwarded-for': '198.51.100.1' }))).toBe(expected)
  })
})

describe('an address for programs', () => {
  const origin = 'https://stem.example'
  const post = (headers: Record<string, string>) =>
    isWelcome(new Request(origin, { method: 'POST', headers }), { origin, open: false, changes: true, programs: true })
  it.each([
    ['no header at all', {}, true],
    ['the page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['the page of another site that hides', { origin: 'null' }, false],
    ['a page of the site itself', { origin, 'sec-fetch-site': 'same-origin' }, true],
  ])('with %s is asked: %j %s', (_, headers, welcome) => {
    expect(post(headers as Record<string, string>)).toBe(welcome)
  })
})

describe('who may change something', () => {
  const origin = 'https://stem.example'
  const post = (headers: Record<string, string>) => isWelcome(new Request(origin, { method: 'POST', headers }), { origin, open: false, changes: true })
  const types = ['application/x-www-form-urlencoded', 'application/json', 'text/plain', 'application/xml', 'x/y']
  const cases: [string, Record<string, string>, boolean][] = [
    ['same origin, both headers', { origin, 'sec-fetch-site': 'same-origin' }, true],
    ['same origin, Origin alone', { origin }, true],
    ['same origin, metadata alone', { 'sec-fetch-site': 'same-origin' }, true],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['a sibling', { origin: 'https://a.stem.example', 'sec-fetch-site': 'same-site' }, false],
    ['origin null', { origin: 'null', 'sec-fetch-site': 'cross-site' }, false],
    ['origin null alone', { origin: 'null' }, false],
    ['a lie in the metadata', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
    ['a lie in the origin', { origin, 'sec-fetch-site': 'cross-site' }, false],
    ['http instead of https', { origin: 'http://stem.example' }, false],
    ['a look-alike', { origin: 'https://stem.example.evil.example' }, false],
    ['neither header', {}, false],
    ['neither header, own token', { authorization: 'Bearer abc' }, true],
    ['another site with a token', { authorization: 'Bearer abc', origin: 'https://evil.example' }, false],
  ]
  it.each(
    types.flatMap((type) => cases.map(([name, headers, expected]): [string, string, Record<string, string>, boolean] => [name, type, headers, expected])),
  )('%s, %s', (_name, type, headers, expected) => {
    expect(post({ ...headers, 'content-type': type })).toBe(expected)
  })

  it('lets other sites link here but not embed', () => {
    const get = (headers: Record<string, string>, open = false) => isWelcome(new Request(origin, { headers }), { origin, open, changes: false })
    expect(get({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' })).toBe(true)
    expect(get({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' })).toBe(false)
    expect(get({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(false)
    expect(get({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, true)).toBe(true)
    expect(get({})).toBe(true)
  })
})

describe('a body', () => {
  const stream = (chunks: number, size: number, pause = 0) =>
    new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (chunks-- <= 0) return controller.close()
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
        controller.enqueue(new Uint8Array(size))
      },
    })

  it('arrives whole up to the limit', async () => {
    const read = await readBody(stream(4, 25), { limit: 100 })
    expect(read.ok && [read.value.size, (await new Response(handOn(read.value)).arrayBuffer()).byteLength]).toEqual([100, 100])
  })

  it('is refused one byte beyond it', async () => {
    expect(await readBody(stream(1, 101), { limit: 100 })).toEqual({ ok: false, code: 'too_large' })
    expect(await readBody(stream(1000, 25), { limit: 100 })).toEqual({ ok: false, code: 'too_large' })
  })

  it('is refused when it trickles, however large it might become', async () => {
    expect(await readBody(stream(100, 1, 20), { deadline: 60 })).toEqual({ ok: false, code: 'too_slow' })
    expect(await readBody(stream(100, 1, 20), { deadline: 60, limit: 32 * 1024 * 1024 })).toEqual({ ok: false, code: 'too_slow' })
  })

  it('earns time by arriving: a large one over a slow line comes whole, and one that stops is refused', async () => {
    const slow = { deadline: 60, pace: 1, limit: 10_000 }
    const read = await readBody(stream(10, 100, 20), slow)
    expect(read.ok && read.value.size).toBe(1000)
    const start = Date.now()
    const stops = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(200)) })
    expect(await readBody(stops, slow)).toEqual({ ok: false, code: 'too_slow' })
    expect(Date.now() - start).toBeLessThan(1000)
  })

  it('is read as text over the borders of its pieces', () => {
    const bytes = new TextEncoder().encode('Ωμέγα')
    expect(textOf({ size: bytes.length, pieces: [bytes.slice(0, 3), bytes.slice(3)] })).toBe('Ωμέγα')
  })

  it('is read for its depth without being parsed', () => {
    expect(isTooDeep('['.repeat(33))).toBe(true)
    expect(isTooDeep('['.repeat(32) + ']'.repeat(32))).toBe(false)
    expect(isTooDeep('{"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\"[[["}')).toBe(false)
    expect(isTooDeep('[],'.repeat(1000))).toBe(false)
  })
})

describe('the choice of a theme', () => {
  const choose = (theme: string, back: string) => chooseTheme(new URLSearchParams({ theme, return: back }))
  it('keeps one word in one cookie of this host, and leads back', () => {
    const answer = choose('dark', '/fr/members?kind=ministry')
    expect([answer?.status, answer?.headers.get('location')]).toEqual([303, '/fr/members?kind=ministry'])
    expect(answer?.headers.get('set-cookie')).toBe('__Host-theme=dark; Max-Age=31536000; Path=/; Secure; HttpOnly; SameSite=Lax')
  })

  it('deletes the cookie for the system’s own', () => {
    expect(choose('system', '/')?.headers.get('set-cookie')).toContain('Max-Age=0')
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', '/a\nb'])('never leads to %j', (back) => {
    expect(choose('dark', back)?.headers.get('location')).toBe('/')
  })

  it('knows no other theme', () => {
    expect(choose('neon', '/')).toBeNull()
  })
})

describe('the headers of an answer', () => {
  const headersOf = (own: Record<string, string>) => {
    const headers = new Headers(own)
    secure(headers, { open: false })
    return headers
  }

  it('isolate every page, but one that frames a check of the browser, and let a secret address travel to no other site', () => {
    expect(headersOf({}).get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(headersOf({ 'cross-origin-embedder-policy': 'credentialless' }).get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(headersOf({ 'cross-origin-embedder-policy': 'unsafe-none' }).get('cross-origin-embedder-policy')).toBe('unsafe-none')
    expect(headersOf({ 'referrer-policy': 'same-origin' }).get('referrer-policy')).toBe('same-origin')
    expect(headersOf({ 'referrer-policy': 'unsafe-url' }).get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  })
})
