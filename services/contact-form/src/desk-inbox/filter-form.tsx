import type { SavedView } from '@stem/contracts/members'
import { COUNTRIES } from '@stem/contracts/countries'
import { localPath, SHIPPED } from '@stem/i18n/locales'
import { Hidden } from '@stem/ui/form'
import { Icon } from '@stem/ui/icon'
import { countryOptions, type Speech } from '@stem/ui/speech'
import { KINDS, STATES } from '../cases/case.ts'
import { AGES, cleared, FILTERS, inboxPath, isNarrowed, ownSort, SOURCES, withoutWords, writeFilter, type FilterName, type InboxFilter } from './filter.ts'

/** A member of staff as one chooses them. */
export type Colleague = { id: string; name: string }

type Props = { speech: Speech; filter: InboxFilter; staff: readonly Colleague[] }

const optionsOf = ({ speech, staff }: Pick<Props, 'speech' | 'staff'>): Record<Exclude<FilterName, 'q'>, (readonly [string, string])[]> => {
  const { t, f } = speech
  return {
    kind: KINDS.map((one) => [one, t(`request.kind.${one}`)] as const),
    state: STATES.map((one) => [one, t(`request.state.${one}`)] as const),
    country: countryOptions(speech, COUNTRIES),
    owner: [['none', t('request.nobody')] as const, ...staff.map(({ id, name }) => [id, name] as const)],
    language: SHIPPED.map((one) => [one, f.languageName(one)] as const),
    source: SOURCES.map((one) => [one, t(`inbox.source.${one}`)] as const),
    age: AGES.map((one) => [one, t(`inbox.age.${one}`)] as const),
  }
}

/** Searching among all requests, and narrowing down the list one looks at. Two buttons of one form; Enter searches everything. */
export const FilterForm = ({ speech, filter, staff }: Props) => {
  const { t, locale } = speech
  const options = optionsOf({ speech, staff })
  const here = localPath(locale, '/console/requests')
  return (
    <form class="st g2" method="get" action={here} role="search" aria-label={t('inbox.search')}>
      <div class="fd">
        <label for="f-q">{t('inbox.search')}</label>
        <p class="h" id="h-q">
          {t('inbox.search.hint')}
        </p>
        <div class="cl g2 nw">
          <input class="in" id="f-q" name="q" type="search" value={filter.q} maxlength={200} size={28} aria-describedby="h-q" />
          <button class="b q" name="view" value="all">
            {t('inbox.search.button')}
          </button>
        </div>
      </div>
      <details>
        <summary>{t('console.filter')}</summary>
        <div class="st">
          <div class="fgr">
            {FILTERS.filter((name) => name !== 'q').map((name) => (
              <div class="fd">
                <label for={`f-${name}`}>{t(`inbox.filter.${name}`)}</label>
                <select class="in" id={`f-${name}`} name={name}>
                  <option value="">{t('console.any')}</option>
                  {options[name].map(([value, label]) => (
                    <option value={value} selected={filter[name] === value}>
                      {label}
                    </option>
                  ))}
                </select>
              </div>
            ))}
          </div>
          {filter.sort !== ownSort(filter.view) && <Hidden name="sort" value={filter.sort} />}
          <div class="cl">
            <button class="b" name="view" value={filter.view}>
              {t('inbox.filter.apply', { view: t(`request.view.${filter.view}`) })}
            </button>
          </div>
        </div>
      </details>
    </form>
  )
}

/** What narrows the list down, one chip each that takes it away, and all at once; and the way to keep this list under a name. */
export const Chips = ({ speech, filter, staff, view }: Props & { view: SavedView | undefined }) => {
  const { t, locale } = speech
  if (!isNarrowed(filter) && view === undefined) return null
  const options = optionsOf({ speech, staff })
  const wordsFor = (name: FilterName): string => {
    const value = filter[name]
    if (name === 'q') return t('inbox.chip.q', { q: value })
    return options[name].find(([code]) => code === value)?.[1] ?? t('request.forgotten')
  }
  return (
    <div class="cl">
      {FILTERS.filter((name) => filter[name] !== '').map((name) => (
        <a class="chip" href={localPath(locale, inboxPath({ ...filter, [name]: '' }))}>
          <span>
            <span class="vh">{t('inbox.remove')} </span>
            {t('inbox.chip', { name: t(`inbox.filter.${name}`), value: wordsFor(name) })}
          </span>
          <Icon name="x" />
        </a>
      ))}
      {isNarrowed(filter) && <a href={localPath(locale, inboxPath(cleared(filter)))}>{t('console.clear')}</a>}
      {view === undefined ? (
        <details>
          <summary>{t('console.view.save')}</summary>
          <form class="cl g2" method="post" action={localPath(locale, '/console/requests/views')}>
            <Hidden name="query" value={writeFilter(withoutWords(filter))} />
            <label class="vh" for="f-view">
              {t('console.view.name')}
            </label>
            <input class="in" id="f-view" name="name" maxlength={60} size={20} required />
            <button class="b q">{t('console.view.save')}</button>
            {filter.q !== '' && <span class="s m">{t('inbox.view.words')}</span>}
          </form>
        </details>
      ) : (
        <form method="post" action={localPath(locale, '/console/requests/views/delete')}>
          <Hidden name="view" value={view.id} />
          <button class="b q">{t('inbox.view.delete', { name: view.name })}</button>
        </form>
      )}
    </div>
  )
}
