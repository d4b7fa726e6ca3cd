import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, inject, it } from 'vitest'

const origin = inject('origin')
const PASS = 130
const home = dirname(dirname(createRequire(import.meta.url).resolve('@mdn/mdn-http-observatory')))

type Verdict = { result: string | null }
type Observatory = {
  tests: ((requests: unknown) => Verdict)[]
  modifier: (result: string) => number
  Requests: new (hostname: string) => { responses: Record<string, unknown>; resources: { path: string | null }; session: unknown }
}
let observatory: Observatory

beforeAll(async () => {
  // The package fills this list from the network when it is installed; an empty one counts nobody as preloaded.
  const preload = join(home, 'conf', 'hsts-preload.json')
  if (!existsSync(preload)) writeFileSync(preload, '{}')
  const part = (path: string) => import(pathToFileURL(join(home, 'src', path)).href)
  const [constants, grader, types] = await Promise.all([part('constants.js'), part('grader/grader.js'), part('types.js')])
  observatory = { tests: constants.ALL_TESTS, modifier: grader.getScoreModifier, Requests: types.Requests }
})

/** What the scanner would have seen of `path` behind the site's certificate. */
async function seen(path: string) {
  const answer = await fetch(origin + path, { headers: { accept: 'text/html' } })
  const preflight = await fetch(origin + path, {
    method: 'OPTIONS',
    headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' },
  })
  const requests = new observatory.Requests('www.example.org')
  const response = (from: Response) => ({
    status: from.status,
    headers: Object.fromEntries(from.headers),
    verified: true,
    request: { responseURL: `https://www.example.org${path}` },
    httpEquiv: new Map(),
  })
  requests.responses.auto = response(answer)
  requests.responses.https = response(answer)
  requests.responses.http = null
  requests.responses.cors = response(preflight)
  requests.resources.path = await answer.text()
  requests.session = {
    url: new URL(`https://www.example.org${path}`),
    jar: { getCookiesSync: () => [], toJSON: () => ({ cookies: [] }), serializeSync: () => ({ cookies: [] }) },
  }
  return requests
}

it.each(['/', '/practices', '/practices/jet-net-technet-jntn', '/members', '/countries/dk', '/about', '/nowhere'])(
  `Mozilla's Observatory gives %s at least ${PASS} points`,
  async (path) => {
    const requests = await seen(path)
    const verdicts = observatory.tests.map((test) => test(requests).result)
    const points = verdicts.map((result) => (result === null ? 0 : observatory.modifier(result)))
    expect(Math.min(...points), verdicts.join(', ')).toBeGreaterThanOrEqual(0)
    expect(100 + points.reduce((sum, point) => sum + point, 0), verdicts.join(', ')).toBeGreaterThanOrEqual(PASS)
  },
)
