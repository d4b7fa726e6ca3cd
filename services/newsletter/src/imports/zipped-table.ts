import { Unzip, UnzipInflate } from 'fflate'

/** What is wrong with a file as a whole. */
export type FileFault = 'empty' | 'encoding' | 'too_large' | 'too_many' | 'zip' | 'zip_content' | 'zip_locked' | 'header' | 'no_rows'

/** Bytes of a table, or what is wrong with the file: then nothing comes after it. */
export type Bytes = { bytes: Uint8Array } | { fault: FileFault }

const TABLE = /\.(?:csv|tsv|txt)$/i
// What programs put beside: folders, and files that describe files.
const BESIDE = /(?:\/$|^__MACOSX\/|(?:^|\/)\.[^/]*$)/
// Deflate makes at most 1,032 times as much of it: a bomb is noticed while it is small.
const SLICE = 4096

/** Whether a file begins like a ZIP archive. */
export const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04

/** Whether it is an archive behind a password (APPNOTE 4.4.4, bit 0). */
export const isLocked = (head: Uint8Array): boolean => isZip(head) && ((head[6] ?? 0) & 1) === 1

/** The only table in an archive, as it is unpacked. Whoever reads it stops when it is too much; no more than four megabytes are ahead. */
export async function* tableInZip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes> {
  let tables = 0
  let ended = false
  let fault: FileFault | null = null
  const waiting: Uint8Array[] = []
  const unzip = new Unzip((entry) => {
    if (BESIDE.test(entry.name)) return
    if (!TABLE.test(entry.name) || ++tables > 1) {
      fault ??= 'zip_content'
      return
    }
    entry.ondata = (error, bytes, isLast) => {
      if (error) fault ??= 'zip'
      else waiting.push(bytes)
      ended ||= isLast
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  const push = (bytes: Uint8Array, isLast: boolean): void => {
    try {
      unzip.push(bytes, isLast)
    } catch {
      fault ??= 'zip'
    }
  }
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += SLICE) {
      push(chunk.subarray(at, at + SLICE), false)
      if (fault !== null) return yield { fault }
      for (const bytes of waiting.splice(0)) yield { bytes }
    }
  }
  if (tables === 0) return yield { fault: 'zip_content' }
  if (!ended) yield { fault: 'zip' }
}
