import type { FileKind } from './file-kind.ts'

const MOST = 100
const EXTENSION = /\.([a-z][a-z0-9]{0,3}|jpeg|xhtml|shtml)$/i
const ALIAS: Partial<Record<string, FileKind>> = { jpeg: 'jpg' }
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** What somebody called a file, made harmless to show: no path, no control or direction characters, at most 100 letters. */
export function shownName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    // What a browser writes in a form for a quote and for the end of a line (HTML, multipart/form-data encoding algorithm).
    .replaceAll('%22', '"')
    .replaceAll(/%0[ad]/gi, ' ')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .replaceAll(/["<>:|?*%]/g, '-')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  return [...plain].slice(0, MOST).join('').trim()
}

/** The name a file is kept under: what somebody called it, with the one extension that its content has. */
export function keptName(given: string, kind: FileKind): string {
  const shown = shownName(given)
  const [, written = ''] = EXTENSION.exec(shown) ?? []
  const stem = (written === '' ? shown : shown.slice(0, -written.length - 1)).replaceAll(/[\s.]+$/g, '')
  const bare = stem.toLowerCase().endsWith(`.${kind}`) || ALIAS[stem.toLowerCase().split('.').at(-1) ?? ''] === kind ? stem.replace(/\.[^.]*$/, '') : stem
  const safe = RESERVED.test(bare) ? `_${bare}` : bare
  return `${safe === '' ? 'file' : safe}.${kind}`
}

/** Header that makes a browser save a file under `name` and never show it (RFC 6266, the name in full by RFC 8187). */
export function attachmentAs(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w .()+,-]/g, '_')
  const full = encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
