import type { CardRow } from '../facts/card.ts'
import { adoptionDoc } from './adoption.ts'

const WIDTH = 320
const ROW = 40
const MARGIN = 28
const LEFT = 72
const RIGHT = WIDTH - LEFT
const NODE = 15

/** A line of the picture: between which countries, and how many practices went that way. */
export type Way = { from: string; to: string; count: number }

/** The ways that practices went, by country. */
export const waysOf = (rows: readonly CardRow[]): Way[] =>
  [...Map.groupBy(rows, (row) => `${adoptionDoc(row).from} ${row.country ?? ''}`)]
    .map(([way, all]) => ({ from: way.split(' ')[0] ?? '', to: way.split(' ')[1] ?? '', count: all.length }))
    .filter(({ to }) => to !== '')
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))

const Node = ({ x, y, code }: { x: number; y: number; code: string }) => (
  <>
    <circle cx={x} cy={y} r={NODE} fill="none" stroke="currentColor" stroke-width="1.5" />
    <text x={x} y={y + 4} text-anchor="middle" font-size="12" font-weight="700" fill="currentColor">
      {code}
    </text>
  </>
)

/** Where practices went from where: countries that gave on the left, countries that took on the right. `title`: what it shows, in words. */
export const Network = ({ ways, title }: { ways: readonly Way[]; title: string }) => {
  const givers = [...new Set(ways.map(({ from }) => from))].toSorted()
  const takers = [...new Set(ways.map(({ to }) => to))].toSorted()
  const rows = Math.max(givers.length, takers.length)
  const height = 2 * MARGIN + (rows - 1) * ROW
  const place = (list: readonly string[], code: string) => MARGIN + ((rows - list.length) * ROW) / 2 + list.indexOf(code) * ROW
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="img" aria-label={title}>
      {ways.map(({ from, to, count }) => {
        const [start, end] = [place(givers, from), place(takers, to)]
        return (
          <path
            d={`M${LEFT + NODE} ${start}C${WIDTH / 2} ${start} ${WIDTH / 2} ${end} ${RIGHT - NODE} ${end}`}
            fill="none"
            stroke="currentColor"
            stroke-opacity="0.65"
            stroke-width={Math.min(1 + count, 6)}
          />
        )
      })}
      {givers.map((code) => (
        <Node x={LEFT} y={place(givers, code)} code={code} />
      ))}
      {takers.map((code) => (
        <Node x={RIGHT} y={place(takers, code)} code={code} />
      ))}
    </svg>
  )
}
