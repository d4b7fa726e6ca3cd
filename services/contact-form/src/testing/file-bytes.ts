type Bytes = Uint8Array<ArrayBuffer>

/** Bytes of text, one for each letter. */
export const bytesOf = (text: string): Bytes => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** Pieces one after the other; text as one byte a letter. */
export function joined(...pieces: readonly (Bytes | string)[]): Bytes {
  const all = pieces.map((piece) => (typeof piece === 'string' ? bytesOf(piece) : piece))
  const whole = new Uint8Array(all.reduce((size, piece) => size + piece.length, 0))
  let at = 0
  for (const piece of all) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const low = (size: number, ...values: number[]): Bytes =>
  Uint8Array.from(values.flatMap((value) => Array.from({ length: size }, (_, byte) => Math.floor(value / 256 ** byte) % 256)))
const high = (value: number): Bytes => low(4, value).toReversed()
const u16 = (...values: number[]) => low(2, ...values)
const u32 = (...values: number[]) => low(4, ...values)

function crc32(bytes: Bytes): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0)
  }
  return ~crc >>> 0
}

const packed = async (bytes: Bytes, format: 'deflate' | 'deflate-raw'): Promise<Bytes> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream(format))).arrayBuffer())

type Part = { name: string; content?: string | Bytes; stored?: boolean; locked?: boolean; localName?: string }

/** An archive of files, packed unless they are `stored`. */
export async function zip(parts: readonly Part[], comment = ''): Promise<Bytes> {
  const locals: Bytes[] = []
  const listed: Bytes[] = []
  let at = 0
  for (const { name, content = 'x', stored = false, locked = false, localName = name } of parts) {
    const plain = typeof content === 'string' ? bytesOf(content) : content
    const held = stored ? plain : await packed(plain, 'deflate-raw')
    const head = joined(u16(20, locked ? 1 : 0, stored ? 0 : 8, 0, 0), u32(crc32(plain), held.length, plain.length))
    const local = joined('PK\u0003\u0004', head, u16(localName.length, 0), localName, held)
    listed.push(joined('PK\u0001\u0002', u16(20), head, u16(name.length, 0, 0, 0, 0), u32(0, at), name))
    locals.push(local)
    at += local.length
  }
  const list = joined(...listed)
  return joined(...locals, list, 'PK\u0005\u0006', u16(0, 0, parts.length, parts.length), u32(list.length, at), u16(comment.length), comment)
}

const MAIN = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation'],
} as const

/** The list of types of a document of Office. */
export const typesOf = (part: string, type: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`

/** A document of Office; `more`: further files in it. */
export function office(kind: keyof typeof MAIN, more: readonly Part[] = [], comment = ''): Promise<Bytes> {
  const [part, type] = MAIN[kind]
  const types = typesOf(part, `application/vnd.openxmlformats-officedocument.${type}.main+xml`)
  return zip([{ name: '[Content_Types].xml', content: types }, { name: '_rels/.rels' }, { name: part }, ...more], comment)
}

/** A document of OpenDocument. */
export const openDocument = (kind: 'text' | 'spreadsheet' | 'presentation', more: readonly Part[] = []): Promise<Bytes> =>
  zip([{ name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true }, { name: 'content.xml' }, ...more])

const SECTOR = 512
const FREE = 0xff_ff_ff_ff
const END = 0xff_ff_ff_fe
const filled = (bytes: Bytes, size: number): Bytes => joined(bytes, new Uint8Array(size - bytes.length))

/** A compound file whose root holds `names`, with `within` one level deeper and `content` at its end. */
export function compound(names: readonly string[], { within = [], content = '' }: { within?: readonly string[]; content?: string } = {}): Bytes {
  const entries = ['Root Entry', ...names, ...within]
  const entry = (name: string, index: number): Bytes => {
    const utf16 = u16(...Array.from(name, (letter) => letter.charCodeAt(0)), 0)
    const next = index >= 1 && index < names.length ? index + 1 : FREE
    const child = index === 0 ? 1 : index === names.length && within.length > 0 ? names.length + 1 : FREE
    return joined(filled(utf16, 64), u16(utf16.length), Uint8Array.of(index === 0 ? 5 : 2, 1), u32(FREE, next, child), filled(u32(0), 48))
  }
  const sectors = Math.ceil((entries.length * 128) / SECTOR)
  const fat = u32(0xff_ff_ff_fd, ...Array.from({ length: 127 }, (_, index) => (index < sectors - 1 ? index + 2 : index === sectors - 1 ? END : FREE)))
  const header = joined(
    '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    new Uint8Array(16),
    u16(0x3e, 3, 0xff_fe, 9, 6),
    new Uint8Array(6),
    u32(0, 1, 1, 0, 4096, END, 0, END, 0),
    u32(0, ...Array.from({ length: 108 }, () => FREE)),
  )
  return joined(
    header,
    fat,
    filled(joined(...entries.map(entry)), sectors * SECTOR),
    filled(bytesOf(content), Math.ceil((content.length + 1) / SECTOR) * SECTOR),
  )
}

/** A page of PDF; `extra`: bytes of a comment inside, to make it as large as wanted. */
export const pdf = (extra: Bytes | string = ''): Bytes =>
  joined(
    '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n%',
    extra,
    '\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
  )

/** A PDF of exactly `size` bytes. */
export const pdfOf = (size: number): Bytes => pdf(new Uint8Array(size - pdf().length).fill(0x20))

/** A picture of one grey point. */
export async function png(): Promise<Bytes> {
  const chunk = (name: string, content: Bytes): Bytes => joined(high(content.length), name, content, high(crc32(joined(name, content))))
  const head = joined(high(1), high(1), Uint8Array.of(8, 0, 0, 0, 0))
  return joined('\u0089PNG\r\n\u001a\n', chunk('IHDR', head), chunk('IDAT', await packed(Uint8Array.of(0, 128), 'deflate')), chunk('IEND', new Uint8Array()))
}
/** The outside of a JPEG picture. */
export const jpeg = (): Bytes =>
  joined('\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000\u0001\u0001\u0000\u0000\u0001\u0000\u0001\u0000\u0000', 'picture', '\u00ff\u00d9')
/** A GIF picture; `words`: a comment in it. */
export const gif = (words = ''): Bytes =>
  joined(
    'GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000\u0000\u0000\u0000\u00ff\u00ff\u00ff',
    words === '' ? '' : `!\u00fe${String.fromCharCode(words.length)}${words}\u0000`,
    ',\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000\u0000\u0002\u0002D\u0001\u0000;',
  )
/** The outside of a WebP picture. */
export const webp = (): Bytes => joined('RIFF', u32(26), 'WEBPVP8L', u32(13), '/\u0000\u0000\u0000\u0010\u0007\u0010\u0011\u0011\u0088\u0088\u00fe\u0007\u0000')

/** The beginning of a presentation's stream that says it holds macros. */
export const SLIDE_MACROS =
  '\u001f\u0000\u00ff\u0003\u0014\u0000\u0000\u0000\u0002\u0000\u0000\u0004\u000c\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0002\u0000\u0000\u0000'
