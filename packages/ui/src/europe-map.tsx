import { NEIGHBOURS, UNION } from '../generated/map.ts'

/** How a country is drawn: solid with code, striped with code, or plain. */
export type MapState = 'member' | 'unconfirmed'

// Codes that would sit badly on the centre of the largest shape.
const SHIFTS: Record<string, readonly [number, number]> = {
  NO: [-8, 14],
  SE: [-6, 22],
  FI: [4, 10],
  HR: [6, -6],
  GR: [-6, -4],
  MT: [0, 16],
  DK: [-4, 2],
  NL: [2, 0],
  FR: [6, -4],
}
const MALTA_TARGET = 14

/**
 * The map of Europe. The list beside it holds the same links in reading order, so the map is left out of the tab order
 * and hidden from those who listen. `href` gives the address of a country with a state.
 */
export const EuropeMap = ({
  states,
  href,
  names,
}: {
  states: Record<string, MapState>
  href: (country: string) => string
  names: (country: string) => string
}) => {
  const all = { ...NEIGHBOURS, ...UNION }
  return (
    <div class="mapw">
      <svg class="map" viewBox="0 0 640 660" aria-hidden="true">
        <defs>
          <pattern id="h" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" />
            <path d="M0 0V7" />
          </pattern>
        </defs>
        {Object.entries(states).map(([country, state]) => {
          const outline = all[country]
          if (outline === undefined) return null
          const [dx, dy] = SHIFTS[country] ?? [0, 0]
          return (
            <a class={state === 'member' ? 'm1' : 'm2'} href={href(country)} tabindex={-1}>
              <title>{names(country)}</title>
              <path d={outline.d} />
              {country === 'MT' && <circle cx={outline.x} cy={outline.y} r={MALTA_TARGET} fill="transparent" />}
              <text paint-order="stroke" x={outline.x + dx} y={outline.y + dy + 4}>
                {country}
              </text>
            </a>
          )
        })}
      </svg>
    </div>
  )
}
