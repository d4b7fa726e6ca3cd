import type { SavedView } from '@stem/contracts/members'
import { localPath } from '@stem/i18n/locales'
import { Empty, Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Child } from 'hono/jsx'
import { BulkBar } from './bulk-bar.tsx'
import { BulkOutcome, type BulkOutcomeProps } from './bulk-outcome.tsx'
import { Chips, FilterForm, type Colleague } from './filter-form.tsx'
import { cleared, inboxPath, isNarrowed, ownSort, SORTS, VIEWS, withoutWords, writeCursor, writeFilter, type Cursor, type InboxFilter } from './filter.ts'
import { MOST_COUNTED, type InboxPage as Found } from './find-cases.ts'
import { RequestList } from './request-list.tsx'

/** Everything the inbox shows. */
export type InboxProps = {
  speech: Speech
  filter: InboxFilter
  cursor: Cursor | null
  page: Found
  me: string
  now: number
  views: readonly SavedView[]
  staff: readonly Colleague[]
  names: Record<string, string>
  isTicked: (id: string) => boolean
  isAllTicked: boolean
  chosen: string
  formKey: string
  /** Why the selected requests were left as they are. */
  problem: string | undefined
  outcome: Omit<BulkOutcomeProps, 'speech'> | null
}

/** A count as people read it: beyond the last one counted it is "999+". */
export const countWords = ({ f }: Speech, n: number): string => (n > MOST_COUNTED ? `${f.number(MOST_COUNTED)}+` : f.number(n))

const viewOf = (views: readonly SavedView[], filter: InboxFilter) => views.find(({ query }) => query === writeFilter(withoutWords(filter)))

const Tabs = ({ speech, filter, page, views }: Pick<InboxProps, 'speech' | 'filter' | 'page' | 'views'>) => {
  const { t, locale } = speech
  const own = viewOf(views, filter)
  const tab = (href: string, isHere: boolean, words: Child) => (
    <a href={href} aria-current={isHere ? 'page' : undefined}>
      {words}
    </a>
  )
  return (
    <nav class="tabs" aria-label={t('console.views')}>
      {filter.view === 'all' && own === undefined && tab(localPath(locale, inboxPath(filter)), true, t('request.view.all'))}
      {VIEWS.filter((view) => view !== 'all').map((view) =>
        tab(
          localPath(locale, inboxPath(cleared({ ...filter, view }))),
          view === filter.view && own === undefined,
          <>
            {t(`request.view.${view}`)}
            <span class="num">{countWords(speech, page.counts[view])}</span>
          </>,
        ),
      )}
      {views.map((view) => tab(localPath(locale, `/console/requests?${view.query}`), view === own, view.name))}
    </nav>
  )
}

const Sorts = ({ speech: { t, locale }, filter }: Pick<InboxProps, 'speech' | 'filter'>) => (
  <nav class="cl srt" aria-label={t('inbox.sort')}>
    <span class="m">{t('inbox.sort')}</span>
    {SORTS.map((sort) => (
      <a href={localPath(locale, inboxPath({ ...filter, sort }))} aria-current={sort === filter.sort ? 'true' : undefined}>
        {t(`inbox.sort.${sort}`)}
      </a>
    ))}
  </nav>
)

const Nothing = ({ speech: { t, locale }, filter, page }: Pick<InboxProps, 'speech' | 'filter' | 'page'>) => {
  const isFirstUse = Object.values(page.counts).every((count) => count === 0)
  if (!isNarrowed(filter)) {
    return (
      <Empty title={t(isFirstUse ? 'inbox.first' : 'request.none')}>
        <p>{t(isFirstUse ? 'inbox.first.text' : 'inbox.none.text')}</p>
      </Empty>
    )
  }
  return (
    <Empty title={t('console.no-match')}>
      <p>{t('inbox.no-match.text')}</p>
      <p class="cl">
        {filter.view !== 'all' && <a href={localPath(locale, inboxPath({ ...filter, view: 'all', sort: ownSort('all') }))}>{t('inbox.no-match.all')}</a>}
        <a href={localPath(locale, inboxPath(cleared(filter)))}>{t('console.clear')}</a>
      </p>
    </Empty>
  )
}

const Pager = ({ speech: { t, locale }, filter, page: { before, after } }: Pick<InboxProps, 'speech' | 'filter' | 'page'>) =>
  before === null && after === null ? null : (
    <nav class="cp cl" aria-label={t('chrome.pages')}>
      {before !== null && (
        <a class="b q" rel="prev" href={localPath(locale, inboxPath(filter, writeCursor(before)))}>
          {t('inbox.previous')}
        </a>
      )}
      {after !== null && (
        <a class="b q end" rel="next" href={localPath(locale, inboxPath(filter, writeCursor(after)))}>
          {t('inbox.next')}
        </a>
      )}
    </nav>
  )

/** The inbox: lists, search, what is in the list, and what can be done with several at once. */
export const InboxPage = (props: InboxProps) => {
  const { speech, filter, cursor, page, me, now, views, staff, names, isTicked, isAllTicked, chosen, formKey, problem, outcome } = props
  const { locale } = speech
  return (
    <>
      <Tabs speech={speech} filter={filter} page={page} views={views} />
      {problem !== undefined && (
        <div class="cp">
          <Notice tone="bad">
            <p id="es" role="alert" tabindex={-1}>
              {problem}
            </p>
          </Notice>
        </div>
      )}
      {outcome !== null && <BulkOutcome speech={speech} {...outcome} />}
      <div class="cp st g2">
        <FilterForm speech={speech} filter={filter} staff={staff} />
        <Chips speech={speech} filter={filter} staff={staff} view={viewOf(views, filter)} />
        {page.rows.length > 1 && <Sorts speech={speech} filter={filter} />}
      </div>
      {page.rows.length === 0 ? (
        <div class="cp">
          <Nothing speech={speech} filter={filter} page={page} />
        </div>
      ) : (
        <form method="post" action={`${localPath(locale, '/console/requests/bulk')}#es`}>
          <RequestList speech={speech} rows={page.rows} names={names} now={now} byDue={filter.sort === 'due'} isTicked={isTicked} />
          <BulkBar speech={speech} filter={filter} cursor={cursor} me={me} staff={staff} formKey={formKey} isAllTicked={isAllTicked} chosen={chosen} />
        </form>
      )}
      <Pager speech={speech} filter={filter} page={page} />
    </>
  )
}
