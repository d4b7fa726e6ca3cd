// Takes the icons the pages use out of Lucide (ISC licence). Run by hand when an icon is added: pnpm --filter @stem/ui assets
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const NAMES = [
  'arrow-right',
  'arrow-left',
  'building-2',
  'circle-check',
  'chart-line',
  'check',
  'circle-alert',
  'circle-dot',
  'download',
  'external-link',
  'file-text',
  'git-merge',
  'globe',
  'inbox',
  'info',
  'key-round',
  'life-buoy',
  'link',
  'lock',
  'log-out',
  'mail',
  'menu',
  'printer',
  'rss',
  'scroll-text',
  'search',
  'shield-check',
  'sliders-horizontal',
  'split',
  'undo-2',
  'user',
  'users',
  'webhook',
  'x',
]

const require = createRequire(import.meta.url)
const drawing = (name) =>
  readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/^[^]*?<svg[^>]*>|<\/svg>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/ \/>/g, '/>')
    .trim()

writeFileSync(
  new URL('../generated/icons.ts', import.meta.url),
  `// Taken from Lucide (ISC licence) by build/icons.mjs.

/** Drawings of 24 by 24, by name. */
export const ICONS = {
${NAMES.map((name) => `  '${name}': '${drawing(name)}',`).join('\n')}
} as const
`,
)
