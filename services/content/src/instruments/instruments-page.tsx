import { INSTRUMENT_TYPES, STAGES } from '@stem/contracts/content'
import { localPath } from '@stem/i18n/locales'
import { Row } from '@stem/ui/console-row'
import { Hidden, Select, untouched } from '@stem/ui/form'
import { Empty } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { VIEWS, type Filter, type InstrumentLine, type OverdueLine } from './find-instruments.ts'
import { SeenByTag, StageTag } from './instrument-tags.tsx'

type Props = {
  speech: Speech
  filter: Filter
  countries: readonly string[]
  lines: InstrumentLine[]
  overdue: (OverdueLine & { text: string; lang: string })[]
}

const foreign = (speech: Speech, locale: string): string | undefined => (locale === speech.locale ? undefined : locale)

const Line = ({ speech, line }: { speech: Speech; line: InstrumentLine }) => {
  const { t, f, locale } = speech
  const context = [
    ...(line.recommendations === 0
      ? []
      : [t('instruments.open-of', { open: f.number(line.open), n: line.recommendations, count: f.number(line.recommendations) })]),
    ...(line.nextOn === null ? [] : [t('instruments.next-on', { date: f.date(line.nextOn) })]),
    ...(line.isAhead === 1 ? [t('instruments.ahead')] : []),
  ]
  return (
    <Row
      speech={speech}
      mark={t(`instruments.type.${line.type}`)}
      country={line.country}
      href={localPath(locale, `/console/instruments/${line.id}`)}
      title={line.title}
      lang={foreign(speech, line.locale)}
      context={context.length === 0 ? undefined : context.join(' · ')}
      status={
        <>
          {line.overdue > 0 && <Tag tone="warn">{t('instruments.overdue-count', { n: line.overdue, count: f.number(line.overdue) })}</Tag>}
          <StageTag speech={speech} stage={line.stage} />
          <SeenByTag speech={speech} state={line.state} visibility={line.visibility} />
        </>
      }
      date={f.day(line.updatedAt)}
    />
  )
}

const Overdue = ({ speech, line }: { speech: Speech; line: Props['overdue'][number] }) => {
  const { t, f, locale } = speech
  return (
    <Row
      speech={speech}
      mark={t('instruments.recommendation')}
      country={line.country}
      href={localPath(locale, `/console/instruments/${line.itemId}/recommendations/${line.id}`)}
      title={line.text}
      lang={foreign(speech, line.lang)}
      context={`${line.addressee} · ${line.title}`}
      status={<Tag tone="warn">{t('instruments.overdue-since', { date: f.date(line.dueOn) })}</Tag>}
    />
  )
}

/** Instruments as the secretariat follows them: views, filters, and what is past its day. */
export const InstrumentsPage = ({ speech, filter, countries, lines, overdue }: Props) => {
  const { t, f, locale } = speech
  const here = localPath(locale, '/console/instruments')
  const field = { speech, state: untouched(filter), optional: true, none: t('console.any') }
  const isFiltered = filter.type !== '' || filter.country !== '' || filter.stage !== ''
  const isEmpty = filter.view === 'overdue' ? overdue.length === 0 : lines.length === 0
  return (
    <>
      <nav class="tabs" aria-label={t('console.views')}>
        {VIEWS.map((view) => (
          <a href={view === 'open' ? here : `${here}?view=${view}`} aria-current={view === filter.view ? 'page' : undefined}>
            {t(`instruments.view.${view}`)}
          </a>
        ))}
      </nav>
      {filter.view !== 'overdue' && (
        <details class="cp" open={isFiltered}>
          <summary>{t('console.filter')}</summary>
          <form class="st" method="get" action={here} role="search">
            {filter.view !== 'open' && <Hidden name="view" value={filter.view} />}
            <Select
              {...field}
              name="type"
              label={t('instruments.type')}
              options={INSTRUMENT_TYPES.map((one) => [one, t(`instruments.type.${one}`)] as const)}
            />
            <Select
              {...field}
              name="country"
              label={t('join.country')}
              options={[...new Set([...countries, filter.country])].filter(Boolean).map((code) => [code, f.countryName(code)] as const)}
            />
            <Select {...field} name="stage" label={t('instruments.stage')} options={STAGES.map((one) => [one, t(`instruments.stage.${one}`)] as const)} />
            <div class="cl">
              <button class="b">{t('console.filter')}</button>
              <a href={here}>{t('console.clear')}</a>
            </div>
          </form>
        </details>
      )}
      {isEmpty ? (
        <div class="cp">
          <Empty title={t(isFiltered ? 'console.no-match' : filter.view === 'overdue' ? 'instruments.none-overdue' : 'instruments.none')}>
            <p class="m">{t('instruments.none.text')}</p>
          </Empty>
        </div>
      ) : (
        <ul class="il nb">
          {filter.view === 'overdue'
            ? overdue.map((line) => <Overdue speech={speech} line={line} />)
            : lines.map((line) => <Line speech={speech} line={line} />)}
        </ul>
      )}
    </>
  )
}
