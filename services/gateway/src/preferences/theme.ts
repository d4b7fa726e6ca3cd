import * as v from 'valibot'
import { THEME_COOKIE, THEMES } from '../cache/visitor-wishes.ts'

const YEAR = 365 * 24 * 60 * 60
// A path of this site and nothing else: no scheme, no host, no second slash or backslash that a browser reads as one.
const ownPath = v.pipe(v.string(), v.maxLength(2000), v.regex(/^\/(?![/\\])[^\\\u0000-\u001f]*$/))
const wishSchema = v.object({ theme: v.picklist([...THEMES, 'system']), return: v.fallback(ownPath, '/') })

/** Keeps the chosen theme in a cookie, or deletes it for `system`, and leads back to the page. Null for a wish we do not know. */
export function chooseTheme(form: URLSearchParams): Response | null {
  const wish = v.safeParse(wishSchema, { theme: form.get('theme'), return: form.get('return') ?? '/' })
  if (!wish.success) return null
  const { theme, return: back } = wish.output
  const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax'
  const cookie = theme === 'system' ? `${THEME_COOKIE}=; Max-Age=0; ${attributes}` : `${THEME_COOKIE}=${theme}; Max-Age=${YEAR}; ${attributes}`
  return new Response(null, { status: 303, headers: { location: back, 'set-cookie': cookie, 'cache-control': 'no-store' } })
}
