const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 8
const MOST_KEYS = 10

const utf8 = (text: string) => new TextEncoder().encode(text)

// Keys are few and never change; importing one costs as much as signing with it.
const known = new Map<string, Promise<CryptoKey>>()
function imported(key: string): Promise<CryptoKey> {
  const ready = known.get(key) ?? crypto.subtle.importKey('raw', utf8(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  if (known.size < MOST_KEYS) known.set(key, ready)
  return ready
}
const signed = async (key: CryptoKey, text: string): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)))
const macOf = async (key: string, text: string): Promise<Uint8Array> => signed(await imported(key), text)

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * The secret part of a link: HMAC-SHA-256 of purpose and id under the installation's key, 256 bits. It is derived when it is
 * needed and stored nowhere, so neither the database nor a waiting mail holds it. A token for one purpose is none for another.
 */
export const deriveToken = async (key: string, purpose: string, id: string): Promise<string> => hex(await macOf(key, `${purpose}\n${id}`))

/** Derives many tokens for one purpose, as `deriveToken` does; the key is made ready once. */
export async function tokenMaker(key: string, purpose: string): Promise<(id: string) => Promise<string>> {
  const ready = await imported(key)
  return async (id) => hex(await signed(ready, `${purpose}\n${id}`))
}

/** A code to type, 40 bits in eight letters and digits that cannot be mistaken for each other. */
export const deriveCode = async (key: string, id: string): Promise<string> =>
  Array.from((await macOf(key, `sign-in-code\n${id}`)).slice(0, CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')

/** A code as somebody typed it, as it was meant: capitals, without spaces and hyphens, O for 0, I and L for 1 (Crockford). */
export const readCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{P}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

/** 256 random bits in hexadecimal. */
export const randomSecret = (): string => hex(crypto.getRandomValues(new Uint8Array(32)))

/** Whether two texts are equal, in a time that depends on their length alone. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [utf8(one), utf8(other)]
  return a.length === b.length && crypto.subtle.timingSafeEqual(a, b)
}
