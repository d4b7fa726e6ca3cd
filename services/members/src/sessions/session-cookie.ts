/** Name of the cookie of a signed-in browser: `<session id>.<secret>`. */
export const SESSION_COOKIE = '__Host-session'
/** Name of the cookie of a browser that asked to sign in: `<request id>.<secret>`. */
export const LOGIN_COOKIE = '__Host-login'

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax'

/** An id and a secret as a cookie holds them. */
export type Held = { id: string; secret: string }

/** What a `Cookie` header holds under `name`, or null when it has not the shape. */
export function heldIn(cookies: string | null | undefined, name: string): Held | null {
  const [, id = '', secret = ''] = new RegExp(`(?:^|; ?)${name}=([a-z]{3}_[0-9a-z]{26})\\.([0-9a-f]{64})(?:;|$)`).exec(cookies ?? '') ?? []
  return id === '' ? null : { id, secret }
}

/** `Set-Cookie` for a held secret, for `seconds`. */
export const setCookie = (name: string, { id, secret }: Held, seconds: number): string => `${name}=${id}.${secret}; Max-Age=${seconds}; ${ATTRIBUTES}`

/** `Set-Cookie` that forgets. */
export const dropCookie = (name: string): string => `${name}=; Max-Age=0; ${ATTRIBUTES}`
