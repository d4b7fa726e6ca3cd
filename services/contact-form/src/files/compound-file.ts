import { numbersOf, standsAt } from './find-bytes.ts'

const MAGIC = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'
const HEADER = 512
const LISTED_IN_HEADER = 109
const LAST_SECTOR = 0xff_ff_ff_fa
const ENTRY = 128
const MOST_NAME = 64

/** Whether a file is a compound file, the container of Office before 2007. */
export const isCompound = (bytes: Uint8Array): boolean => bytes.length > HEADER && standsAt(bytes, 0, MAGIC)

/** Names in a compound file: `root` at the top, `all` anywhere. */
export type CompoundNames = { root: string[]; all: string[] }

/** What a compound file holds ([MS-CFB] 2.2 to 2.6), or null when it is broken. Chains that run in circles end. */
export function compoundNames(bytes: Uint8Array<ArrayBuffer>): CompoundNames | null {
  const { u16, u32 } = numbersOf(bytes)
  const shift = u16(30)
  if (shift !== 9 && shift !== 12) return null
  const size = 2 ** shift
  const most = Math.ceil(bytes.length / size)
  const offsetOf = (sector: number): number | null => {
    const at = (sector + 1) * size
    return sector < LAST_SECTOR && at + size <= bytes.length ? at : null
  }
  const perSector = size / 4
  // Where the table of chains lies: the first parts in the header, the others in sectors of their own.
  const tables = Array.from({ length: LISTED_IN_HEADER }, (_, index) => u32(76 + index * 4)).filter((sector) => sector < LAST_SECTOR)
  for (let sector = u32(68), steps = 0; sector < LAST_SECTOR && steps < most; steps++) {
    const at = offsetOf(sector)
    if (at === null) return null
    for (let index = 0; index < perSector - 1; index++) if (u32(at + index * 4) < LAST_SECTOR) tables.push(u32(at + index * 4))
    sector = u32(at + size - 4)
  }
  const nextOf = (sector: number): number => {
    const table = offsetOf(tables[Math.floor(sector / perSector)] ?? LAST_SECTOR)
    return table === null ? LAST_SECTOR : u32(table + (sector % perSector) * 4)
  }
  const entries: number[] = []
  for (let sector = u32(48), steps = 0; sector < LAST_SECTOR; steps++, sector = nextOf(sector)) {
    const at = offsetOf(sector)
    if (at === null || steps > most) return null
    for (let entry = at; entry < at + size; entry += ENTRY) entries.push(entry)
  }
  const utf16 = new TextDecoder('utf-16le')
  const nameOf = (at: number): string => {
    const length = u16(at + 64)
    return length < 2 || length > MOST_NAME ? '' : utf16.decode(bytes.subarray(at, at + length - 2))
  }
  const [first] = entries
  if (first === undefined || bytes[first + 66] !== 5) return null
  const root: string[] = []
  const waiting = [u32(first + 76)]
  const seen = new Set<number>()
  while (waiting.length > 0) {
    const id = waiting.pop() ?? 0
    const at = entries[id]
    if (at === undefined || seen.has(id)) continue
    seen.add(id)
    root.push(nameOf(at))
    waiting.push(u32(at + 68), u32(at + 72))
  }
  return { root, all: entries.map(nameOf) }
}
