import type { Env } from '../env.ts'

const IMMUTABLE = 'public, max-age=31536000, immutable'
const DAY = 'public, max-age=86400'

/** Whether a path leads to a static file. */
export const isStatic = (path: string): boolean => path.startsWith('/assets/') || path.startsWith('/og/')

/** A file of the design system: those named by their content for a year, pictures for sharing for a day. */
export async function serveAsset(request: Request, env: Env): Promise<Response | null> {
  const { pathname } = new URL(request.url)
  const found = await env.ASSETS.fetch(
    new Request(`https://assets.invalid${pathname}`, { headers: { 'if-none-match': request.headers.get('if-none-match') ?? '' } }),
  )
  if (found.status !== 200 && found.status !== 304) return null
  const headers = new Headers(found.headers)
  headers.set('cache-control', pathname.startsWith('/assets/') ? IMMUTABLE : DAY)
  return new Response(request.method === 'HEAD' ? null : found.body, { status: found.status, headers })
}
