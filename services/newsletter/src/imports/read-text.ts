import { isLocked, isZip, tableInZip, type Bytes, type FileFault } from './zipped-table.ts'

/** Most bytes of a file as it is sent, and of its table once unpacked. */
export const MOST_FILE = 24 * 1024 * 1024
/** Most bytes of a table. */
export const MOST_TABLE = 48 * 1024 * 1024

const HEAD = 64

/** Text of a table, lines ended by `\n`; or what is wrong with the file, then nothing comes after it. */
export type Text = { text: string } | { fault: FileFault }

/** The same chunks, the first of at least 64 bytes unless there are fewer: enough to tell the encoding. */
async function* withHead(chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  let head = new Uint8Array()
  for await (const chunk of chunks) {
    if ('fault' in chunk || head.length >= HEAD) yield chunk
    else {
      const joined = new Uint8Array(head.length + chunk.bytes.length)
      joined.set(head)
      joined.set(chunk.bytes, head.length)
      head = joined
      if (head.length >= HEAD) yield { bytes: head }
    }
  }
  if (head.length > 0 && head.length < HEAD) yield { bytes: head }
}

async function* plain(file: Blob): AsyncGenerator<Bytes> {
  for await (const bytes of file.stream()) yield { bytes }
}

async function* bytesOf(file: Blob): AsyncGenerator<Bytes> {
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer())
  if (isLocked(head)) yield { fault: 'zip_locked' }
  else yield* withHead(isZip(head) ? tableInZip(file.stream()) : plain(file))
}

/** Encoding by the mark at the beginning; without one, UTF-16 shows by every other byte being 0. Everything else must be UTF-8. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head.length >= 4 && head[0] !== 0 && head[1] === 0 && head[2] !== 0 && head[3] === 0) return 'utf-16le'
  if (head.length >= 4 && head[0] === 0 && head[1] !== 0 && head[2] === 0 && head[3] !== 0) return 'utf-16be'
  return 'utf-8'
}

/** Ends of lines are `\n`, however they were written; one that may be cut in half waits for its other half. */
function unified(): (text: string, isLast: boolean) => string {
  let held = ''
  return (text, isLast) => {
    const whole = held + text
    held = !isLast && whole.endsWith('\r') ? '\r' : ''
    return whole.slice(0, whole.length - held.length).replaceAll(/\r\n?/g, '\n')
  }
}

/** The text of a CSV file, packed or not, piece by piece as it is decoded: at no moment is it there as a whole. `most`: bytes of the table. */
export async function* textOf(file: Blob, most = MOST_TABLE): AsyncGenerator<Text> {
  let decoder: TextDecoder | null = null
  let size = 0
  const unify = unified()
  // Nothing that is not text: a wrong byte, or the letter that files of programs are full of.
  const decode = (bytes?: Uint8Array): string | null => {
    try {
      const text = decoder?.decode(bytes, { stream: bytes !== undefined }) ?? ''
      return text.includes('\0') ? null : unify(text, bytes === undefined)
    } catch {
      return null
    }
  }
  for await (const chunk of bytesOf(file)) {
    if ('fault' in chunk) return yield chunk
    size += chunk.bytes.length
    if (size > most) return yield { fault: 'too_large' }
    decoder ??= new TextDecoder(encodingOf(chunk.bytes), { fatal: true, ignoreBOM: false })
    const text = decode(chunk.bytes)
    if (text === null) return yield { fault: 'encoding' }
    yield { text }
  }
  const rest = decode()
  yield rest === null ? { fault: 'encoding' } : { text: rest }
}
