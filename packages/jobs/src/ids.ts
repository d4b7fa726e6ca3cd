const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_LENGTH = 10
const RANDOM_LENGTH = 16

/** 26 characters, Crockford base 32: 48 bits of `now` and 80 random bits, so ids sort by time of making. */
export function timeOrdered(now: number): string {
  let time = ''
  for (let rest = now, index = 0; index < TIME_LENGTH; index++) {
    time = ALPHABET[rest % 32] + time
    rest = Math.floor(rest / 32)
  }
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_LENGTH))
  return time + Array.from(random, (byte) => ALPHABET[byte % 32]).join('')
}

/** A typed id, e.g. `itm_01jd…`. */
export const newId = (prefix: string, now: number): string => `${prefix}_${timeOrdered(now)}`

/** SHA-256 of `text` in hexadecimal. */
export async function fingerprint(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
