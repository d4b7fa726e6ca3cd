import { SEARCH_TYPES } from '@stem/contracts/api-search'
import { localPath } from '@stem/i18n/locales'
import { placeName } from '@stem/ui/country-chip'
import { Empty, Notice } from '@stem/ui/notice'
import { Pagination } from '@stem/ui/pagination'
import { RowList, type Row } from '@stem/ui/row-list'
import { type Speech, termName } from '@stem/ui/speech'
import { MOST_COUNTED, PER_PAGE, type FoundEverything, type Hit } from './find-everything.ts'
import { excerpt, marked } from './marked.tsx'
import { pathOfHit } from './path-of-hit.ts'
import { addressOf, Chips, Filters, Hidden, labelOf, withValues, type Props } from './search-filters.tsx'
import { isNarrowed, type SearchQuery } from './search-query.ts'
import { isNear } from './spelling.ts'

const EXCERPT = 220
const MOST_RELATED = 8

const NOTHING: SearchQuery = { q: '', facets: { type: [], country: [], topic: [], year: [] }, page: 1 }

const Search = ({ speech: { t, locale }, query }: Props) => (
  <form class="cl nw" method="get" action={localPath(locale, '/search')} role="search">
    <label class="vh" for="q">
      {t('search.field')}
    </label>
    <input class="in" id="q" name="q" type="search" value={query.q} maxlength={200} autocomplete="off" />
    <Hidden query={query} but={['q']} />
    <button class="b">{t('search.button')}</button>
  </form>
)

const Tabs = ({ speech, query, found }: Props) => {
  const { t, f } = speech
  const counted = new Map(found.counts.type.map(({ code, count }) => [code, count]))
  const [chosen] = query.facets.type
  const shown = SEARCH_TYPES.filter((type) => counted.has(type) || type === chosen)
  if (shown.length === 0) return null
  const all = [...counted.values()].reduce((sum, count) => sum + count, 0)
  const tab = (type: string | undefined, label: string, count: number) => (
    <a href={addressOf(speech, withValues(query, 'type', type === undefined ? [] : [type]))} aria-current={type === chosen ? 'page' : undefined}>
      {label}
      {!found.more && <span class="num">{f.number(count)}</span>}
    </a>
  )
  return (
    <nav class="tabs" aria-label={t('search.tabs')}>
      {tab(undefined, t('search.tab.all'), all)}
      {shown.map((type) => tab(type, t(`search.type.${type}`), counted.get(type) ?? 0))}
    </nav>
  )
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '')

function rowOf({ t, f, locale }: Speech, hit: Hit, marks: string[]): Row {
  const path = pathOfHit(hit)
  const summary = hit.type === 'country' ? t('search.country') : excerpt(hit.summary, marks, EXCERPT)
  return {
    country: hit.country,
    href: path === null ? hit.url : localPath(locale, path),
    title: marked(hit.title, marks),
    summary: summary === '' ? undefined : marked(summary, marks),
    lang: hit.locale,
    meta: [
      t(`search.one.${hit.type}`),
      ...(hit.date === '' ? [] : [f.date(hit.date)]),
      ...(path === null && hit.url !== null ? [t('search.elsewhere', { host: hostOf(hit.url) })] : []),
    ],
  }
}

/** What was done with words that are nowhere as they were typed. */
const Way = ({ speech: { t }, found }: Props) => {
  if (found.way === 'exact' || found.hits.length === 0) return null
  const words = found.mended?.join(' ') ?? ''
  const near = found.mended?.every((word, index) => isNear(found.asked[index] ?? '', word)) ?? false
  const text = found.way === 'mended' ? t(near ? 'search.way.mended' : 'search.way.close', { words: `“${words}”` }) : t(`search.way.${found.way}`)
  return (
    <Notice tone="tn">
      <p class="s">{text}</p>
    </Notice>
  )
}

const Topics = ({ speech, title, topics }: { speech: Speech; title: string; topics: { code: string }[] }) =>
  topics.length === 0 ? null : (
    <div class="st g2 np">
      <h3 class="s">{title}</h3>
      <p class="cl g2">
        {topics.map(({ code }) => (
          <a class="tag" href={addressOf(speech, { ...NOTHING, facets: { ...NOTHING.facets, topic: [code] } })}>
            {termName(speech, 'topic', code)}
          </a>
        ))}
      </p>
    </div>
  )

const None = ({ speech, query, found }: Props) => {
  const { t, locale } = speech
  const isChosen = isNarrowed(query) || query.facets.type.length > 0
  return (
    <>
      <Empty title={query.q === '' || isChosen ? t('search.none.chosen') : t('search.none', { q: query.q })}>
        <p>{t('search.none.do')}</p>
        <p class="cl">
          {isChosen && (
            <a class="b" href={addressOf(speech, { ...NOTHING, q: query.q })}>
              {t('search.clear')}
            </a>
          )}
          <a class="b q" href={localPath(locale, '/contact')}>
            {t('search.none.ask')}
          </a>
        </p>
      </Empty>
      <Topics speech={speech} title={t('search.topics')} topics={found.popular} />
    </>
  )
}

const Results = (props: Props) => {
  const { speech, query, found } = props
  const { t, f } = speech
  if (found.hits.length === 0) return <None {...props} />
  const last = Math.ceil(found.total / PER_PAGE)
  const related = found.counts.topic.filter(({ code }) => !query.facets.topic.includes(code)).toSorted((a, b) => b.count - a.count)
  return (
    <>
      <RowList speech={speech} rows={found.hits.map((hit) => rowOf(speech, hit, found.marks))} />
      <Pagination speech={speech} current={query.page} last={last} href={(page) => addressOf(speech, { ...query, page })} />
      {found.more && query.page >= last && <p class="s m">{t('search.narrow', { count: f.number(MOST_COUNTED) })}</p>}
      <Topics speech={speech} title={t('search.topics.here')} topics={related.slice(0, MOST_RELATED)} />
    </>
  )
}

/** What there is to be found, for who has not asked yet. */
const Browse = ({ speech, found }: Props) => {
  const { t, f, locale } = speech
  const kinds = SEARCH_TYPES.flatMap((type) => found.counts.type.filter(({ code }) => code === type).map(({ count }) => ({ type, count })))
  const countries = found.counts.country
    .map(({ code }) => ({ code, label: placeName(speech, code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  if (kinds.length === 0) return <Empty title={t('search.empty')} />
  return (
    <div class="sb h2c">
      <section class="st g2" aria-labelledby="kinds">
        <h2 id="kinds">{t('search.kinds')}</h2>
        <ul class="fc n">
          {kinds.map(({ type, count }) => (
            <li>
              <a href={addressOf(speech, withValues(NOTHING, 'type', [type]))}>{t(`search.type.${type}`)}</a>
              <span class="num">{f.number(count)}</span>
            </li>
          ))}
        </ul>
      </section>
      <div class="st g6">
        <Topics speech={speech} title={t('search.topics')} topics={found.popular} />
        <section class="st g2" aria-labelledby="places">
          <h2 id="places">{t('search.countries')}</h2>
          <ul class="lg">
            {countries.map(({ code }) => (
              <li>
                <a href={addressOf(speech, withValues(NOTHING, 'country', [code]))}>{labelOf(speech, 'country', code)}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

const countOf = ({ t, f }: Speech, found: FoundEverything): string =>
  found.more ? t('search.more-than', { count: f.number(found.total) }) : t('search.count', { n: found.total, count: f.number(found.total) })

/** The search over everything: what was found, or what there is to find. */
export const SearchPage = (props: Props) => {
  const { speech, found } = props
  const { t } = speech
  return (
    <div class="w top st g5">
      <div class="st g2">
        <h1>{t('search.title')}</h1>
        {!found.searched && <p class="lead">{t('search.lead')}</p>}
        <Search {...props} />
      </div>
      {found.searched ? (
        <>
          <Tabs {...props} />
          <div class="sb">
            <Filters {...props} />
            <div class="st">
              <div role="status">
                <h2>{countOf(speech, found)}</h2>
              </div>
              <Way {...props} />
              <Chips {...props} />
              <Results {...props} />
            </div>
          </div>
        </>
      ) : (
        <Browse {...props} />
      )}
    </div>
  )
}
