// Names every file that browsers keep for a year by its content, so that a new version has a new address.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { extname } from 'node:path'

const at = (path) => new URL(`../${path}`, import.meta.url)

/** Writes `dist/assets` afresh and returns the address of each file by its plain name. */
export function writeAssets(sources) {
  rmSync(at('dist'), { recursive: true, force: true })
  mkdirSync(at('dist/assets'), { recursive: true })
  const addresses = {}
  for (const [name, bytes] of sources) {
    const extension = extname(name)
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const file = `${name.slice(0, -extension.length)}.${hash}${extension}`
    writeFileSync(at(`dist/assets/${file}`), bytes)
    addresses[name] = `/assets/${file}`
  }
  return addresses
}

/** The fonts and pictures as they stand in the repository. */
export const plainFiles = () =>
  ['fonts', 'public'].flatMap((folder) =>
    readdirSync(at(folder))
      .filter((name) => /\.(woff2|svg)$/.test(name))
      .sort()
      .map((name) => [name, readFileSync(at(`${folder}/${name}`))]),
  )
