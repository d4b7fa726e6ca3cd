import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, putPeople, sendForm } from './people.ts'
import { instead } from '@stem/infra/start/system'
import { start, until, type Started } from './started.ts'

const DOWN = `import { WorkerEntrypoint } from 'cloudflare:workers'
export default class extends WorkerEntrypoint {
  async principalOf() { throw new Error('D1_ERROR: storage is down') }
  async handle() { return new Response('nobody may read this', { headers: { 'content-type': 'text/html' } }) }
}`

let system: Started
beforeAll(async () => {
  system = await start()
  await putPeople(system, 1, 1000)
  await putPeople(system, 2001, 2, { role: 'secretariat-admin', scope: 'coalition' })
})
afterAll(() => system.stop())

const ask = (path: string, cookie = '') => fetch(system.origin + path, { redirect: 'manual', headers: { cookie } })
const network = (number: number) => ({ 'cf-connecting-ip': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}` })

/** Two-sided p-value of the Mann–Whitney U test by its normal approximation: how likely two samples this different come from one source. */
function mannWhitney(one: number[], other: number[]): number {
  const all = [...one.map((value) => ({ value, own: true })), ...other.map((value) => ({ value, own: false }))].toSorted((a, b) => a.value - b.value)
  const rankSum = all.reduce((sum, { own }, index) => sum + (own ? index + 1 : 0), 0)
  const [n, m] = [one.length, other.length]
  const u = rankSum - (n * (n + 1)) / 2
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  // Abramowitz and Stegun, 7.1.26.
  const t = 1 / (1 + (0.3275911 * z) / Math.SQRT2)
  return t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp((-z * z) / 2)
}
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

describe('a known and an unknown address', () => {
  /** A thousand of each in turns: all different answers there were, and how likely the times come from one source. */
  async function round(prefix: string) {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    const answers = new Set<string>()
    for (let number = 1; number <= 1000; number++) {
      // Which one goes first changes at random, or the second would always meet a warmer machine.
      const pair = Math.random() < 0.5 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
      for (const kind of pair) {
        const address = kind === 'known' ? `p${number}@stem.example` : `${prefix}${number}@stem.example`
        const begin = performance.now()
        const answer = await sendForm(system.origin, '/sign-in', { address, back: '/account' }, network(number))
        times[kind].push(performance.now() - begin)
        const headers = [...answer.headers].filter(([name]) => !['set-cookie', 'x-request-id', 'date'].includes(name))
        answers.add(
          JSON.stringify([answer.status, headers, await answer.text(), answer.headers.get('set-cookie')?.replace(/=req_[0-9a-z]{26}\.[0-9a-f]{64}/, '')]),
        )
      }
    }
    return { answers: answers.size, likely: mannWhitney(times.known, times.unknown), gap: Math.abs(median(times.known) - median(times.unknown)) }
  }

  it('get the same bytes in the same time, a thousand times each', async () => {
    // No mail leaves meanwhile: sending two thousand would be most of the work.
    await system.mailbox.kill()
    // Of equal sources one round in a hundred looks unlike by chance, so it may be repeated; a real difference is there each time.
    let { answers, likely, gap } = await round('q')
    for (const prefix of ['r', 's']) if (likely <= 0.01 && answers === 1) ({ answers, likely, gap } = await round(prefix))
    await (await system.database('members')).prepare('DELETE FROM mails').run()
    await system.mailbox.revive()
    expect(answers).toBe(1)
    expect(likely).toBeGreaterThan(0.01)
    expect(gap).toBeLessThan(2)
  }, 120_000)
})

describe('what changes something', () => {
  const ORIGINS = ['same', 'other', 'null', 'none', 'look-alike'] as const
  const SITES = ['same-origin', 'same-site', 'cross-site', 'none', null] as const
  const TYPES = ['application/x-www-form-urlencoded', 'application/json', 'TEXT/plain', ''] as const
  const ROUTES = [
    '/sign-in',
    '/sign-in/link',
    '/sign-out',
    '/account',
    '/account/data/erase',
    '/my-organisation/ask',
    '/join',
    '/invitation',
    '/console/merge',
    '/passkey/options',
  ]

  it.each(ROUTES)('POST %s comes from the site itself, or is refused and changes nothing', async (path) => {
    const cookie = cookieOf(2001)
    const wrong: string[] = []
    for (const origin of ORIGINS) {
      for (const site of SITES) {
        for (const type of TYPES) {
          const headers: Record<string, string> = { cookie, ...network(5000) }
          if (origin !== 'none')
            headers['origin'] = { same: system.origin, other: 'https://evil.example', null: 'null', 'look-alike': `${system.origin}.evil.example` }[origin]
          if (site !== null) headers['sec-fetch-site'] = site
          if (type !== '') headers['content-type'] = type
          const { status } = await fetch(system.origin + path, { method: 'POST', redirect: 'manual', headers, body: 'strange=1' })
          const own = (origin === 'same' || origin === 'none') && (site === 'same-origin' || site === null) && !(origin === 'none' && site === null)
          if ((status === 403) === own && path !== '/sign-out') wrong.push(`${origin} ${site} ${type}: ${status}`)
          if (path === '/sign-out' && !own && status !== 403) wrong.push(`${origin} ${site} ${type}: ${status}`)
          if (path === '/sign-out' && own) await putBack()
        }
      }
    }
    expect(wrong).toEqual([])
  })

  const putBack = async () => (await system.database('members')).prepare('UPDATE sessions SET ended_at = NULL WHERE id LIKE ?').bind('%2001').run()
})

describe('a page for one person', () => {
  it('is kept nowhere, and nobody else gets a byte of it', async () => {
    for (const path of ['/account', '/account/security', '/account/data', '/my-organisation', '/contacts', '/account?x=style.css']) {
      const own = await ask(path, cookieOf(1))
      expect([own.status, own.headers.get('cache-control')], path).toEqual([200, 'no-store, private'])
      for (const cookie of ['', cookieOf(2), cookieOf(1).slice(0, -1)]) expect(await (await ask(path, cookie)).text(), path).not.toContain('Canary person 1.')
    }
    for (const path of ['/account/x.css', '/account/style.css', '/account;.js', '/Account/', '//account', '/%61ccount/..%2faccount.png']) {
      const answer = await ask(path, cookieOf(1))
      expect(await answer.text(), path).not.toContain('Canary person 1.')
    }
  })

  it('stays itself when fifty ask at once', async () => {
    const pages = await Promise.all(Array.from({ length: 50 }, async (_, index) => (await ask('/account', cookieOf(index + 1))).text()))
    for (const [index, page] of pages.entries())
      expect([...page.matchAll(/Canary person (\d+)\./g)].every(([, number]) => Number(number) === index + 1)).toBe(true)
  })

  it('is not shown by a header that pretends', async () => {
    const pretending = {
      'x-person-id': 'per_1',
      'x-user': 'admin',
      'x-stem-who': '{"personId":"per_1"}',
      authorization: 'Bearer per_1',
      'cf-access-authenticated-user-email': 'p1@stem.example',
    }
    const answer = await fetch(`${system.origin}/console`, { redirect: 'manual', headers: pretending })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?back=%2Fconsole'])
  })

  it('is closed, not open, while the database does not answer', async () => {
    const own = await start({ seed: false, adapt: (workers) => workers.map((worker) => (worker.name === 'stem-members' ? instead(worker, DOWN) : worker)) })
    try {
      const answer = await fetch(`${own.origin}/console`, { redirect: 'manual', headers: { cookie: cookieOf(2001) } })
      expect(answer.status).toBe(503)
      expect(await answer.text()).not.toContain('nobody may read this')
    } finally {
      await own.stop()
    }
  })
})

describe('a request by a program', () => {
  it('is taken at the door without a browser, once for a key, and knows nobody by a cookie', async () => {
    const send = (headers: Record<string, string>) =>
      fetch(`${system.origin}/api/v1/support-requests`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'journey-key-0123456789', cookie: cookieOf(1), ...headers },
        body: JSON.stringify({ kind: 'question', name: 'Program', address: 'program@min.example', challenge: 'Hello?' }),
      })
    const [one, two] = [await send({}), await send({})]
    expect([one.status, await one.json()]).toEqual([201, await two.json()])
    expect((await send({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const db = await system.database('contact-form')
    expect(await db.prepare('SELECT count(*) AS n, max(person_id) AS person FROM cases').first()).toEqual({ n: 1, person: null })
  })
})

describe('a mail server that is down', () => {
  it('delays mails, doubles none and loses none', async () => {
    const before = system.mailbox.messages().length
    await system.mailbox.kill()
    for (let number = 1; number <= 20; number++) {
      const answer = await sendForm(system.origin, '/sign-in', { address: `down${number}@stem.example`, back: '/account' }, network(9000 + number))
      expect(answer.status).toBe(303)
    }
    await system.tick('members')
    expect(system.mailbox.messages().length).toBe(before)
    await system.mailbox.revive()
    const db = await system.database('members')
    await until(30_000, async () => {
      await db.prepare("UPDATE mails SET next_at = 0 WHERE state = 'queued'").run()
      await system.tick('members')
      return system.mailbox.messages().filter(({ to }) => to[0]?.startsWith('down')).length >= 20
    })
    await system.tick('members')
    const arrived = system.mailbox.messages().filter(({ to }) => to[0]?.startsWith('down'))
    expect([arrived.length, new Set(arrived.map(({ to }) => to[0])).size]).toEqual([20, 20])
    expect(arrived.every(({ headers }) => headers.filter(([name]) => name === 'message-id').length === 1)).toBe(true)
  })
})
