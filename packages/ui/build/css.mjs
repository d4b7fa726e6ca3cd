// Turns css/core.css into a tree of rules from which each page takes only those it uses, and writes the asset files.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { transform } from 'lightningcss'
import { plainFiles, writeAssets } from './assets.mjs'

const at = (path) => new URL(`../${path}`, import.meta.url)
const minify = (css) => transform({ filename: 'core.css', code: Buffer.from(css), minify: true }).code.toString()

const RANGES = {
  latin: 'U+0-FF,U+131,U+152-153,U+178,U+2009,U+202F,U+2010-2026,U+2030,U+2039-203A,U+20AC,U+2122,U+2190-2199,U+2212,U+2248-2265',
  'latin-ext': 'U+100-130,U+132-151,U+154-177,U+179-17F,U+218-21B,U+1E9E',
  greek: 'U+370-3FF',
  cyrillic: 'U+400-45F,U+2116',
}

const scripts = ['passkey.js', 'console.js'].map((name) => [name, readFileSync(at(`scripts/${name}`))])
const addresses = writeAssets([...plainFiles(), ...scripts, ['enh.css', Buffer.from(minify(readFileSync(at('css/enh.css'), 'utf8')))]])
const integrity = Object.fromEntries(scripts.map(([name, bytes]) => [name, `sha384-${createHash('sha384').update(bytes).digest('base64')}`]))

const faces = [
  ['Coalition Text', 'text', '400 700'],
  ['Coalition Display', 'display', '500 700'],
].flatMap(([family, file, weight]) =>
  Object.entries(RANGES).map(
    ([script, range]) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${addresses[`${file}-${script}.woff2`]})format("woff2");unicode-range:${range}}`,
  ),
)

/** Splits at commas outside brackets. */
function splitList(text) {
  const parts = []
  let depth = 0
  let start = 0
  for (let index = 0; index < text.length; index++) {
    if ('(['.includes(text[index])) depth++
    else if (')]'.includes(text[index])) depth--
    else if (text[index] === ',' && depth === 0) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, text.slice(start)]
}

// Elements and attributes that many pages do without; `style-sheet.tsx` looks for the same ones.
const RARE_TAGS = /(?:^|[\s>+~])(address|abbr|code|dd|details|dt|option|select|small|summary|table|td|text|textarea|th|tr|video)(?![\w-])/g
const RARE_ATTRIBUTES = /\[(aria-invalid)\b|::(placeholder)/g
const rareIn = (text, pattern, kind) => [...text.matchAll(pattern)].map(([, ...names]) => `${kind}:${names.find(Boolean)}`)

/** What must occur in a page for `selector` to match: every name of `all`, and for each list of `any` one member. */
function needs(selector) {
  let rest = selector.replace(/\[[^\]]*\]/g, '')
  const any = []
  for (let found = rest.match(/:(not|is|has|where)\(/); found !== null; found = rest.match(/:(not|is|has|where)\(/)) {
    const start = found.index + found[0].length
    let end = start
    for (let depth = 1; depth > 0; end++) {
      if (rest[end] === '(') depth++
      if (rest[end] === ')') depth--
    }
    if (found[1] !== 'not') any.push(splitList(rest.slice(start, end - 1)).map(needs))
    rest = rest.slice(0, found.index) + rest.slice(end)
  }
  const all = [
    ...[...rest.matchAll(/[.#]([a-zA-Z_][\w-]*)/g)].map((match) => match[1]),
    ...rareIn(rest, RARE_TAGS, 'tag'),
    ...rareIn(selector.replace(/:(not|is|has|where)\(.*\)/, ''), RARE_ATTRIBUTES, 'attribute'),
  ]
  const real = any.filter((list) => list.every(({ all: names, any: lists }) => names.length > 0 || lists.length > 0))
  return { all, any: real }
}

/** A rule; the design tokens of a root rule stand apart, so that a page takes only those it uses. */
function rule(prelude, body) {
  const selectors = splitList(prelude).map((text) => ({ text, ...needs(text) }))
  if (!prelude.startsWith(':root')) return { selectors, body }
  const declarations = splitDeclarations(body)
  const tokens = declarations.filter((one) => one.startsWith('--')).map((one) => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)])
  return { selectors, body: declarations.filter((one) => !one.startsWith('--')).join(';'), tokens }
}

/** Splits at semicolons outside brackets. */
function splitDeclarations(body) {
  const parts = ['']
  let depth = 0
  for (const letter of body) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (letter === ';' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.filter((part) => part !== '')
}

/** Rules of minified `css`: `raw` text, a `group` with rules inside, or a `rule` with its selectors. */
function parse(css) {
  const nodes = []
  for (let index = 0; index < css.length;) {
    let open = index
    while (open < css.length && css[open] !== '{' && css[open] !== ';') open++
    if (css[open] !== '{') {
      nodes.push({ raw: css.slice(index, open + 1) })
      index = open + 1
      continue
    }
    let end = open + 1
    for (let depth = 1; depth > 0; end++) {
      if (css[end] === '{') depth++
      if (css[end] === '}') depth--
    }
    const prelude = css.slice(index, open)
    const body = css.slice(open + 1, end - 1)
    if (/^@(media|supports|layer)/.test(prelude)) nodes.push({ group: prelude, rules: parse(body) })
    else if (prelude.startsWith('@font-face') && /-(latin-ext|greek|cyrillic)\./.test(body))
      nodes.push({ raw: css.slice(index, end), script: body.match(/-(latin-ext|greek|cyrillic)\./)[1], display: body.includes('Coalition Display') })
    else if (prelude.startsWith('@font-face') && /font-family:(Coalition Display|CD fb|"CD fb")/.test(body))
      nodes.push({ raw: css.slice(index, end), display: true })
    else if (prelude.startsWith('@')) nodes.push({ raw: css.slice(index, end) })
    else nodes.push(rule(prelude, body))
    index = end
  }
  return nodes
}

const source = readFileSync(at('css/core.css'), 'utf8').replaceAll(/asset\(([^)]+)\)/g, (_, name) => `url(${addresses[name]})`)
const rules = parse(minify(faces.join('') + source))

mkdirSync(at('generated'), { recursive: true })
writeFileSync(
  at('generated/core.ts'),
  `// Written by build/css.mjs.\nimport type { CssNode } from '../src/style-sheet.tsx'\n\nexport const CORE: readonly CssNode[] = ${JSON.stringify(rules)}\n`,
)
writeFileSync(
  at('generated/assets.ts'),
  `// Written by build/css.mjs.\n\n/** Addresses of the files that browsers keep for a year, by plain name. */\nexport const ASSETS = ${JSON.stringify(addresses, null, 2)} as const\n\n/** What each script must hold for a browser to run it (Subresource Integrity). */\nexport const INTEGRITY = ${JSON.stringify(integrity, null, 2)} as const\n`,
)
