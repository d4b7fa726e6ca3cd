import type { TimelineEntry } from '@stem/contracts/content'
import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { Notice } from '@stem/ui/notice'
import { ReportSection } from '@stem/ui/row-list'
import type { Speech } from '@stem/ui/speech'

const YEARS = 11
const NEXT = 3
const ASSEMBLY = 'general-assembly'
const VISITS = new Set(['peer-learning', 'working-group'])
type Look = 'ga' | 'pl' | 'ot'
const LOOKS: readonly Look[] = ['ga', 'pl', 'ot']

const yearOf = ({ start }: TimelineEntry): number => Number(start.slice(0, 4))
const lookOf = ({ form }: TimelineEntry): Look => (form === ASSEMBLY ? 'ga' : form !== null && VISITS.has(form) ? 'pl' : 'ot')

/** All meetings as tiles by year; what comes next, or the honest word that nothing is public yet. `today`: ISO date. */
export const Meetings = ({ speech, meetings, today }: { speech: Speech; meetings: TimelineEntry[]; today: string }) => {
  const { t, f, locale } = speech
  if (meetings.length === 0) return null
  const years = [...new Set(meetings.map(yearOf))]
  const last = Math.max(...years)
  const shown = Array.from({ length: YEARS }, (_, index) => last - YEARS + 1 + index).filter((year) => year >= Math.min(...years))
  const next = meetings.filter(({ start, end, status }) => (end ?? start) >= today && status !== 'cancelled').slice(0, NEXT)
  const assembly = meetings.findLast((meeting) => meeting.form === ASSEMBLY && meeting.start < today)
  const when = ({ start, end }: TimelineEntry) => f.dateRange(start, end)
  const span = last - Math.min(...years) + 1
  return (
    <ReportSection
      id="meetings"
      title={t('home.meetings', { n: span, count: f.number(span) })}
      side={
        <>
          <p class="m">{t('home.meetings.lead', { n: meetings.length, count: f.number(meetings.length) })}</p>
          <Notice>
            {next.length === 0 ? (
              <p>
                <b>{t('home.meetings.none')}</b> {assembly && t('home.meetings.last', { title: assembly.title, date: when(assembly) })}
              </p>
            ) : (
              <>
                <p>
                  <b>{t('events.next')}</b>
                </p>
                <ul class="st g1">
                  {next.map((meeting) => (
                    <li>
                      <a href={localPath(locale, meeting.path ?? '/events')} lang={meeting.locale === locale ? undefined : meeting.locale}>
                        {meeting.title}
                      </a>
                      , {when(meeting)}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <MoreLink href={localPath(locale, '/events')}>{t('home.meetings.history')}</MoreLink>
          </Notice>
        </>
      }
    >
      <figure class="st">
        <ol class="yrs">
          {shown.map((year) => (
            <li>
              {meetings
                .filter((meeting) => yearOf(meeting) === year)
                .toReversed()
                .map((meeting) => (
                  <span class={`ev ${lookOf(meeting)}`} role="img" title={`${meeting.title}, ${when(meeting)}`}>
                    {meeting.country ?? 'EU'}
                  </span>
                ))}
              <span class="y num">{year}</span>
            </li>
          ))}
        </ol>
        <figcaption>
          <ul class="lgd" aria-label={t('chrome.legend')}>
            {LOOKS.map((look) => (
              <li>
                <span class={`sw ${look}`} />
                {t(`home.meetings.${look}`)}
              </li>
            ))}
          </ul>
        </figcaption>
      </figure>
    </ReportSection>
  )
}
