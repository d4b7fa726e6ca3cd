import type { Child } from 'hono/jsx'
import { CountryChip } from './country-chip.tsx'
import type { Speech } from './speech.tsx'

/** One row of a list of the console: the whole of it is the link. `box`: name and value of a box for selecting. */
export const Row = ({ speech, mark, country, href, title, context, status, date }: RowProps) => (
  <li>
    <span class="ref">{mark}</span>
    <CountryChip speech={speech} country={country} />
    <span class="ti">
      <a href={href}>{title}</a>
      {context !== undefined && <small>{context}</small>}
    </span>
    <span class="mt">
      {status}
      <span class="dt">{date}</span>
    </span>
  </li>
)
type RowProps = { speech: Speech; mark: Child; country: string | null; href: string; title: string; context?: string; status?: Child; date?: string }
