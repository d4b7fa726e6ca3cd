import type { Principal, RequestContext } from '@stem/contracts/context'
import { log, messageOf } from '@stem/web/log'
import type { Address } from '@stem/contracts/addresses'
import { withTheme, themeOf } from '../cache/visitor-wishes.ts'
import { within } from '../cache/within.ts'
import type { Env } from '../env.ts'
import { fallbackPage, isFallback } from '../fallback/fallback-page.tsx'
import { clientNetwork } from '../guard/client-network.ts'

/** Milliseconds that the owner of a personal page may take; a passkey or a picture may take longer to check than a page to read. */
export const PERSONAL_DEADLINE = 5000
/** Bytes of files for which the owner gets one more millisecond (2 MB/s): each is looked into, sealed and stored. */
export const FILES_PACE = 2000

const AGENT = 300
const SESSION = /(?:^|; ?)__Host-session=/
/** Headers that say what is sent, and whether a program only looks ahead. */
const CARRIED = ['content-type', 'idempotency-key', 'sec-purpose', 'purpose']
/** By which programs prove what they send to the API (Standard Webhooks, and the names that Svix gave them). */
const SIGNATURES = ['webhook', 'svix'].flatMap((name) => ['id', 'timestamp', 'signature'].map((part) => `${name}-${part}`))
const OWN_COOKIES = /(?:^|; ?)(__Host-(?:session|login)=[^;]*)/g

/** Who is signed in. Fails closed: when nobody can say, the request is not answered. */
async function whoIs(cookies: string, env: Env, now: number): Promise<Principal | null> {
  return SESSION.test(cookies) ? within(PERSONAL_DEADLINE, Promise.resolve(env.MEMBERS.principalOf(cookies, now))) : null
}

/** What the owner is given of a request: no header that it could mistake for an identity. */
function handedOn(request: Request, url: string, cookies: string): Request {
  const headers = new Headers()
  for (const name of CARRIED) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  // Keys and signatures of the API; a page has no use for them, and a session has none for the API.
  if (new URL(url).pathname.startsWith('/api/'))
    for (const name of ['authorization', ...SIGNATURES]) {
      const value = request.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
  const own = [...cookies.matchAll(OWN_COOKIES)].map(([, cookie]) => cookie).join('; ')
  if (own !== '') headers.set('cookie', own)
  return new Request(url, { method: request.method, headers, body: ['GET', 'HEAD'].includes(request.method) ? null : request.body, redirect: 'manual' })
}

/** Whose page it is; what nobody else owns belongs to members. */
const serviceOf = (env: Env, owner: Address['owner']) =>
  owner === 'contact-form' ? env.CONTACT_FORM : owner === 'content' ? env.CONTENT : owner === 'newsletter' ? env.NEWSLETTER : env.MEMBERS

/**
 * Answers an address that is different for each person. Nothing of it is kept in any cache, and when the owner fails the person is
 * told so: a copy of yesterday could show what somebody may no longer see.
 */
export async function answerPersonal(
  request: Request,
  { owner, programs, cookieless, bodyLimit = 0 }: Pick<Address, 'owner' | 'programs' | 'cookieless' | 'bodyLimit'>,
  address: string,
  env: Env,
  visitor: RequestContext,
): Promise<Response> {
  const cookies = programs || cookieless ? '' : (request.headers.get('cookie') ?? '')
  try {
    const who = await whoIs(cookies, env, visitor.now)
    const lapsed = who === null && SESSION.test(cookies)
    const client = { network: clientNetwork(request.headers), agent: (request.headers.get('user-agent') ?? '').slice(0, AGENT), lapsed }
    const context: RequestContext = { ...visitor, client, who }
    // Cookies are the business of the members service alone; the others know who asks.
    const asked = handedOn(request, context.origin + address, owner === 'members' ? cookies : '')
    const service = serviceOf(env, owner)
    const deadline = PERSONAL_DEADLINE + (request.method === 'POST' ? bodyLimit / FILES_PACE : 0)
    const answer = await within(deadline, Promise.resolve(service.handle(asked, context)))
    if (answer.status >= 500) throw new Error(`service answered ${answer.status}`)
    const drawn = answer.headers.has('content-type') || answer.status < 400
    const { headers: own, body } = drawn ? answer : await fallbackPage(context, isFallback(answer.status) ? answer.status : 400)
    const headers = new Headers(own)
    if (!headers.get('cache-control')?.includes('immutable')) headers.set('cache-control', 'no-store, private')
    const theme = themeOf(cookies)
    const isHtml = headers.get('content-type')?.startsWith('text/html') ?? false
    const shown = theme !== null && isHtml ? withTheme(await new Response(body).text(), theme) : body
    return new Response(request.method === 'HEAD' ? null : shown, { status: answer.status, headers })
  } catch (thrown) {
    log('error', 'personal.failed', { requestId: visitor.requestId, path: visitor.path, why: messageOf(thrown) })
    return fallbackPage(visitor, 503)
  }
}
