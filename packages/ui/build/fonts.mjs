// Cuts the web fonts to the scripts of the EU's languages. Run by hand when a font changes: pnpm --filter @stem/ui assets
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')

const SCRIPTS = {
  latin: range(0x20, 0x7e) + range(0xa0, 0xff) + 'ŒœŸı–—‘’‚“”„†•…‰‹›€™−→←↑↓↗≤≥≈×·\u202f\u2009',
  'latin-ext': 'ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĪīĮįİĶķĹĺĻļĽľŁłŃńŅņŇňŌōŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽžȘșȚțẞ',
  greek: range(0x370, 0x3ff),
  cyrillic: range(0x400, 0x45f) + '№',
}
const FAMILIES = [
  ['source-sans-3', 'text', { min: 400, max: 700 }],
  // One weight: headings and figures share it, at half the size of the variable font.
  ['geologica', 'display', 600],
]

for (const [family, name, wght] of FAMILIES) {
  for (const [script, text] of Object.entries(SCRIPTS)) {
    const source = readFileSync(require.resolve(`@fontsource-variable/${family}/files/${family}-${script}-wght-normal.woff2`))
    const font = await subsetFont(source, text, {
      targetFormat: 'woff2',
      variationAxes: { wght },
      preserveNameIds: [0, 13, 14],
    })
    writeFileSync(new URL(`../fonts/${name}-${script}.woff2`, import.meta.url), font)
    console.log(`${name}-${script}.woff2`, source.length, '->', font.length)
  }
}
