import { SEARCH_FACETS, type SearchFacet } from '@stem/contracts/api-search'
import { localPath } from '@stem/i18n/locales'
import { placeName } from '@stem/ui/country-chip'
import { Icon } from '@stem/ui/icon'
import { type Speech, termName } from '@stem/ui/speech'
import type { FoundEverything } from './find-everything.ts'
import { isNarrowed, writeSearchQuery, type SearchQuery } from './search-query.ts'

/** What the parts of the page know. */
export type Props = { speech: Speech; query: SearchQuery; found: FoundEverything }

const CHOICES = ['country', 'topic', 'year'] as const
type Choices = (typeof CHOICES)[number]
const SHOWN_AT_FIRST = 6

/** Address of a search. */
export function addressOf({ locale }: Speech, query: SearchQuery): string {
  const written = writeSearchQuery(query)
  return localPath(locale, '/search') + (written === '' ? '' : `?${written}`)
}

/** Name of a value of a facet. */
export function labelOf(speech: Speech, facet: Choices, code: string): string {
  if (facet === 'year') return code
  return facet === 'country' ? placeName(speech, code) : termName(speech, 'topic', code)
}

/** `query` with the values of one facet, from its first page on. */
export const withValues = (query: SearchQuery, facet: SearchFacet, values: string[]): SearchQuery => ({
  ...query,
  page: 1,
  facets: { ...query.facets, [facet]: values },
})

/** The chosen values as hidden fields of a form, without those of `but`. */
export const Hidden = ({ query, but }: { query: SearchQuery; but: readonly (SearchFacet | 'q')[] }) => (
  <>
    {SEARCH_FACETS.filter((facet) => !but.includes(facet)).flatMap((facet) =>
      query.facets[facet].map((code) => <input type="hidden" name={facet} value={code} />),
    )}
    {!but.includes('q') && query.q !== '' && <input type="hidden" name="q" value={query.q} />}
  </>
)

type Option = { code: string; count: number; chosen: boolean; label: string }

function optionsOf({ speech, query, found }: Props, facet: Choices): Option[] {
  const counted = new Map(found.counts[facet].map(({ code, count }) => [code, count]))
  const options = [...new Set([...counted.keys(), ...query.facets[facet]])].map((code) => ({
    code,
    count: counted.get(code) ?? 0,
    chosen: query.facets[facet].includes(code),
    label: labelOf(speech, facet, code),
  }))
  const byName = (a: Option, b: Option) => a.label.localeCompare(b.label, speech.locale)
  return options.sort((a, b) => Number(b.chosen) - Number(a.chosen) || (facet === 'year' ? -byName(a, b) : b.count - a.count || byName(a, b)))
}

const Choice = ({
  speech: { f },
  facet,
  option: { code, count, chosen, label },
  counted,
}: {
  speech: Speech
  facet: Choices
  option: Option
  counted: boolean
}) => (
  <label class="ck">
    <input type="checkbox" name={facet} value={code} checked={chosen} />
    <span>{label}</span>
    {counted && <span class="m num">{f.number(count)}</span>}
  </label>
)

const Facet = ({ facet, ...props }: Props & { facet: Choices }) => {
  const { speech, found } = props
  const options = optionsOf(props, facet)
  if (options.length === 0) return null
  const first = options.slice(0, Math.max(SHOWN_AT_FIRST, options.filter(({ chosen }) => chosen).length))
  const rest = options.slice(first.length)
  const name = speech.t(`search.facet.${facet}`)
  const choice = (option: Option) => <Choice speech={speech} facet={facet} option={option} counted={!found.more} />
  return (
    <details class="facet" open={facet !== 'year' || options.some(({ chosen }) => chosen)}>
      <summary>{name}</summary>
      <fieldset>
        <legend class="vh">{name}</legend>
        {first.map(choice)}
        {rest.length > 0 && (
          <details>
            <summary class="s">{speech.t('search.facet.more', { n: rest.length, count: speech.f.number(rest.length) })}</summary>
            {rest.map(choice)}
          </details>
        )}
      </fieldset>
    </details>
  )
}

/** Choices by country, topic and year. */
export const Filters = (props: Props) => {
  const { speech, query } = props
  const chosen = CHOICES.reduce((sum, facet) => sum + query.facets[facet].length, 0)
  if (CHOICES.every((facet) => optionsOf(props, facet).length === 0)) return null
  const name = chosen === 0 ? speech.t('search.filters') : speech.t('search.filters.chosen', { count: speech.f.number(chosen) })
  return (
    <details class="fm np">
      <summary class="b q">
        <Icon name="sliders-horizontal" />
        {name}
      </summary>
      <form class="st g2" method="get" action={localPath(speech.locale, '/search')} aria-label={speech.t('search.filters')}>
        <Hidden query={query} but={CHOICES} />
        {CHOICES.map((facet) => (
          <Facet facet={facet} {...props} />
        ))}
        <button class="b">{speech.t('search.show')}</button>
      </form>
    </details>
  )
}

/** What is chosen, each with a way to take it back. */
export const Chips = ({ speech, query }: Props) => {
  const { t } = speech
  if (!isNarrowed(query)) return null
  return (
    <p class="cl g2">
      <span class="vh">{t('search.applied')}</span>
      {CHOICES.flatMap((facet) =>
        query.facets[facet].map((code) => (
          <a
            class="chip"
            href={addressOf(
              speech,
              withValues(
                query,
                facet,
                query.facets[facet].filter((other) => other !== code),
              ),
            )}
          >
            <span>{`${t(`search.facet.${facet}`)}: ${labelOf(speech, facet, code)}`}</span>
            <Icon name="x" />
            <span class="vh">{t('search.remove')}</span>
          </a>
        )),
      )}
      <a class="more s" href={addressOf(speech, { ...query, page: 1, facets: { ...query.facets, country: [], topic: [], year: [] } })}>
        {t('search.clear')}
      </a>
    </p>
  )
}
