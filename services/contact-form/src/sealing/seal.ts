import type { Keys, SealKey } from './keys.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const NONCE = 12

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

// The keys made last: a list of cases is opened with one. Finished values, never a promise of another request.
const made = new Map<string, CryptoKey>()
const MOST_MADE = 8

async function keyFrom({ id, secret }: SealKey): Promise<CryptoKey> {
  const name = `${id}:${secret}`
  const known = made.get(name)
  if (known) return known
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey'])
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: utf8('stem contact-form'), info: utf8(`seal ${id}`) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
  if (made.size >= MOST_MADE) made.clear()
  made.set(name, key)
  return key
}

const keyNamed = (keys: Pick<Keys, 'seal'>, id: string | undefined): SealKey => {
  const found = keys.seal.find((key) => key.id === id)
  if (!found) throw new Error('sealed with a key nobody has')
  return found
}

/**
 * Seals what somebody wrote (AES-256-GCM, key by HKDF from the newest of the installation's keys). `place`: where it stands, e.g. the
 * case; text that was moved to another place cannot be read there.
 */
export async function seal(keys: Pick<Keys, 'seal'>, place: string, text: string): Promise<string> {
  const [key] = keys.seal
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(place) }, await keyFrom(key), utf8(text))
  return `${key.id}.${base64(iv)}.${base64(new Uint8Array(sealed))}`
}

/** Reads what was sealed at `place`. Throws when it was changed, moved, or sealed with a key nobody has any more. */
export async function unseal(keys: Pick<Keys, 'seal'>, place: string, sealed: string): Promise<string> {
  const [id, iv = '', text = ''] = sealed.split('.')
  const key = await keyFrom(keyNamed(keys, id))
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv), additionalData: utf8(place) }, key, bytesOf(text))
  return new TextDecoder().decode(plain)
}

/** Seals bytes, e.g. of a file: one byte of length, the key's id, the nonce, the sealed bytes. */
export async function sealBytes(keys: Pick<Keys, 'seal'>, place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const [key] = keys.seal
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(place) }, await keyFrom(key), bytes))
  const id = utf8(key.id)
  const whole = new Uint8Array(1 + id.length + NONCE + sealed.length)
  whole[0] = id.length
  whole.set(id, 1)
  whole.set(iv, 1 + id.length)
  whole.set(sealed, 1 + id.length + NONCE)
  return whole
}

/** The id of the key that bytes are sealed with, from their first bytes. */
export const keyIdOf = (bytes: Uint8Array<ArrayBuffer>): string => new TextDecoder().decode(bytes.subarray(1, 1 + (bytes[0] ?? 0)))

/** Reads bytes that were sealed at `place`. Throws like `unseal`. */
export async function unsealBytes(keys: Pick<Keys, 'seal'>, place: string, whole: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const start = 1 + (whole[0] ?? 0)
  const key = await keyFrom(keyNamed(keys, keyIdOf(whole)))
  const iv = whole.subarray(start, start + NONCE)
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(place) }, key, whole.subarray(start + NONCE)))
}
