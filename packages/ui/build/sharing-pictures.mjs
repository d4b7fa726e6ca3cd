// Draws the pictures that stand beside a link where somebody shares a page: Europe in tiles, the country in yellow.
import { mkdirSync, writeFileSync } from 'node:fs'
import { encode } from 'fast-png'
import { tilePlaces } from '../src/tile-places.ts'

const WIDTH = 1200
const HEIGHT = 630
const CHANNELS = 3
const TILE = 62
const STEP = 70
const COLUMNS = 7
const ROWS = 8
const NAVY = [0x0b, 0x1f, 0x4b]
const BLUE = [0x3d, 0x66, 0xd6]
const DIM = [0x24, 0x40, 0x7f]
const YELLOW = [0xff, 0xc8, 0x3d]
// The mark: steps of blue tiles and a yellow one, in units of a third.
const MARK = [
  [0, 2, BLUE],
  [1, 1, BLUE],
  [1, 2, BLUE],
  [2, 1, BLUE],
  [2, 2, BLUE],
  [2, 0, YELLOW],
]
const MARK_TILE = 100

const folder = new URL('../dist/og/', import.meta.url)

function picture(colourOf) {
  const data = new Uint8Array(WIDTH * HEIGHT * CHANNELS)
  for (let at = 0; at < data.length; at += CHANNELS) data.set(NAVY, at)
  const square = (left, top, size, colour) => {
    for (let y = top; y < top + size; y++) for (let x = left; x < left + size; x++) data.set(colour, (y * WIDTH + x) * CHANNELS)
  }
  const top = Math.round((HEIGHT - ROWS * STEP) / 2)
  const left = WIDTH - COLUMNS * STEP - 80
  for (const [country, [column, row]] of Object.entries(tilePlaces)) square(left + column * STEP, top + row * STEP, TILE, colourOf(country))
  for (const [column, row, colour] of MARK) square(110 + column * (MARK_TILE + 12), 147 + row * (MARK_TILE + 12), MARK_TILE, colour)
  return encode({ width: WIDTH, height: HEIGHT, data, channels: CHANNELS, depth: 8 }, { zlib: { level: 9 } })
}

mkdirSync(folder, { recursive: true })
writeFileSync(
  new URL('site.png', folder),
  picture(() => BLUE),
)
for (const country of Object.keys(tilePlaces)) {
  writeFileSync(
    new URL(`country-${country.toLowerCase()}.png`, folder),
    picture((code) => (code === country ? YELLOW : DIM)),
  )
}
