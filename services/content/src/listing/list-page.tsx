import { LISTS, type Facet as FacetName, type ListFace } from '@stem/contracts/lists'
import { localPath } from '@stem/i18n/locales'
import { Icon } from '@stem/ui/icon'
import { MoreLink } from '@stem/ui/more-link'
import { Empty } from '@stem/ui/notice'
import { Pagination } from '@stem/ui/pagination'
import { RowList } from '@stem/ui/row-list'
import type { Speech } from '@stem/ui/speech'
import { facetLabel } from './facet-label.ts'
import { type FoundList, MOST_COUNTED, PER_PAGE } from './find-list.ts'
import { pathOfList, type ListKind } from './list-kind.ts'
import { chosenOf, isNarrowed, type ListQuery, writeListQuery } from './list-query.ts'

const SHOWN_AT_FIRST = 6

/** A list as it is shown. `keep`: a parameter beside the query that its links and forms carry on. */
export type ListParts = { speech: Speech; kind: ListKind; query: ListQuery; found: FoundList; now?: number; keep?: readonly [name: string, value: string] }
type Props = ListParts
type Option = { code: string; count: number; chosen: boolean; label: string }

const faceOf = ({ name }: ListKind): ListFace => LISTS[name]
const pathIn = ({ locale }: Speech, { name }: ListKind): string => localPath(locale, pathOfList(name))

/** Address of a list under another query. */
export function addressOf({ speech, kind, keep }: Pick<Props, 'speech' | 'kind' | 'keep'>, query: ListQuery): string {
  const params = new URLSearchParams(writeListQuery(faceOf(kind), query))
  if (keep !== undefined) params.set(...keep)
  return pathIn(speech, kind) + (params.size === 0 ? '' : `?${params.toString()}`)
}

const without = (query: ListQuery, facet: FacetName, code: string): ListQuery => ({
  ...query,
  page: 1,
  facets: { ...query.facets, [facet]: chosenOf(query, facet).filter((other) => other !== code) },
})

function optionsOf({ speech, query, found }: Props, facet: FacetName): Option[] {
  const counted = new Map((found.counts[facet] ?? []).map(({ code, count }) => [code, count]))
  const codes = new Set([...counted.keys(), ...chosenOf(query, facet)])
  return [...codes]
    .map((code) => ({ code, count: counted.get(code) ?? 0, chosen: chosenOf(query, facet).includes(code), label: facetLabel(speech, facet, code) }))
    .sort(
      (a, b) =>
        Number(b.chosen) - Number(a.chosen) ||
        (facet === 'year' ? b.code.localeCompare(a.code) : b.count - a.count) ||
        a.label.localeCompare(b.label, speech.locale),
    )
}

const Choice = ({ speech: { f }, facet, option: { code, count, chosen, label } }: { speech: Speech; facet: FacetName; option: Option }) => (
  <label class="ck">
    <input type="checkbox" name={facet} value={code} checked={chosen} />
    <span>{label}</span>
    <span class="m num">{f.number(count)}</span>
  </label>
)

const Facet = ({ facet, ...props }: Props & { facet: FacetName }) => {
  const { speech, kind } = props
  const options = optionsOf(props, facet)
  if (options.length === 0) return null
  const first = options.slice(0, Math.max(SHOWN_AT_FIRST, options.filter(({ chosen }) => chosen).length))
  const rest = options.slice(first.length)
  const name = speech.t(`list.facet.${facet}`)
  return (
    <details class="facet" open={kind.open.includes(facet) || options.some(({ chosen }) => chosen)}>
      <summary>{name}</summary>
      <fieldset>
        <legend class="vh">{name}</legend>
        {first.map((option) => (
          <Choice speech={speech} facet={facet} option={option} />
        ))}
        {rest.length > 0 && (
          <details>
            <summary class="s">{speech.t('list.facet.more', { n: rest.length, count: speech.f.number(rest.length) })}</summary>
            {rest.map((option) => (
              <Choice speech={speech} facet={facet} option={option} />
            ))}
          </details>
        )}
      </fieldset>
    </details>
  )
}

/** Facets with counts, as a form. */
export const Filters = (props: Props) => {
  const { speech, kind, query, keep } = props
  const { facets, sorts } = faceOf(kind)
  const chosen = facets.reduce((sum, facet) => sum + chosenOf(query, facet).length, 0)
  return (
    <details class="fm np">
      <summary class="b q">
        <Icon name="sliders-horizontal" />
        {chosen === 0 ? speech.t('list.filters') : speech.t('list.filters.chosen', { count: speech.f.number(chosen) })}
      </summary>
      <form class="st g2" method="get" action={pathIn(speech, kind)} aria-label={speech.t('list.filters')}>
        {query.q !== '' && <input type="hidden" name="q" value={query.q} />}
        {query.sort !== sorts[0] && <input type="hidden" name="sort" value={query.sort} />}
        {keep !== undefined && <input type="hidden" name={keep[0]} value={keep[1]} />}
        {facets.map((facet) => (
          <Facet facet={facet} {...props} />
        ))}
        <button class="b">{speech.t('list.show')}</button>
      </form>
    </details>
  )
}

const Hidden = ({ kind, query, keep, but }: Pick<Props, 'kind' | 'query' | 'keep'> & { but: 'q' | 'sort' }) => (
  <>
    {faceOf(kind).facets.flatMap((facet) => chosenOf(query, facet).map((code) => <input type="hidden" name={facet} value={code} />))}
    {keep !== undefined && <input type="hidden" name={keep[0]} value={keep[1]} />}
    {but !== 'q' && query.q !== '' && <input type="hidden" name="q" value={query.q} />}
    {but !== 'sort' && query.sort !== faceOf(kind).sorts[0] && <input type="hidden" name="sort" value={query.sort} />}
  </>
)

/** Search within a list. */
export const Search = ({ speech, kind, query, keep }: Props) => (
  <form class="cl nw" method="get" action={pathIn(speech, kind)} role="search">
    <label class="vh" for="q">
      {speech.t(`list.${kind.name}.search`)}
    </label>
    <input class="in" id="q" name="q" type="search" value={query.q} maxlength={200} autocomplete="off" />
    <Hidden kind={kind} query={query} keep={keep} but="q" />
    <button class="b">{speech.t('list.search')}</button>
  </form>
)

const Sort = ({ speech, kind, query }: Props) => (
  <form class="cl g2 end np" method="get" action={pathIn(speech, kind)}>
    <label for="so" class="s m">
      {speech.t('list.sort')}
    </label>
    <select class="in" id="so" name="sort">
      {faceOf(kind).sorts.map((sort) => (
        <option value={sort} selected={sort === query.sort}>
          {speech.t(`list.sort.${sort}`)}
        </option>
      ))}
    </select>
    <Hidden kind={kind} query={query} but="sort" />
    <button class="b q sm">{speech.t('list.sort.button')}</button>
  </form>
)

const Chip = ({ href, label, remove }: { href: string; label: string; remove: string }) => (
  <a class="chip" href={href}>
    <span>{label}</span>
    <Icon name="x" />
    <span class="vh">{remove}</span>
  </a>
)

/** What a list is narrowed by, each with the way to leave it out. */
export const Chips = ({ speech, kind, query, keep }: Props) => {
  const { t } = speech
  const at = (other: ListQuery) => addressOf({ speech, kind, keep }, other)
  if (!isNarrowed(query)) return null
  return (
    <p class="cl g2">
      <span class="vh">{t('list.applied')}</span>
      {query.q !== '' && <Chip href={at({ ...query, q: '', page: 1 })} label={`“${query.q}”`} remove={t('list.remove')} />}
      {faceOf(kind).facets.flatMap((facet) =>
        chosenOf(query, facet).map((code) => (
          <Chip href={at(without(query, facet, code))} label={`${t(`list.facet.${facet}`)}: ${facetLabel(speech, facet, code)}`} remove={t('list.remove')} />
        )),
      )}
      <a class="more s" href={pathIn(speech, kind)}>
        {t('list.clear')}
      </a>
    </p>
  )
}

const Results = ({ speech, kind, query, found, now }: Props) => {
  const { t, f } = speech
  if (found.rows.length === 0) {
    return isNarrowed(query) ? (
      <Empty title={t(`list.${kind.name}.none`)}>
        <p>{t('list.none.do')}</p>
        <a class="b q" href={pathIn(speech, kind)}>
          {t('list.clear')}
        </a>
      </Empty>
    ) : (
      <Empty title={t(`list.${kind.name}.empty`)}>
        <p>{t(`list.${kind.name}.empty.do`)}</p>
        {kind.section === 'how-we-work' && <MoreLink href={localPath(speech.locale, '/support')}>{t('dossier.ask')}</MoreLink>}
      </Empty>
    )
  }
  const last = Math.ceil(found.total / PER_PAGE)
  return (
    <>
      <RowList speech={speech} rows={found.rows.map((row) => kind.rowOf(speech, row, now))} />
      <Pagination speech={speech} current={query.page} last={last} href={(number) => addressOf({ speech, kind }, { ...query, page: number })} />
      {found.more && query.page >= last && <p class="s m">{t('list.narrow', { count: f.number(MOST_COUNTED) })}</p>}
    </>
  )
}

/** A list with search, facets, order and pages. */
export const ListPage = (props: Props) => {
  const { speech, kind, query, found } = props
  const { t, f } = speech
  const written = writeListQuery(faceOf(kind), { ...query, page: 1 })
  const file = (extension: string) => `${pathIn(speech, kind)}.${extension}${written === '' ? '' : `?${written}`}`
  const count = found.more
    ? t(`list.${kind.name}.more-than`, { count: f.number(found.total) })
    : t(`list.${kind.name}.count`, { n: found.total, count: f.number(found.total) })
  // Of a list in which nothing is yet, nothing can be searched.
  const isBare = found.rows.length === 0 && !isNarrowed(query)
  return (
    <div class="w top st g5">
      <div class="st g2">
        <h1>{t(`list.${kind.name}.title`)}</h1>
        <p class="lead">{t(`list.${kind.name}.lead`)}</p>
        {!isBare && <Search {...props} />}
      </div>
      <div class={isBare ? '' : 'sb'}>
        {!isBare && <Filters {...props} />}
        <div class="st">
          <div class="cl">
            <div role="status">
              <h2>{count}</h2>
            </div>
            {!isBare && <Sort {...props} />}
          </div>
          <Chips {...props} />
          <Results {...props} />
          <p class="cl s np">
            <a href={file('atom')}>{t('list.feed')}</a>
            <a href={file('csv')}>CSV</a>
            <a href={file('json')}>JSON</a>
            <a href={file('feed.json')}>JSON Feed</a>
          </p>
        </div>
      </div>
    </div>
  )
}
