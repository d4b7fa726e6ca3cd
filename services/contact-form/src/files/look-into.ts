import { fail, ok, type Result } from '@stem/web/result'
import { compoundNames, isCompound } from './compound-file.ts'
import type { FileKind } from './file-kind.ts'
import { findText, latin, numbersOf, standsAt } from './find-bytes.ts'
import { beginsWithEntry, holdsArchive, readEntry, zipEntries, type ZipEntry } from './zip-archive.ts'

/**
 * Why a file is not taken by its content: `empty`; `type`: none of the kinds, or not built like one; `macros`: it can run a program;
 * `locked`: a password hides what it holds; `mixed`: another file is inside that is no part of a document.
 */
export type BadContent = 'empty' | 'type' | 'macros' | 'locked' | 'mixed'

type Bytes = Uint8Array<ArrayBuffer>
type Answer = Result<FileKind, BadContent>

const TYPES_LIST = '[Content_Types].xml'
const MOST_TYPES = 1024 * 1024
const MOST_KIND = 100
const PDF_HEAD = 1024
const PDF_TAIL = 65_536
// A program, a script, a page or another archive. Documents of Office inside a document are common: a chart holds its table.
const NO_PART = /\.(zip|rar|7z|gz|tar|cab|iso|jar|exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|html?|xhtml|mht|svg|swf)$/i
const WITH_MACROS = /vbaproject|macrosheets|\.(docm|dotm|xlsm|xltm|xlsb|xlam|pptm|potm|ppsm|ppam)$/i
const MAIN_PARTS: readonly (readonly [string, FileKind])[] = [
  ['wordprocessingml.document.main+xml', 'docx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['presentationml.presentation.main+xml', 'pptx'],
]
const OPEN_DOCUMENTS: Record<string, FileKind> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
}
const COMPOUNDS: readonly (readonly [RegExp, FileKind])[] = [
  [/^WordDocument$/, 'doc'],
  [/^(Workbook|Book)$/, 'xls'],
  [/^PowerPoint Document$/, 'ppt'],
]
// VBAInfoContainer with its atom ([MS-PPT] 2.4.10 and 2.4.11); a presentation keeps its macros inside its stream.
const SLIDES_WITH_MACROS = '\u00ff\u0003\u0014\u0000\u0000\u0000\u0002\u0000\u0000\u0004\u000c\u0000\u0000\u0000'

/** Office since 2007 (ECMA-376, part 2): the list of types says what it is, and whether it holds a program. */
async function officeKind(bytes: Bytes, entries: ZipEntry[], list: ZipEntry): Promise<Answer> {
  const types = await readEntry(bytes, list, MOST_TYPES)
  // Entities and comments are never written there; they could say one thing to us and another to Office.
  if (types === null || /&|<!/.test(types)) return fail('type')
  if (/macro|vbaproject/i.test(types) || entries.some(({ name }) => WITH_MACROS.test(name))) return fail('macros')
  const kinds = MAIN_PARTS.filter(([part]) => ['"', "'"].some((quote) => types.includes(`application/vnd.openxmlformats-officedocument.${part}${quote}`)))
  const [only] = kinds
  return only && kinds.length === 1 ? ok(only[1]) : fail('type')
}

/** OpenDocument: its kind stands in the first file, as it is. */
async function openDocumentKind(bytes: Bytes, entries: ZipEntry[], named: ZipEntry): Promise<Answer> {
  const kind = beginsWithEntry(bytes, 'mimetype') ? OPEN_DOCUMENTS[(await readEntry(bytes, named, MOST_KIND)) ?? ''] : undefined
  if (kind === undefined) return fail('type')
  if (entries.some(({ name }) => /^(Basic|Scripts)\//i.test(name))) return fail('macros')
  return entries.some(({ name }) => name === 'encrypted-package') ? fail('locked') : ok(kind)
}

async function archiveKind(bytes: Bytes): Promise<Answer> {
  const entries = zipEntries(bytes)
  if (!entries) return fail('type')
  if (entries.some(({ locked }) => locked)) return fail('locked')
  const list = entries.find(({ name }) => name === TYPES_LIST)
  const named = entries.find(({ name }) => name === 'mimetype')
  const kind = list && !named ? await officeKind(bytes, entries, list) : named && !list ? await openDocumentKind(bytes, entries, named) : fail('type')
  return kind.ok && entries.some(({ name }) => NO_PART.test(name)) ? fail('mixed') : kind
}

function compoundKind(bytes: Bytes): Answer {
  const names = compoundNames(bytes)
  if (!names) return fail('type')
  if (names.root.includes('EncryptedPackage')) return fail('locked')
  const kinds = COMPOUNDS.filter(([name]) => names.root.some((one) => name.test(one)))
  const [only] = kinds
  if (!only || kinds.length > 1) return fail('type')
  const macros = names.all.some((name) => /^(VBA|Macros|_VBA_PROJECT.*)$/i.test(name)) || findText(bytes, SLIDES_WITH_MACROS) !== -1
  return macros ? fail('macros') : ok(only[1])
}

/** PNG (ISO/IEC 15948, 5.3): chunks from the first to the last, each inside the file. */
function isPng(bytes: Bytes): boolean {
  if (!standsAt(bytes, 0, '\u0089PNG\r\n\u001a\n') || !standsAt(bytes, 12, 'IHDR')) return false
  const { u32big } = numbersOf(bytes)
  for (let at = 8; at + 12 <= bytes.length; at += 12 + u32big(at)) if (standsAt(bytes, at + 4, 'IEND')) return true
  return false
}
const isJpeg = (bytes: Bytes): boolean => standsAt(bytes, 0, '\u00ff\u00d8\u00ff') && findText(bytes, '\u00ff\u00d9', 3) !== -1
const isGif = (bytes: Bytes): boolean => (standsAt(bytes, 0, 'GIF87a') || standsAt(bytes, 0, 'GIF89a')) && bytes.length > 13 && bytes.includes(0x3b, 13)
const isWebp = (bytes: Bytes): boolean =>
  bytes.length > 20 && standsAt(bytes, 0, 'RIFF') && standsAt(bytes, 8, 'WEBPVP8') && numbersOf(bytes).u32(4) + 8 <= bytes.length
const isPdf = (bytes: Bytes): boolean => /^%PDF-[12]\.\d/.test(latin(bytes.subarray(0, 8))) && findText(bytes, '%%EOF', bytes.length - PDF_TAIL) !== -1

const PLAIN: readonly (readonly [FileKind, (bytes: Bytes) => boolean])[] = [
  ['png', isPng],
  ['jpg', isJpeg],
  ['gif', isGif],
  ['webp', isWebp],
  ['pdf', isPdf],
]

/**
 * What a file is, by its content alone; what it is called or was said to be counts for nothing. A file that is two things at once, for
 * instance a picture that is an archive too, is refused. This is no search for viruses.
 */
export async function lookInto(bytes: Bytes): Promise<Answer> {
  if (bytes.length === 0) return fail('empty')
  if (standsAt(bytes, 0, 'PK\u0003\u0004')) return findText(bytes, '%PDF-', 0, PDF_HEAD) === -1 ? archiveKind(bytes) : fail('mixed')
  const kind = isCompound(bytes) ? compoundKind(bytes) : undefined
  const plain = PLAIN.find(([, is]) => is(bytes))?.[0]
  const answer = kind ?? (plain === undefined ? fail('type') : ok(plain))
  if (!answer.ok) return answer
  return holdsArchive(bytes) || findText(bytes, '%PDF-', 1, PDF_HEAD) !== -1 ? fail('mixed') : answer
}
