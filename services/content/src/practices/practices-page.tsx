import { PRACTICE_FACETS, PRACTICE_SORTS, type PracticeFacet } from '@stem/contracts/api-practices'
import { localPath } from '@stem/i18n/locales'
import { placeName } from '@stem/ui/country-chip'
import { Icon } from '@stem/ui/icon'
import { Empty } from '@stem/ui/notice'
import { Pagination } from '@stem/ui/pagination'
import { practiceRow, RowList } from '@stem/ui/row-list'
import { type Speech, termName } from '@stem/ui/speech'
import { cardOf } from '../facts/card.ts'
import { type FoundPractices, MOST_COUNTED, PER_PAGE } from './find-practices.ts'
import { isNarrowed, type PracticeQuery, writePracticeQuery } from './practice-query.ts'

const OPEN_AT_FIRST: PracticeFacet[] = ['topic', 'country', 'level']
const SHOWN_AT_FIRST = 6

type Props = { speech: Speech; query: PracticeQuery; found: FoundPractices }
type Option = { code: string; count: number; chosen: boolean; label: string }

const labelOf = (speech: Speech, facet: PracticeFacet, code: string): string => (facet === 'country' ? placeName(speech, code) : termName(speech, facet, code))

function addressOf({ locale }: Speech, query: PracticeQuery): string {
  const written = writePracticeQuery(query)
  return localPath(locale, '/practices') + (written === '' ? '' : `?${written}`)
}

const without = (query: PracticeQuery, facet: PracticeFacet, code: string): PracticeQuery => ({
  ...query,
  page: 1,
  facets: { ...query.facets, [facet]: query.facets[facet].filter((other) => other !== code) },
})

function optionsOf({ speech, query, found }: Props, facet: PracticeFacet): Option[] {
  const counted = new Map(found.counts[facet].map(({ code, count }) => [code, count]))
  const codes = new Set([...counted.keys(), ...query.facets[facet]])
  return [...codes]
    .map((code) => ({ code, count: counted.get(code) ?? 0, chosen: query.facets[facet].includes(code), label: labelOf(speech, facet, code) }))
    .sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count || a.label.localeCompare(b.label, speech.locale))
}

const Choice = ({ speech: { f }, facet, option: { code, count, chosen, label } }: { speech: Speech; facet: PracticeFacet; option: Option }) => (
  <label class="ck">
    <input type="checkbox" name={facet} value={code} checked={chosen} />
    <span>{label}</span>
    <span class="m num">{f.number(count)}</span>
  </label>
)

const Facet = ({ facet, ...props }: Props & { facet: PracticeFacet }) => {
  const { speech } = props
  const options = optionsOf(props, facet)
  if (options.length === 0) return null
  const first = options.slice(0, Math.max(SHOWN_AT_FIRST, options.filter(({ chosen }) => chosen).length))
  const rest = options.slice(first.length)
  const name = speech.t(`practices.facet.${facet}`)
  return (
    <details class="facet" open={OPEN_AT_FIRST.includes(facet) || options.some(({ chosen }) => chosen)}>
      <summary>{name}</summary>
      <fieldset>
        <legend class="vh">{name}</legend>
        {first.map((option) => (
          <Choice speech={speech} facet={facet} option={option} />
        ))}
        {rest.length > 0 && (
          <details>
            <summary class="s">{speech.t('practices.facet.more', { n: rest.length, count: speech.f.number(rest.length) })}</summary>
            {rest.map((option) => (
              <Choice speech={speech} facet={facet} option={option} />
            ))}
          </details>
        )}
      </fieldset>
    </details>
  )
}

const Filters = (props: Props) => {
  const { speech, query } = props
  const chosen = PRACTICE_FACETS.reduce((sum, facet) => sum + query.facets[facet].length, 0)
  return (
    <details class="fm np">
      <summary class="b q">
        <Icon name="sliders-horizontal" />
        {chosen === 0 ? speech.t('practices.filters') : speech.t('practices.filters.chosen', { count: speech.f.number(chosen) })}
      </summary>
      <form class="st g2" method="get" action={localPath(speech.locale, '/practices')} aria-label={speech.t('practices.filters')}>
        {query.q !== '' && <input type="hidden" name="q" value={query.q} />}
        {query.sort !== 'title' && <input type="hidden" name="sort" value={query.sort} />}
        {PRACTICE_FACETS.map((facet) => (
          <Facet facet={facet} {...props} />
        ))}
        <button class="b">{speech.t('practices.show')}</button>
      </form>
    </details>
  )
}

const Hidden = ({ query, but }: { query: PracticeQuery; but: 'q' | 'sort' }) => (
  <>
    {PRACTICE_FACETS.flatMap((facet) => query.facets[facet].map((code) => <input type="hidden" name={facet} value={code} />))}
    {but !== 'q' && query.q !== '' && <input type="hidden" name="q" value={query.q} />}
    {but !== 'sort' && query.sort !== 'title' && <input type="hidden" name="sort" value={query.sort} />}
  </>
)

const Search = ({ speech: { t, locale }, query }: Props) => (
  <form class="cl nw" method="get" action={localPath(locale, '/practices')} role="search">
    <label class="vh" for="q">
      {t('practices.search')}
    </label>
    <input class="in" id="q" name="q" type="search" value={query.q} maxlength={200} autocomplete="off" />
    <Hidden query={query} but="q" />
    <button class="b">{t('practices.search.button')}</button>
  </form>
)

const Sort = ({ speech: { t, locale }, query }: Props) => (
  <form class="cl g2 end np" method="get" action={localPath(locale, '/practices')}>
    <label for="so" class="s m">
      {t('practices.sort')}
    </label>
    <select class="in" id="so" name="sort">
      {PRACTICE_SORTS.map((sort) => (
        <option value={sort} selected={sort === query.sort}>
          {t(`practices.sort.${sort}`)}
        </option>
      ))}
    </select>
    <Hidden query={query} but="sort" />
    <button class="b q sm">{t('practices.sort.button')}</button>
  </form>
)

const Chip = ({ href, label, remove }: { href: string; label: string; remove: string }) => (
  <a class="chip" href={href}>
    <span>{label}</span>
    <Icon name="x" />
    <span class="vh">{remove}</span>
  </a>
)

const Chips = ({ speech, query }: Props) => {
  const { t } = speech
  if (!isNarrowed(query)) return null
  return (
    <p class="cl g2">
      <span class="vh">{t('practices.applied')}</span>
      {query.q !== '' && <Chip href={addressOf(speech, { ...query, q: '', page: 1 })} label={`“${query.q}”`} remove={t('practices.remove')} />}
      {PRACTICE_FACETS.flatMap((facet) =>
        query.facets[facet].map((code) => (
          <Chip
            href={addressOf(speech, without(query, facet, code))}
            label={`${t(`practices.facet.${facet}`)}: ${labelOf(speech, facet, code)}`}
            remove={t('practices.remove')}
          />
        )),
      )}
      <a class="more s" href={localPath(speech.locale, '/practices')}>
        {t('practices.clear')}
      </a>
    </p>
  )
}

const Results = ({ speech, query, found }: Props) => {
  const { t, f, locale } = speech
  if (found.rows.length === 0) {
    return isNarrowed(query) ? (
      <Empty title={t('practices.none')}>
        <p>{t('practices.none.do')}</p>
        <a class="b q" href={localPath(locale, '/practices')}>
          {t('practices.clear')}
        </a>
      </Empty>
    ) : (
      <Empty title={t('practices.empty')}>
        <p>{t('practices.empty.do')}</p>
      </Empty>
    )
  }
  const last = Math.ceil(found.total / PER_PAGE)
  return (
    <>
      <RowList speech={speech} rows={found.rows.map((row) => practiceRow(speech, cardOf(row)))} />
      <Pagination speech={speech} current={query.page} last={last} href={(number) => addressOf(speech, { ...query, page: number })} />
      {found.more && query.page >= last && <p class="s m">{t('practices.narrow', { count: f.number(MOST_COUNTED) })}</p>}
    </>
  )
}

/** The list of practices with search, facets, order and pages. */
export const PracticesPage = (props: Props) => {
  const { speech, query, found } = props
  const { t, f, locale } = speech
  const written = writePracticeQuery({ ...query, page: 1 })
  const file = (extension: string) => `${localPath(locale, `/practices.${extension}`)}${written === '' ? '' : `?${written}`}`
  const count = found.more ? t('practices.more-than', { count: f.number(found.total) }) : t('practices.count', { n: found.total, count: f.number(found.total) })
  return (
    <div class="w top st g5">
      <div class="st g2">
        <h1>{t('practices.title')}</h1>
        <p class="lead">{t('practices.lead')}</p>
        <Search {...props} />
      </div>
      <div class="sb">
        <Filters {...props} />
        <div class="st">
          <div class="cl">
            <div role="status">
              <h2>{count}</h2>
            </div>
            <Sort {...props} />
          </div>
          <Chips {...props} />
          <Results {...props} />
          <p class="cl s np">
            <a href={file('atom')}>{t('practices.feed.link')}</a>
            <a href={file('csv')}>CSV</a>
            <a href={file('json')}>JSON</a>
          </p>
        </div>
      </div>
    </div>
  )
}
