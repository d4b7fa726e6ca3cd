import { CORE } from '../generated/core.ts'

/** What must occur in a page for a selector to match: every name of `all`, and one member of each list of `any`. */
type Needs = { all: readonly string[]; any: readonly (readonly Needs[])[] }

/** A piece of the design system's sheet: raw text, a group (`@media`, `@layer`) of pieces, or a rule. */
export type CssNode = { raw: string } | { group: string; rules: readonly CssNode[] } | { selectors: readonly ({ text: string } & Needs)[]; body: string }

/** Styles of one page and the source expression that a Content-Security-Policy allows them by. */
export type StyleSheet = { css: string; source: string }

const matches = (needs: Needs, used: ReadonlySet<string>): boolean =>
  needs.all.every((name) => used.has(name)) && needs.any.every((list) => list.some((one) => matches(one, used)))

/** The part of `nodes` that a page with the class names and ids `used` needs. */
export function pick(nodes: readonly CssNode[], used: ReadonlySet<string>): string {
  let css = ''
  for (const node of nodes) {
    if ('raw' in node) css += node.raw
    else if ('group' in node) {
      const inside = pick(node.rules, used)
      if (inside !== '') css += `${node.group}{${inside}}`
    } else {
      const kept = node.selectors.filter((selector) => matches(selector, used))
      if (kept.length > 0) css += `${kept.map(({ text }) => text).join(',')}{${node.body}}`
    }
  }
  return css
}

/** Class names and ids that stand in `html`. */
export function namesIn(html: string): Set<string> {
  const used = new Set<string>()
  for (const [, names] of html.matchAll(/ (?:class|id)="([^"]+)"/g)) {
    for (const name of names?.split(' ') ?? []) used.add(name)
  }
  return used
}

const known = new Set<string>(JSON.stringify(CORE).match(/(?<=")[a-zA-Z_][\w-]*(?=")/g))
const made = new Map<string, StyleSheet>()
const LIMIT = 300
// A notice can be put into any finished page.
const NOTICE = ['w', 'crumbs', 'al', 'tn', 's']

/** The sheet for a page with this body. Pages that use the same names share one sheet. */
export async function styleSheetFor(html: string): Promise<StyleSheet> {
  const used = new Set([...namesIn(html), ...NOTICE].filter((name) => known.has(name)))
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
