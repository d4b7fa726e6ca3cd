import { DEFAULT_LOCALE, type ShippedLocale } from '@stem/i18n/locales'
import { log, messageOf } from '@stem/web/log'
import { isOpen, secure } from '../guard/security-headers.ts'
import { splitLocale } from './canonical.ts'
import { answerFrom, keepAnswer } from './kept-page.ts'
import { PageStore, type KeptPage } from './page-store.ts'
import { asWished, wishesOf } from './visitor-wishes.ts'

/** Pages kept in this isolate. Used only where the platform has no cache of its own. */
export const store = new PageStore()

/** Makes an answer anew, through the cached entrypoint. */
export type Make = (request: Request) => Promise<Response>

const localeOf = (address: string): ShippedLocale => (address.startsWith('/') ? splitLocale(address.split('?')[0] ?? '/').locale : DEFAULT_LOCALE)
const isPage = (page: KeptPage): boolean => page.headers.some(([name, value]) => name === 'content-type' && value.startsWith('text/html'))

/** The kept page as this visitor sees it: theme, and the offer of another language. */
function forVisitor(address: string, page: KeptPage, request: Request): Response {
  const wishes = wishesOf(request.headers, localeOf(address))
  if ((wishes.theme === null && wishes.offer === null) || !isPage(page)) return answerFrom(page, request)
  const make = (plain: KeptPage) => asWished(plain, wishes, address)
  return answerFrom(store.variant(address, `${wishes.theme}.${wishes.offer}`, make) ?? make(page), request)
}

async function renew(address: string, request: Request, make: Make): Promise<{ answer: Response; kept: KeptPage | null }> {
  const begun = store.begin()
  const answer = await make(request)
  const kept = await keepAnswer(answer, address.split('?')[0] ?? '/', Date.now())
  return kept ? (store.put(address, kept, begun), { answer, kept }) : { answer, kept: null }
}

/** Makes a new version of a stale page while the old one is shown. */
async function refresh(address: string, request: Request, make: Make): Promise<void> {
  try {
    const { kept } = await renew(address, request, make)
    if (!kept) store.releaseRefresh(address)
  } catch (thrown) {
    store.releaseRefresh(address)
    log('warn', 'page.not-refreshed', { why: messageOf(thrown) })
  }
}

/** A GET or HEAD from memory alone, when a copy may still be shown. `address`: path and query as they were asked for. */
export function fromMemory(address: string, request: Request, ctx: ExecutionContext, make: Make): Response | null {
  if (ctx.cache) return null
  const found = store.get(address, Date.now())
  if (!found) return null
  if (!found.fresh && store.claimRefresh(address)) ctx.waitUntil(refresh(address, request, make))
  return forVisitor(address, found.page, request)
}

/** A GET or HEAD of a page. Where the platform caches (`ctx.cache`), it answers `make`, and nothing is kept here. */
export async function servePage(address: string, request: Request, ctx: ExecutionContext, make: Make): Promise<Response> {
  const known = fromMemory(address, request, ctx, make)
  if (known) return known
  const path = address.split('?')[0] ?? '/'
  if (ctx.cache) {
    const answer = await make(request)
    const kept = await keepAnswer(answer, path, Date.now())
    return kept ? forVisitor(address, kept, request) : refused(answer, path, request)
  }
  const { answer, kept } = await renew(address, request, make)
  return kept ? forVisitor(address, kept, request) : refused(answer, path, request)
}

/** An answer that is not kept: redirects, refusals, pages of private kind. */
function refused(answer: Response, path: string, request: Request): Response {
  const headers = new Headers(answer.headers)
  headers.delete('cache-tag')
  secure(headers, { open: isOpen(path) })
  return new Response(request.method === 'HEAD' ? null : answer.body, { status: answer.status, headers })
}
