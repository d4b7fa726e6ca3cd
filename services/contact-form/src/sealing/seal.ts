const utf8 = (text: string) => new TextEncoder().encode(text)
const KEY_ID = 'k1'
const NONCE = 12

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

// The last key made: a list of cases is opened with one. A finished value, never a promise of another request.
let last: { secret: string; key: CryptoKey } | null = null

async function keyOf(secret: string): Promise<CryptoKey> {
  if (last?.secret === secret) return last.key
  const key = await makeKey(secret)
  last = { secret, key }
  return key
}

async function makeKey(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: utf8('stem contact-form'), info: utf8(`seal ${KEY_ID}`) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/**
 * Seals what somebody wrote (AES-256-GCM, key by HKDF from the installation's secret). `place`: where it stands, e.g. the case; text
 * that was moved to another place cannot be read there.
 */
export async function seal(secret: string, place: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(place) }, await keyOf(secret), utf8(text))
  return `${KEY_ID}.${base64(iv)}.${base64(new Uint8Array(sealed))}`
}

/** Reads what was sealed at `place`. Throws when it was changed, moved, or sealed with another secret. */
export async function unseal(secret: string, place: string, sealed: string): Promise<string> {
  const [id, iv = '', text = ''] = sealed.split('.')
  if (id !== KEY_ID) throw new Error('sealed with a key nobody has')
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv), additionalData: utf8(place) }, await keyOf(secret), bytesOf(text))
  return new TextDecoder().decode(plain)
}
