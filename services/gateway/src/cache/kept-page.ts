import { isOpen, secure } from '../guard/security-headers.ts'
import type { KeptPage } from './page-store.ts'

const ETAG_BYTES = 12

/** Cache directives of an answer in whole seconds; null when no shared cache may keep it. */
export function lifetimeOf(cacheControl: string | null): { maxAge: number; staleWhileRevalidate: number } | null {
  if (cacheControl === null || !/\bpublic\b/.test(cacheControl) || /no-store|no-cache|private/.test(cacheControl)) return null
  const seconds = (name: string) => Number(new RegExp(`(?:^|[ ,])${name}=(\\d+)`).exec(cacheControl)?.[1] ?? 0)
  const maxAge = seconds('max-age')
  return maxAge > 0 ? { maxAge, staleWhileRevalidate: seconds('stale-while-revalidate') } : null
}

/** A weak entity tag of `bytes`. */
export async function entityTagOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `W/"${Array.from(digest.subarray(0, ETAG_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`
}

/** Reads an answer to its end, so that it can be kept and told apart from its next version. Null when it may not be kept. */
export async function keepAnswer(answer: Response, path: string, now: number): Promise<KeptPage | null> {
  const lifetime = answer.ok ? lifetimeOf(answer.headers.get('cache-control')) : null
  if (!lifetime) return null
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const headers = new Headers(answer.headers)
  const tags = (headers.get('cache-tag') ?? '').split(',').filter(Boolean)
  const etag = headers.get('etag') ?? (await entityTagOf(bytes))
  for (const name of ['cache-tag', 'etag', 'content-length', 'x-request-id', 'age', 'cf-cache-status']) headers.delete(name)
  const immutable = (headers.get('cache-control') ?? '').includes('immutable')
  // Browsers ask each time, so that a change is seen at once; the answer is 304 when nothing changed.
  if (!immutable) headers.set('cache-control', 'public, max-age=0, must-revalidate')
  secure(headers, { open: isOpen(path) })
  return {
    status: answer.status,
    headers: [...headers, ['etag', etag]],
    bytes,
    etag,
    tags,
    freshUntil: now + lifetime.maxAge * 1000,
    staleUntil: now + (lifetime.maxAge + lifetime.staleWhileRevalidate) * 1000,
  }
}

const opaque = (etag: string): string => etag.trim().replace(/^W\//, '')

/** A kept answer for one request: 304 when the visitor has it already (RFC 9110, 13.1.2), no body for HEAD. */
export function answerFrom(page: KeptPage, request: Request): Response {
  const known = request.headers.get('if-none-match')
  if (known !== null && (known.trim() === '*' || known.split(',').some((one) => opaque(one) === opaque(page.etag)))) {
    return new Response(null, { status: 304, headers: page.headers.filter(([name]) => name !== 'content-type') })
  }
  return new Response(request.method === 'HEAD' ? null : page.bytes, { status: page.status, headers: page.headers })
}
