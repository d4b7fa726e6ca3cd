/**
 * Whether a request may come from where it says it comes from (Fetch Metadata, and Origin for what changes something).
 * Cross-site reading is allowed for navigations and for what is `open`; a change must come from the site itself,
 * and both headers must agree. A request without either header changes nothing, unless it brings its own token
 * or the address is for `programs`, where nobody is known by a cookie.
 */
export function isWelcome(
  request: Request,
  { origin, open, changes, programs = false }: { origin: string; open: boolean; changes: boolean; programs?: boolean },
): boolean {
  const site = request.headers.get('sec-fetch-site')
  const from = request.headers.get('origin')
  if (!changes) {
    if (open || site === null || site === 'same-origin' || site === 'none') return true
    return request.headers.get('sec-fetch-mode') === 'navigate' && !['object', 'embed', 'iframe', 'frame'].includes(request.headers.get('sec-fetch-dest') ?? '')
  }
  const bearer = request.headers.get('authorization')?.startsWith('Bearer ') ?? false
  if (site === null && from === null) return bearer || programs
  return (site === null || site === 'same-origin') && (from === null || from === origin)
}
