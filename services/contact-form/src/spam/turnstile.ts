import * as v from 'valibot'

/** The widget and the check behind it; both are set, or there is no check. */
export type Turnstile = { siteKey: string; secret: string }

/** The field in which the widget leaves its token. */
export const TURNSTILE_FIELD = 'cf-turnstile-response'
/** What the widget is asked to prove: a token for another form of the site is none for this one. */
export const TURNSTILE_ACTION = 'support-request'
/** Where widget and check come from. */
export const TURNSTILE_ORIGIN = 'https://challenges.cloudflare.com'

const PATIENCE = 3000
const LONGEST_TOKEN = 2048
const verdict = v.object({ success: v.boolean(), action: v.optional(v.string(), ''), hostname: v.optional(v.string(), '') })

/** The check that an installation wants, or none. */
export const turnstileOf = ({ TURNSTILE_SITE_KEY, TURNSTILE_SECRET }: { TURNSTILE_SITE_KEY?: string; TURNSTILE_SECRET?: string }): Turnstile | null =>
  TURNSTILE_SITE_KEY && TURNSTILE_SECRET ? { siteKey: TURNSTILE_SITE_KEY, secret: TURNSTILE_SECRET } : null

/**
 * Whether a token is good: used for the first time, for this form, on `host`. The visitor's address is not told. False as well when the
 * check does not answer within three seconds: nobody waits for it, and nobody is refused because of it.
 */
export async function isProved({ secret }: Turnstile, token: string, host: string): Promise<boolean> {
  if (token === '' || token.length > LONGEST_TOKEN) return false
  try {
    const answer = await fetch(`${TURNSTILE_ORIGIN}/turnstile/v0/siteverify`, {
      method: 'POST',
      body: new URLSearchParams({ secret, response: token }),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
    const { success, action, hostname } = v.parse(verdict, await answer.json())
    return success && action === TURNSTILE_ACTION && hostname === host
  } catch {
    return false
  }
}
