const PLACES: Record<string, readonly [number, number]> = {
  IS: [0, 0], NO: [3, 0], SE: [4, 0], FI: [5, 0], EE: [5, 1], IE: [0, 2], GB: [1, 2], DK: [3, 2], LV: [5, 2], NL: [2, 3],
  DE: [3, 3], PL: [4, 3], LT: [5, 3], BE: [1, 4], LU: [2, 4], CZ: [3, 4], SK: [4, 4], UA: [5, 4], FR: [1, 5], CH: [2, 5],
  AT: [3, 5], HU: [4, 5], RO: [5, 5], PT: [0, 6], ES: [1, 6], IT: [2, 6], SI: [3, 6], HR: [4, 6], BG: [5, 6], MT: [3, 7],
  GR: [5, 7], CY: [6, 7],
}

/** Column and row of each country's tile. */
export const tilePlaces = PLACES

const square = ([column, row]: readonly [number, number]): string => `M${1 + column * 11} ${1 + row * 11}h9v9h-9z`
const others = (country: string): string =>
  Object.entries(PLACES)
    .filter(([code]) => code !== country)
    .map(([, place]) => square(place))
    .join('')

/** Where a country lies among the tiles of Europe; a picture for the eye only. */
export const Locator = ({ country }: { country: string | null }) => {
  const place = country === null ? undefined : PLACES[country]
  return (
    <svg class="lo" viewBox="0 0 76 87" aria-hidden="true">
      <path d={others(country ?? '')} />
      {place && <path class="y" d={square(place)} />}
    </svg>
  )
}

/** The picture of a page that does not exist: one tile has fallen out. */
export const FallenTile = () => (
  <svg class="lo nf" viewBox="0 0 76 100" aria-hidden="true">
    <path d={others('AT')} />
    <path class="q" d="M34.5 56.5h8v8h-8z" />
    <path class="y" d="M0 0h9v9h-9z" transform="translate(14 89) rotate(14)" />
  </svg>
)
