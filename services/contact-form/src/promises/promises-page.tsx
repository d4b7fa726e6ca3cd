import { localPath } from '@stem/i18n/locales'
import { Row } from '@stem/ui/console-row'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { calendarNotice } from './calendar.ts'
import { DueTag } from './due-words.tsx'
import { STANDINGS, type PromiseReport, type Standing } from './sort-promises.ts'

type Props = { speech: Speech; report: PromiseReport; names: Record<string, string>; calendar: ReturnType<typeof calendarNotice>; now: number }

const PROMISES = ['read', 'answer'] as const

const totalOf = ({ counts }: PromiseReport, standing: Standing): number => counts.read[standing] + counts.answer[standing]

const Calendar = ({ speech: { t, f }, calendar: { ends, lastYear, uncompared } }: Pick<Props, 'speech' | 'calendar'>) => (
  <>
    {ends && (
      <Notice tone="warn">
        <p>{t('promises.calendar.ends', { year: lastYear })}</p>
      </Notice>
    )}
    {uncompared.length > 0 && (
      <Notice>
        <p>{t('promises.calendar.uncompared', { years: f.list(uncompared.map(String)) })}</p>
      </Notice>
    )}
  </>
)

const Counts = ({ speech: { t, f }, report: { counts } }: Pick<Props, 'speech' | 'report'>) => (
  <div class="sx" tabindex={0} role="region" aria-label={t('promises.by')}>
    <table class="tb nr">
      <caption>{t('promises.by')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('promises.promise')}</th>
          {STANDINGS.map((standing) => (
            <th scope="col">{t(`promises.count.${standing}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PROMISES.map((promise) => (
          <tr>
            <th scope="row">{t(`promise.${promise}`)}</th>
            {STANDINGS.map((standing) => (
              <td>{f.number(counts[promise][standing])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Group = ({ speech, report, names, now, standing }: Omit<Props, 'calendar'> & { standing: Standing }) => {
  const { t, f, locale } = speech
  const rows = report.rows[standing]
  const more = totalOf(report, standing) - rows.length
  return (
    <section aria-labelledby={`p-${standing}`}>
      <div class="cp">
        <h2 id={`p-${standing}`}>
          {t(`promises.${standing}`)} <span class="num m">{f.number(totalOf(report, standing))}</span>
        </h2>
        {rows.length === 0 && <p class="m">{t('promises.none')}</p>}
      </div>
      {rows.length > 0 && (
        <ul class="il nb">
          {rows.map(({ id, reference, kind, country, assignee, promise, dueAt }) => (
            <Row
              speech={speech}
              mark={<span class="mono">{reference}</span>}
              country={country}
              href={localPath(locale, `/console/requests/${id}`)}
              title={`${t(`promise.${promise}`)}: ${t(`request.kind.${kind}`)}`}
              context={assignee === null ? t('request.nobody') : (names[assignee] ?? t('request.forgotten'))}
              status={<DueTag speech={speech} dueAt={dueAt} now={now} />}
              date={f.dateTime(dueAt)}
            />
          ))}
        </ul>
      )}
      {more > 0 && <p class="cp m">{t('promises.more', { n: more, count: f.number(more) })}</p>}
    </section>
  )
}

/** The promises of the coalition as they stand: late, at risk, on time, with a link to each case, and what has no clock. */
export const PromisesPage = ({ speech, report, names, calendar, now }: Props) => {
  const { t, f } = speech
  const { waiting, excluded } = report
  return (
    <>
      <div class="cp st">
        <p class="n">{t('promises.lead')}</p>
        <Calendar speech={speech} calendar={calendar} />
        <Counts speech={speech} report={report} />
      </div>
      {STANDINGS.map((standing) => (
        <Group speech={speech} report={report} names={names} now={now} standing={standing} />
      ))}
      <section class="cp st g2" aria-labelledby="p-waiting">
        <h2 id="p-waiting">{t('promises.waiting')}</h2>
        <p>{t('promises.waiting.text', { n: waiting, count: f.number(waiting) })}</p>
      </section>
      <section class="cp st g2" aria-labelledby="p-excluded">
        <h2 id="p-excluded">{t('promises.excluded')}</h2>
        <p>
          {t('promises.excluded.text', {
            spam: f.number(excluded.spam),
            merged: f.number(excluded.merged),
            withdrawn: f.number(excluded.withdrawn),
          })}
        </p>
      </section>
    </>
  )
}
