import { addressOf } from '@stem/contracts/addresses'

/** Policy of everything that is not a page: nothing in it runs or loads anything. */
const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const ALWAYS: readonly (readonly [string, string])[] = [
  ['strict-transport-security', 'max-age=63072000; includeSubDomains; preload'],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-embedder-policy', 'require-corp'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
]

/** Puts the headers on `headers` that every answer carries; a page's own policy stays. `open`: other sites may read it. */
export function secure(headers: Headers, { open }: { open: boolean }): void {
  // A page whose address is a secret sends it to no other site.
  const secret = headers.get('referrer-policy') === 'same-origin'
  // A page that frames somebody else's check of the browser; the policy of the page says whose.
  const framing = headers.get('cross-origin-embedder-policy') === 'unsafe-none'
  for (const [name, value] of ALWAYS) headers.set(name, value)
  if (secret) headers.set('referrer-policy', 'same-origin')
  if (framing) headers.set('cross-origin-embedder-policy', 'unsafe-none')
  headers.set('cross-origin-resource-policy', open ? 'cross-origin' : 'same-origin')
  if (open) headers.set('access-control-allow-origin', '*')
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', FILE_POLICY)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}

/** Whether programs on other sites may read what stands at `path`: the addresses of the public API, which only read, and the files of the same data. */
export const isOpen = (path: string): boolean =>
  path.startsWith('/api/v1/') ? addressOf(path)?.methods === undefined : /\.(csv|json|atom)$/.test(path) || path.startsWith('/og/')
