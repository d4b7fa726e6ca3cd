import { decode as decodePng, encode as encodePng } from 'fast-png'
import jpeg from 'jpeg-js'
import { fail, ok, type Result } from '@stem/web/result'

/** Most bytes of a picture as it is uploaded. */
export const MOST_BYTES = 400 * 1024
const SMALLEST = 64
const LARGEST = 2000
const CHANNELS = 4
const MOST_MEGAPIXELS = 4
const MOST_MEGABYTES = 64
const BYTE_DEPTH = 8

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const HEADER = 24
const begins = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte)

type Pixels = { width: number; height: number; data: Uint8Array }

function readPng(bytes: Uint8Array): Pixels | null {
  // The size stands in the first chunk: a picture that unpacks to gigabytes is refused before it does.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || !fits(view.getUint32(16), view.getUint32(20))) return null
  const { width, height, data, channels, depth, palette } = decodePng(bytes)
  if (depth !== BYTE_DEPTH) return null
  const rgba = new Uint8Array(width * height * CHANNELS)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * channels
    const colour = palette ? (palette[data[pixel] ?? 0] ?? [0, 0, 0]) : channels < 3 ? [data[at], data[at], data[at]] : [data[at], data[at + 1], data[at + 2]]
    const alpha = palette ? (colour[3] ?? 255) : channels === 2 ? data[at + 1] : channels === CHANNELS ? data[at + 3] : 255
    rgba.set([colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0, alpha ?? 255], pixel * CHANNELS)
  }
  return { width, height, data: rgba }
}

const fits = (width: number, height: number): boolean => width >= SMALLEST && height >= SMALLEST && width <= LARGEST && height <= LARGEST

/**
 * A PNG or JPEG made anew from its pixels, so that nothing else that was in the file is kept or shown; everything else is refused,
 * whatever it calls itself.
 */
export function reencode(bytes: Uint8Array): Result<{ png: Uint8Array<ArrayBuffer>; width: number; height: number }, 'not_a_picture'> {
  if (bytes.length > MOST_BYTES) return fail('not_a_picture')
  try {
    const pixels = begins(bytes, PNG)
      ? readPng(bytes)
      : begins(bytes, JPEG)
        ? jpeg.decode(bytes, { useTArray: true, formatAsRGBA: true, maxResolutionInMP: MOST_MEGAPIXELS, maxMemoryUsageInMB: MOST_MEGABYTES })
        : null
    if (!pixels || !fits(pixels.width, pixels.height)) return fail('not_a_picture')
    const { width, height } = pixels
    const png = encodePng({ width, height, data: new Uint8Array(pixels.data), channels: CHANNELS, depth: BYTE_DEPTH })
    return ok({ png: new Uint8Array(png), width, height })
  } catch {
    return fail('not_a_picture')
  }
}

/** Keeps a picture under the hash of its bytes and gives the hash. */
export async function keepPicture(
  { db }: { db: D1Database },
  organisationId: string,
  bytes: Uint8Array,
  now: number,
): Promise<Result<string, 'not_a_picture'>> {
  const made = reencode(bytes)
  if (!made.ok) return made
  const { png, width, height } = made.value
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', png))
  const hash = Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  await db
    .prepare('INSERT INTO pictures (hash, organisation_id, bytes, width, height, created_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING')
    .bind(hash, organisationId, png, width, height, now)
    .run()
  return ok(hash)
}
