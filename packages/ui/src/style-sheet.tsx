import { CORE } from '../generated/core.ts'

/** What must occur in a page for a selector to match: every name of `all`, and one member of each list of `any`. */
type Needs = { all: readonly string[]; any: readonly (readonly Needs[])[] }

/**
 * A piece of the design system's sheet: raw text (a font face with the script it is for, `display`: of the face that Greek pages do without), a group (`@media`, `@layer`) of
 * pieces, or a rule. `tokens`: custom properties of the root, by name and value.
 */
export type CssNode =
  | { raw: string; script?: string; display?: boolean }
  | { group: string; rules: readonly CssNode[] }
  | { selectors: readonly ({ text: string } & Needs)[]; body: string; tokens?: readonly (readonly [string, string])[] }

/** Styles of one page and the source expression that a Content-Security-Policy allows them by. */
export type StyleSheet = { css: string; source: string }

const matches = (needs: Needs, used: ReadonlySet<string>): boolean =>
  needs.all.every((name) => used.has(name)) && needs.any.every((list) => list.some((one) => matches(one, used)))

/** What occurs in a page: class names, ids, and scripts beyond basic Latin; and the tokens that its styles refer to. */
type Use = { names: ReadonlySet<string>; tokens: ReadonlySet<string> }

/** Among the names of a page that is in Greek: its headings are in the face of the text. */
export const GREEK = 'language:el'

function write(nodes: readonly CssNode[], { names, tokens }: Use): string {
  let css = ''
  for (const node of nodes) {
    if ('raw' in node) {
      const isWritten = node.script === undefined || names.has(`script:${node.script}`)
      if (isWritten && !(node.display && names.has(GREEK))) css += node.raw
    } else if ('group' in node) {
      const inside = write(node.rules, { names, tokens })
      if (inside !== '') css += `${node.group}{${inside}}`
    } else {
      const kept = node.selectors.filter((selector) => matches(selector, names))
      const own = (node.tokens ?? []).filter(([name]) => tokens.has(name)).map(([name, value]) => `${name}:${value}`)
      const body = [...own, ...(node.body === '' ? [] : [node.body])].join(';')
      if (kept.length > 0 && body !== '') css += `${kept.map(({ text }) => text).join(',')}{${body}}`
    }
  }
  return css
}

const referred = (css: string): string[] => [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? '')

const tokensOf = (nodes: readonly CssNode[]): (readonly [string, string])[] =>
  nodes.flatMap((node) => ('rules' in node ? tokensOf(node.rules) : 'selectors' in node ? (node.tokens ?? []) : []))

/** The part of `nodes` that a page with the class names, ids and scripts `names` needs, with the tokens it refers to. */
export function pick(nodes: readonly CssNode[], names: ReadonlySet<string>): string {
  const all = tokensOf(nodes)
  const tokens = new Set<string>()
  for (let wanted = referred(write(nodes, { names, tokens })); wanted.length > 0;) {
    const fresh = wanted.filter((name) => !tokens.has(name))
    for (const name of fresh) tokens.add(name)
    wanted = all.filter(([name]) => fresh.includes(name)).flatMap(([, value]) => referred(value))
  }
  return write(nodes, { names, tokens })
}

const SCRIPTS = { 'latin-ext': /[\u0100-\u024f\u1e9e]/, greek: /[\u0370-\u03ff]/, cyrillic: /[\u0400-\u045f\u2116]/ }

// The same as in `build/css.mjs`: elements and attributes that many pages do without.
const RARE_TAGS = [
  'address',
  'abbr',
  'code',
  'dd',
  'details',
  'dt',

  'option',
  'select',
  'small',
  'summary',
  'table',
  'td',
  'text',
  'textarea',
  'th',
  'tr',
  'video',
]
const RARE_ATTRIBUTES = ['aria-invalid', 'placeholder']

/** Class names and ids that stand in `html`, the rare elements and attributes in it, and the scripts it is written in. */
export function namesIn(html: string): Set<string> {
  const used = new Set<string>()
  for (const [, names] of html.matchAll(/ (?:class|id)="([^"]+)"/g)) {
    for (const name of names?.split(' ') ?? []) used.add(name)
  }
  const tags = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag))
  for (const tag of RARE_TAGS) if (tags.has(tag)) used.add(`tag:${tag}`)
  for (const attribute of RARE_ATTRIBUTES) if (html.includes(` ${attribute}="`)) used.add(`attribute:${attribute}`)
  for (const [script, letters] of Object.entries(SCRIPTS)) if (letters.test(html)) used.add(`script:${script}`)
  return used
}

const known = new Set<string>(JSON.stringify(CORE).match(/(?<=")[a-zA-Z_][\w-]*(?=")/g))
const made = new Map<string, StyleSheet>()
const LIMIT = 300
// A notice can be put into any finished page.
const NOTICE = ['w', 'crumbs', 'al', 'tn', 's']

/** The sheet for a page with this body; `more`: names outside it. Pages that use the same names share one sheet. */
export async function styleSheetFor(html: string, more: readonly string[] = []): Promise<StyleSheet> {
  const used = new Set([...namesIn(html), ...more, ...NOTICE].filter((name) => known.has(name) || name.includes(':')))
  const key = [...used].sort().join(' ')
  const ready = made.get(key)
  if (ready) return ready
  const css = pick(CORE, used)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css))
  const sheet = { css, source: `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'` }
  if (made.size >= LIMIT) made.clear()
  made.set(key, sheet)
  return sheet
}
