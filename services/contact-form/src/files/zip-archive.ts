import { findText, latin, numbersOf, standsAt } from './find-bytes.ts'

/** One file of an archive. */
export type ZipEntry = { name: string; locked: boolean; method: number; packed: number; size: number; at: number }

const END = 'PK\u0005\u0006'
const LISTED = 'PK\u0001\u0002'
const LOCAL = 'PK\u0003\u0004'
const END_LENGTH = 22
const LONGEST_COMMENT = 0xff_ff
const MOST_ENTRIES = 10_000
const LISTED_LENGTH = 46
const LOCAL_LENGTH = 30
const STORED = 0
const DEFLATED = 8

/** Where the list of an archive ends, looked for from the back as programs do; -1 when nothing says so. */
function endOf(bytes: Uint8Array<ArrayBuffer>): number {
  const { u16 } = numbersOf(bytes)
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT); at--)
    if (standsAt(bytes, at, END) && at + END_LENGTH + u16(at + 20) <= bytes.length) return at
  return -1
}

/** Whether a program for archives would find one in a file that is something else. */
export function holdsArchive(bytes: Uint8Array<ArrayBuffer>): boolean {
  const end = endOf(bytes)
  if (end === -1) return false
  const start = end - numbersOf(bytes).u32(end + 12)
  return start >= 0 && standsAt(bytes, start, LISTED)
}

/**
 * The files of an archive (PKWARE APPNOTE 4.3), or null when it is not built as every program reads it: nothing before it, between its
 * files and their list, or after it; each name once; no parts on other disks.
 */
export function zipEntries(bytes: Uint8Array<ArrayBuffer>): ZipEntry[] | null {
  const end = endOf(bytes)
  if (end === -1 || !standsAt(bytes, 0, LOCAL)) return null
  const { u16, u32 } = numbersOf(bytes)
  const count = u16(end + 10)
  let at = u32(end + 16)
  const whole = end + END_LENGTH + u16(end + 20) === bytes.length && at + u32(end + 12) === end && u16(end + 8) === count && u32(end + 4) === 0
  if (!whole || count === 0 || count > MOST_ENTRIES) return null
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + LISTED_LENGTH > end || !standsAt(bytes, at, LISTED)) return null
    const length = u16(at + 28)
    const name = latin(bytes.subarray(at + LISTED_LENGTH, at + LISTED_LENGTH + length))
    entries.push({ name, locked: (u16(at + 8) & 1) === 1, method: u16(at + 10), packed: u32(at + 20), size: u32(at + 24), at: u32(at + 42) })
    at += LISTED_LENGTH + length + u16(at + 30) + u16(at + 32)
  }
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  return at === end && names.size === count && entries.some((entry) => entry.at === 0) ? entries : null
}

/** The text of one file of an archive; null when it is longer than `most` bytes, differs from what the list says, or cannot be unpacked. */
export async function readEntry(bytes: Uint8Array<ArrayBuffer>, { name, method, packed, at }: ZipEntry, most: number): Promise<string | null> {
  if (at + LOCAL_LENGTH > bytes.length || !standsAt(bytes, at, LOCAL)) return null
  const { u16 } = numbersOf(bytes)
  const length = u16(at + 26)
  const start = at + LOCAL_LENGTH + length + u16(at + 28)
  if (latin(bytes.subarray(at + LOCAL_LENGTH, at + LOCAL_LENGTH + length)) !== name || start + packed > bytes.length) return null
  const held = bytes.subarray(start, start + packed)
  if (method === STORED) return packed > most ? null : latin(held)
  if (method !== DEFLATED) return null
  const reader = new Blob([held]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text
      text += latin(value)
      if (text.length > most) {
        void reader.cancel().catch(() => undefined)
        return null
      }
    }
  } catch {
    return null
  }
}

/** Whether the first file of an archive holds `text` as it is, right where programs for OpenDocument look (OpenDocument 1.3, part 2, 3.3). */
export const beginsWithEntry = (bytes: Uint8Array<ArrayBuffer>, name: string): boolean =>
  standsAt(bytes, LOCAL_LENGTH, name) && numbersOf(bytes).u16(8) === STORED && findText(bytes, name, LOCAL_LENGTH, LOCAL_LENGTH + name.length) !== -1
