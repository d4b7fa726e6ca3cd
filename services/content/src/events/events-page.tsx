import { LISTS } from '@stem/contracts/lists'
import { localPath } from '@stem/i18n/locales'
import { Icon } from '@stem/ui/icon'
import { Empty } from '@stem/ui/notice'
import { Pagination } from '@stem/ui/pagination'
import { RowList } from '@stem/ui/row-list'
import { MOST_COUNTED } from '../listing/find-list.ts'
import type { ListRow } from '../listing/list-kind.ts'
import { addressOf, Chips, Filters, Search, type ListParts } from '../listing/list-page.tsx'
import { isNarrowed, writeListQuery } from '../listing/list-query.ts'
import { events } from './events-list.ts'
import type { Agenda } from './find-agenda.ts'
import { monthAfter } from './month.ts'
import { MonthGrid } from './month-grid.tsx'

type Parts = Omit<ListParts, 'kind' | 'keep'> & { origin: string; month: string }
type AgendaParts = Parts & { agenda: Agenda }
type MonthParts = Parts & { rows: ListRow[]; today: string }

const kind = events
const CALENDAR = 'events.ics'
const withMonth = (month: string) => ['month', month] as const

/** Address by which calendar programs take a path and keep asking for it. */
export const webcal = (origin: string, path: string): string => origin.replace(/^https?:/, 'webcal:') + path

const Views = ({ parts, shown }: { parts: Parts; shown: 'agenda' | 'month' }) => {
  const { speech, query, month } = parts
  const first = { ...query, page: 1 }
  return (
    <nav class="tabs" aria-label={speech.t('events.views')}>
      <a href={addressOf({ speech, kind }, first)} aria-current={shown === 'agenda' ? 'page' : undefined}>
        {speech.t('events.agenda')}
      </a>
      <a href={addressOf({ speech, kind, keep: withMonth(month) }, first)} aria-current={shown === 'month' ? 'page' : undefined}>
        {speech.t('events.month')}
      </a>
    </nav>
  )
}

const Files = ({ speech, query, origin }: Parts) => {
  const { t, locale } = speech
  const written = writeListQuery(LISTS.events, { ...query, page: 1, sort: LISTS.events.sorts[0] })
  const end = written === '' ? '' : `?${written}`
  const file = (extension: string) => `${localPath(locale, '/events')}.${extension}${end}`
  const calendar = localPath(locale, `/${CALENDAR}`) + end
  return (
    <section class="c p st g2 np" aria-labelledby="subscribe">
      <h2 id="subscribe" class="s">
        {t(isNarrowed(query) ? 'events.subscribe.these' : 'events.subscribe.all')}
      </h2>
      <p class="s m">{t('events.subscribe.text')}</p>
      <p class="cl">
        <a class="b q" href={webcal(origin, calendar)}>
          {t('events.subscribe')}
        </a>
        <a href={calendar}>{t('events.save')}</a>
      </p>
      <p class="cl s">
        <a href={file('atom')}>{t('list.feed')}</a>
        <a href={file('csv')}>CSV</a>
        <a href={file('json')}>JSON</a>
        <a href={file('feed.json')}>JSON Feed</a>
      </p>
    </section>
  )
}

const Top = (props: ListParts) => (
  <div class="st g2">
    <h1>{props.speech.t('list.events.title')}</h1>
    <p class="lead">{props.speech.t('list.events.lead')}</p>
    <Search {...props} />
  </div>
)

const Nothing = ({ speech, query }: Pick<Parts, 'speech' | 'query'>) => {
  const { t, locale } = speech
  return isNarrowed(query) ? (
    <Empty title={t('list.events.none')}>
      <p>{t('list.none.do')}</p>
      <a class="b q" href={localPath(locale, '/events')}>
        {t('list.clear')}
      </a>
    </Empty>
  ) : (
    <Empty title={t('list.events.empty')}>
      <p>{t('list.events.empty.do')}</p>
    </Empty>
  )
}

const yearOf = (row: ListRow): string => row.sort_date.slice(0, 4)

const Groups = ({ speech, query, agenda }: AgendaParts) => {
  const { t, f } = speech
  const { upcoming, past, pages, found } = agenda
  const rows = (list: ListRow[]) => <RowList speech={speech} rows={list.map((row) => kind.rowOf(speech, row))} />
  const wantsPast = !isNarrowed(query) || past.length > 0
  const ahead = { ...query, page: 1, facets: { ...query.facets, when: ['upcoming'] } }
  return (
    <>
      {(upcoming.length > 0 || (query.page === 1 && !isNarrowed(query))) && (
        <section class="st" aria-labelledby="upcoming">
          <h2 id="upcoming">{t('events.upcoming')}</h2>
          {upcoming.length === 0 ? <p class="m">{t('events.upcoming.none')}</p> : rows(upcoming)}
          {agenda.moreUpcoming && <a href={addressOf({ speech, kind }, ahead)}>{t('events.upcoming.all')}</a>}
        </section>
      )}
      {wantsPast &&
        [...Map.groupBy(past, yearOf)].map(([year, list]) => (
          <section class="st" aria-labelledby={`past-${year}`}>
            <h2 id={`past-${year}`}>{t('events.past.year', { year })}</h2>
            {rows(list)}
          </section>
        ))}
      <Pagination speech={speech} current={query.page} last={pages} href={(number) => addressOf({ speech, kind }, { ...query, page: number })} />
      {found.more && query.page >= pages && <p class="s m">{t('list.narrow', { count: f.number(MOST_COUNTED) })}</p>}
    </>
  )
}

const Count = ({ speech: { t, f }, found }: Pick<Parts, 'speech' | 'found'>) => (
  <p role="status">
    <b>
      {found.more ? t('list.events.more-than', { count: f.number(found.total) }) : t('list.events.count', { n: found.total, count: f.number(found.total) })}
    </b>
  </p>
)

/** Events as an agenda: what is ahead, soonest first, then what is over by year. */
export const AgendaPage = (parts: AgendaParts) => {
  const list = { ...parts, kind }
  const { agenda, speech, query } = parts
  return (
    <div class="w top st g5">
      <Top {...list} />
      <div class="sb">
        <Filters {...list} />
        <div class="st g5">
          <Views parts={parts} shown="agenda" />
          <Count {...parts} />
          <Chips {...list} />
          {agenda.upcoming.length + agenda.past.length === 0 ? <Nothing speech={speech} query={query} /> : <Groups {...parts} />}
          <Files {...parts} />
        </div>
      </div>
    </div>
  )
}

/** Events of one month: a table of weeks, and the same as a list. */
export const MonthPage = (parts: MonthParts) => {
  const { speech, query, month, rows, today } = parts
  const { t, f } = speech
  const keep = withMonth(month)
  const list = { ...parts, kind, keep }
  const to = (by: number) => {
    const other = monthAfter(month, by)
    return (
      <a class="b q sm" href={addressOf({ speech, kind, keep: withMonth(other) }, query)} rel="nofollow">
        {by < 0 && <Icon name="arrow-left" />}
        {f.date(other)}
        {by > 0 && <Icon name="arrow-right" />}
      </a>
    )
  }
  return (
    <div class="w top st g5">
      <Top {...list} />
      <div class="sb">
        <Filters {...list} />
        <div class="st g5">
          <Views parts={parts} shown="month" />
          <div class="cl">
            <h2>{f.date(month)}</h2>
            <nav class="cl g2 end" aria-label={t('events.months')}>
              {to(-1)}
              {to(1)}
            </nav>
          </div>
          <Chips {...list} />
          <p class="s m">{t('events.month.days')}</p>
          <MonthGrid speech={speech} month={month} rows={rows} today={today} />
          <section class="st" aria-labelledby="in-month">
            <h2 id="in-month">{t('events.month.list', { month: f.date(month) })}</h2>
            {rows.length === 0 ? (
              <p class="m">{t('events.month.none')}</p>
            ) : (
              <RowList speech={speech} rows={rows.map((row) => ({ ...kind.rowOf(speech, row), id: `event-${row.slug}` }))} />
            )}
          </section>
          <Files {...parts} />
        </div>
      </div>
    </div>
  )
}
