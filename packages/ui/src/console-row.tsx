import type { Child } from 'hono/jsx'
import { CountryChip } from './country-chip.tsx'
import type { Speech } from './speech.tsx'

/** One row of a list of the console: the whole of it is the link. `box`: for selecting it, apart from the link; `owner`: whose it is. */
export const Row = ({ speech, box, mark, country, href, title, lang, context, status, date, owner }: RowProps) => (
  <li>
    {box}
    <span class="ref">{mark}</span>
    <CountryChip speech={speech} country={country} kind="x" />
    <span class="ti">
      <a href={href} lang={lang}>
        {title}
      </a>
      {context !== undefined && <small>{context}</small>}
    </span>
    <span class="mt">
      {status}
      <span class="dt">{date}</span>
    </span>
    {owner}
  </li>
)
type RowProps = {
  speech: Speech
  box?: Child
  mark: Child
  country: string | null
  href: string
  title: string
  /** Language of the title when it is not the page's. */
  lang?: string
  context?: string
  status?: Child
  date?: Child
  owner?: Child
}
