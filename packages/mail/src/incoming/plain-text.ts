// What stands in these is never read by a person.
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'math', 'object', 'iframe', 'textarea', 'select'])
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
)
const APART = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'blockquote', 'pre'])

// HTML's names of U+00A0 to U+00FF, in order.
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  )
const NAMED = new Map<string, string>([
  ...LATIN.map((name, index) => [name, String.fromCodePoint(0xa0 + index)] as const),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", euro: '€', hellip: '…', ndash: '–', mdash: '—', bull: '•', trade: '™' }),
  ...Object.entries({ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', lsaquo: '‹', rsaquo: '›', zwnj: '', zwj: '' }),
])

const LAST_POINT = 0x10_ff_ff
const ofPoint = (point: number, written: string): string =>
  Number.isInteger(point) && point > 0 && point <= LAST_POINT && (point < 0xd8_00 || point > 0xdf_ff) ? String.fromCodePoint(point) : written

const decode = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,7}));?/gi, (written: string, hex?: string, number?: string, name?: string) =>
    hex !== undefined
      ? ofPoint(Number.parseInt(hex, 16), written)
      : number !== undefined
        ? ofPoint(Number(number), written)
        : (NAMED.get(name ?? '') ?? written),
  )

/** Where the content of an element that is never seen ends. `endless`: those that nothing ends, so that nobody looks twice; of them only code hides the rest. */
function endOf(html: string, name: string, from: number, endless: Set<string>): number {
  const rest = name === 'script' || name === 'style' ? html.length : from
  if (endless.has(name)) return rest
  const close = new RegExp(`</${name}\\b`, 'gi')
  close.lastIndex = from
  const found = close.exec(html)
  if (!found) endless.add(name)
  return found?.index ?? rest
}

const wrapped = (lines: string[], depth: number, text: string, apart: boolean): void => {
  const prefix = '> '.repeat(Math.min(depth, 3))
  const words = decode(text)
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
  if (words !== '') lines.push(prefix + words)
  if (apart && lines.length > 0 && lines.at(-1) !== '') lines.push('')
}

/**
 * The text of a mail that came as HTML alone, as plain lines; quotations begin with `> `. Reads the text once from start to end, whatever it
 * holds, and never throws; the result is text and nothing else, to be escaped like any other.
 */
export function textOfHtml(html: string): string {
  const lines: string[] = []
  const endless = new Set<string>()
  let [text, depth, position] = ['', 0, 0]
  while (position < html.length) {
    const open = html.indexOf('<', position)
    text += html.slice(position, open < 0 ? html.length : open)
    if (open < 0) break
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      position = end < 0 ? html.length : end + 3
      continue
    }
    if (!/[a-z/!?]/i.test(html[open + 1] ?? '')) {
      text += '<'
      position = open + 1
      continue
    }
    const end = html.indexOf('>', open)
    if (end < 0) break
    position = end + 1
    const [, slash = '', written = ''] = /^<(\/?)([a-z][a-z0-9]{0,15})/i.exec(html.slice(open, open + 20)) ?? []
    const name = written.toLowerCase()
    if (slash === '' && UNSEEN.has(name)) position = endOf(html, name, position, endless)
    if (name === 'td' || name === 'th') text += ' '
    if (name !== 'br' && !BLOCKS.has(name)) continue
    wrapped(lines, depth, text, APART.has(name))
    text = name === 'li' && slash === '' ? '- ' : ''
    if (name === 'blockquote') depth = Math.max(0, depth + (slash === '' ? 1 : -1))
  }
  wrapped(lines, depth, text, false)
  return lines.join('\n').trim()
}
