import { tilePlaces } from './tile-places.ts'

const square = ([column, row]: readonly [number, number]): string => `M${1 + column * 11} ${1 + row * 11}h9v9h-9z`
const others = (country: string): string =>
  Object.entries(tilePlaces)
    .filter(([code]) => code !== country)
    .map(([, place]) => square(place))
    .join('')

/** Where a country lies among the tiles of Europe; a picture for the eye only. */
export const Locator = ({ country }: { country: string | null }) => {
  const place = country === null ? undefined : tilePlaces[country]
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
