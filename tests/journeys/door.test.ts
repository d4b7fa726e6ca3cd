import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGES } from '../browser/site-pages.ts'
import { start, type Started } from './started.ts'

const LIMIT = 600
let system: Started
beforeAll(async () => {
  system = await start()
})
afterAll(() => system.stop())
const ask = (path: string, init: RequestInit = {}) => fetch(system.origin + path, { redirect: 'manual', ...init })

describe('every answer', () => {
  const cases: [string, RequestInit, number][] = [
    ['/', {}, 200],
    ['/practices.csv', {}, 200],
    ['/api/v1/practices', {}, 200],
    ['/healthz', {}, 200],
    ['/robots.txt', {}, 200],
    ['/og/site.png', {}, 200],
    ['/Members', {}, 308],
    ['/nowhere', {}, 404],
    ['/assets/nothing.css', {}, 404],
    ['/events/nothing-of-that-name', {}, 404],
    ['/api/v1/nothing', {}, 404],
    ['/api/v1/practices?colour=red', {}, 400],
    ['/members', { method: 'DELETE' }, 405],
    ['/members', { method: 'OPTIONS' }, 204],
    ['/preferences/theme', { method: 'POST', body: 'theme=dark' }, 403],
    ['/api/v1/imports', { method: 'POST', body: '{}', headers: { authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaa' } }, 404],
  ]
  it.each(cases)('%s %j is %i and carries the headers', async (path, init, status) => {
    const { headers, status: actual } = await ask(path, init)
    expect(actual).toBe(status)
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains; preload')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(headers.get('cross-origin-resource-policy')).toMatch(/^(same|cross)-origin$/)
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-|\*/)
    expect(headers.get('cache-control')).toBeTruthy()
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('cache-tag')).toBeNull()
  })
})

describe('methods', () => {
  it('HEAD is GET without a body', async () => {
    const [get, head] = await Promise.all([ask('/about'), ask('/about', { method: 'HEAD' })])
    expect(await head.text()).toBe('')
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s on a page is refused with what is allowed', async (method) => {
    const answer = await ask('/about', { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  it('OPTIONS tells what an address does', async () => {
    expect((await ask('/about', { method: 'OPTIONS' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect((await ask('/preferences/theme', { method: 'OPTIONS' })).headers.get('allow')).toBe('POST, OPTIONS')
  })

  it('TRACE and unknown ones are refused', async () => {
    const status = await new Promise((resolve, reject) => {
      request(`${system.origin}/about`, { method: 'TRACE' }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(405)
  })
})

describe('headers of a client', () => {
  it('never become identity: forged ones change no byte', async () => {
    const plain = await (await ask('/members')).text()
    const forged = await ask('/members', {
      headers: {
        'x-user': 'admin',
        'x-principal': '{"personId":"per_1","roles":["administrator"]}',
        authorization: 'Bearer x',
        cookie: 'session=1; __Host-session=x',
        'cf-access-jwt-assertion': 'x',
        'x-request-id': 'forged',
        host: 'evil.example',
      },
    })
    expect(await forged.text()).toBe(plain)
    expect(forged.headers.get('x-request-id')).not.toBe('forged')
  })

  it('do not decide where links lead', async () => {
    const status = await new Promise<string>((resolve, reject) => {
      request(`${system.origin}/about`, { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } }, (answer) => {
        let text = ''
        answer.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve(text))
      })
        .on('error', reject)
        .end()
    })
    expect(status).toContain(`${system.origin}/about`)
    expect(status).not.toContain('evil.example')
  })
})

describe('other sites', () => {
  it('may read the API and the files, and nothing else', async () => {
    for (const path of ['/api/v1/practices', '/practices.json', '/members.csv', '/practices.atom'])
      expect((await ask(path)).headers.get('access-control-allow-origin'), path).toBe('*')
    for (const path of ['/', '/members', '/healthz', '/api/v1/imports', '/nowhere'])
      expect((await ask(path)).headers.get('access-control-allow-origin'), path).toBeNull()
    const preflight = await ask('/api/v1/practices', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' },
    })
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('cannot embed a page', async () => {
    expect((await ask('/about', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' } })).status).toBe(403)
  })
})

describe('a body', () => {
  const send = (body: string, headers: Record<string, string> = {}) =>
    ask('/api/v1/imports', { method: 'POST', body, headers: { authorization: `Bearer ${system.importToken}`, 'content-type': 'application/json', ...headers } })

  it('of more than 64 KiB is refused', async () => {
    expect((await send(JSON.stringify({ kind: 'practices', records: ['x'.repeat(66_000)] }))).status).toBe(413)
  })

  it('of the wrong shape is refused by name', async () => {
    expect((await send('{')).status).toBe(400)
    expect((await send('['.repeat(40))).status).toBe(400)
    const wrong = await send(JSON.stringify({ kind: 'colours', records: {} }))
    expect(wrong.status).toBe(422)
    expect(((await wrong.json()) as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(['kind', 'records'])
  })

  it('without the token finds no import', async () => {
    expect((await send('{}', { authorization: `Bearer ${'a'.repeat(43)}` })).status).toBe(404)
    expect((await ask('/api/v1/imports', { method: 'POST', body: '{}', headers: { origin: system.origin } })).status).toBe(404)
  })
})

describe('a reader of the logs', () => {
  it('follows one request by its number and learns nothing about the person', async () => {
    const answer = await ask('/practices?q=ada%40example.org', { headers: { 'user-agent': 'Secret agent', referer: 'https://elsewhere.example/?token=1' } })
    const number = answer.headers.get('x-request-id') ?? ''
    const lines = system.logs.filter((line) => line.includes(number))
    expect(lines.length).toBeGreaterThan(0)
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ event: 'request', method: 'GET', path: '/practices', status: 200 })
    expect(system.logs.join('\n')).not.toMatch(/ada(@|%40)|Secret agent|elsewhere|token=|127\.0\.0\.1/)
  })
})

describe('what a person asks for that is not there', () => {
  it('a 404 in their language, with a search that works', async () => {
    const answer = await ask('/fr/nulle-part')
    const text = await answer.text()
    expect(answer.status).toBe(404)
    expect(text).toContain('<html lang="fr"')
    expect(text).toContain('action="/fr/practices"')
    expect(text).toContain('name="robots" content="noindex"')
  })

  it('an address of the former site leads on, in the language asked', async () => {
    expect((await ask('/country/denmark')).headers.get('location')).toBe('/countries/dk')
    expect((await ask('/fr/focus/gender')).headers.get('location')).toBe('/fr/practices?topic=gender')
  })

  it('a permanent id leads to its page', async () => {
    const { data } = (await (await ask('/api/v1/practices?limit=1')).json()) as { data: { id: string; url: string }[] }
    const answer = await ask(`/id/${data[0]?.id}`)
    expect(answer.status).toBe(303)
    expect(system.origin + (answer.headers.get('location') ?? '')).toBe(data[0]?.url)
  })

  it('a language is offered in a notice, never by redirect', async () => {
    const answer = await ask('/members', { headers: { 'accept-language': 'fr-BE,fr;q=0.9' } })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<a href="/fr/members" hreflang="fr">')
  })
})

describe('a flood', () => {
  it('is told to wait, in a page of its own, while others are served', async () => {
    const strict = await start({ strict: true, seed: false })
    try {
      const ofData = /^\/(members|practices|publications|news|policy|projects|events|taskforces|working-groups|roundtables|policy-briefings|adoptions|data)\/./
      for (const page of PAGES.filter((path) => !ofData.test(path))) expect((await fetch(strict.origin + page)).status, `${page} without any data`).toBe(200)
      // The limit counts by the minute: a flood that meets the turn of a minute may be served twice the limit.
      let served = 0
      let refused: Response | null = null
      while (refused === null && served <= 2 * LIMIT) {
        const answer = await fetch(`${strict.origin}/nowhere-${served}`, { headers: { 'cf-connecting-ip': '203.0.113.7' } })
        if (answer.status === 429) refused = answer
        else {
          expect(answer.status).toBe(404)
          await answer.arrayBuffer()
          served++
        }
      }
      expect(served).toBeGreaterThan(0)
      expect((await fetch(`${strict.origin}/og/site.png`, { headers: { 'cf-connecting-ip': '203.0.113.7' } })).status).toBe(200)
      expect(refused?.headers.get('retry-after')).toBe('60')
      expect(await refused?.text()).toContain('Too many pages at once')
      expect((await fetch(`${strict.origin}/nowhere`, { headers: { 'cf-connecting-ip': '203.0.113.8' } })).status).toBe(404)
    } finally {
      await strict.stop()
    }
  })
})
