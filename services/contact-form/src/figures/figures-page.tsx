import type { Figures, FiguresPeriod } from '@stem/contracts/api-figures'
import { localPath } from '@stem/i18n/locales'
import { Bar } from '@stem/ui/bar'
import { ReportSection } from '@stem/ui/row-list'
import type { Speech } from '@stem/ui/speech'
import type { Child } from 'hono/jsx'
import { KINDS } from '../cases/case.ts'

type Props = { speech: Speech; figures: Figures }

const nameOf = ({ t }: Speech, period: string): string => {
  const [year = '', quarter] = period.split('-Q')
  return quarter === undefined ? year : t('figures.quarter', { quarter, year })
}

const Bars = ({ speech, rows }: { speech: Speech; rows: (readonly [string, number])[] }) => {
  const most = Math.max(1, ...rows.map(([, count]) => count))
  return (
    <ul class="fc n">
      {rows.map(([name, count]) => (
        <li>
          <span>{name}</span>
          <Bar value={count} max={most} />
          <span class="n num">{speech.f.number(count)}</span>
        </li>
      ))}
    </ul>
  )
}

const Table = ({ id, title, head, rows }: { id: string; title: string; head: string[]; rows: (readonly [string, ...Child[]])[] }) => (
  <div class="st g2">
    <h3 id={id}>{title}</h3>
    <div class="sx" tabindex={0} role="region" aria-labelledby={id}>
      <table class="tb nr" aria-labelledby={id}>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </div>
)

const Speed = ({ speech, periods }: { speech: Speech; periods: FiguresPeriod[] }) => {
  const { t, f } = speech
  const few = <span class="m">{t('figures.few')}</span>
  return (
    <Table
      id="answers"
      title={t('figures.speed.table')}
      head={[t('figures.period'), t('figures.answered'), t('figures.median'), t('figures.within')]}
      rows={periods.map(({ period, answered, medianWorkingDays, withinPromise }) => [
        nameOf(speech, period),
        f.number(answered),
        medianWorkingDays === null ? few : f.number(medianWorkingDays),
        withinPromise === null ? few : f.percent(withinPromise),
      ])}
    />
  )
}

/** How many ask for support, and how fast they are answered; the tables hold what the bars show. */
export const FiguresPage = ({ speech, figures: { asOf, promisedWorkingDays, open, years, quarters } }: Props) => {
  const { t, f, locale } = speech
  const inAll = KINDS.reduce((sum, kind) => sum + open[kind], 0)
  const told = years.find(({ medianWorkingDays }) => medianWorkingDays !== null)
  const median = told?.medianWorkingDays ?? 0
  return (
    <>
      <div class="w top st g2">
        <h1>{t('figures.title')}</h1>
        <p class="lead">
          {told
            ? `${t('figures.finding', { n: told.total, count: f.number(told.total), year: told.period })} ${t('figures.half', { n: median, days: f.number(median) })}`
            : t('figures.lead')}
        </p>
        <p class="s m">{t('figures.as-of', { date: f.date(asOf) })}</p>
      </div>
      <ReportSection
        id="open"
        title={t('figures.open')}
        side={<p class="m">{`${t('figures.open.text')} ${t('figures.open.total', { n: inAll, count: f.number(inAll) })}`}</p>}
      >
        <Bars speech={speech} rows={KINDS.map((kind) => [t(`request.kind.${kind}`), open[kind]] as const)} />
      </ReportSection>
      <ReportSection id="received" title={t('figures.received')} side={<p class="m">{t('figures.received.text')}</p>}>
        <div class="st g5">
          <div class="st g2">
            <h3>{t('figures.quarters')}</h3>
            <Bars speech={speech} rows={quarters.map(({ period, total }) => [nameOf(speech, period), total] as const)} />
          </div>
          <Table
            id="kinds"
            title={t('figures.years')}
            head={[t('figures.period'), ...KINDS.map((kind) => t(`request.kind.${kind}`)), t('figures.total')]}
            rows={[...years, ...quarters].map(({ period, kinds, total }) => [
              nameOf(speech, period),
              ...KINDS.map((kind) => f.number(kinds[kind])),
              <b>{f.number(total)}</b>,
            ])}
          />
        </div>
      </ReportSection>
      <ReportSection id="speed" title={t('figures.speed')} side={<p class="m">{t('figures.speed.text', { days: f.number(promisedWorkingDays) })}</p>}>
        <Speed speech={speech} periods={[...years, ...quarters]} />
      </ReportSection>
      <ReportSection id="how" title={t('figures.how')}>
        <div class="st n">
          {(['time', 'share', 'left-out', 'small'] as const).map((part) => (
            <p>{t(`figures.how.${part}`)}</p>
          ))}
          <p class="cl">
            <a href={localPath(locale, '/support/figures.csv')}>{t('figures.csv')}</a>
            <a href="/api/v1/support-figures">{t('figures.json')}</a>
          </p>
        </div>
      </ReportSection>
    </>
  )
}
