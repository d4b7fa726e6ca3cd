import { localPath } from '@stem/i18n/locales'
import { CountryChip } from '@stem/ui/country-chip'
import { MoreLink } from '@stem/ui/more-link'
import { ReportSection } from '@stem/ui/row-list'
import { type Speech, termName } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { TimelineEntry } from '@stem/contracts/content'
import type { Child } from 'hono/jsx'
import { Recommended } from '../dossiers/recommended.tsx'
import type { InstrumentEntry, Work } from './find-work.ts'

const SUPPORT = ['policy-briefing', 'taskforce', 'roundtable'] as const
const OTHER_WORK = ['conferences', 'working-groups', 'webinars', 'peer-learning', 'repositories'] as const

const foreign = (speech: Speech, locale: string): string | undefined => (locale === speech.locale ? undefined : locale)

type EntryProps = { speech: Speech; entry: TimelineEntry; children?: Child }

const Entry = ({ speech, entry: { type, path, country, title, summary, locale, start, end, status }, children }: EntryProps) => (
  <li>
    <CountryChip speech={speech} country={country} />
    <h3 lang={foreign(speech, locale)}>{path !== null ? <a href={localPath(speech.locale, path)}>{title}</a> : title}</h3>
    <p class="s" lang={foreign(speech, locale)}>
      {summary}
    </p>
    <p class="meta">
      {start !== '0000' && <span>{speech.f.dateRange(start, end)}</span>}
      {status !== null && type !== 'event' && <span>{termName(speech, 'status', status)}</span>}
    </p>
    {children}
  </li>
)

const InstrumentItem = ({ speech, entry }: { speech: Speech; entry: InstrumentEntry }) => (
  <Entry speech={speech} entry={entry}>
    {entry.recommendations.length > 0 && (
      <details>
        <summary>
          {speech.t('instruments.recommendations')}
          <span class="vh">: {entry.title}</span>
        </summary>
        <Recommended speech={speech} advice={entry.recommendations} />
      </details>
    )}
  </Entry>
)

/** The ways in which the coalition works, each with what it has led to. */
export const HowWeWorkPage = ({ speech, work }: { speech: Speech; work: Work }) => {
  const { t, f, locale } = speech
  const counted = {
    conferences: (work.meetings['conference'] ?? 0) + (work.meetings['general-assembly'] ?? 0),
    'working-groups': work.groups.length,
    webinars: work.meetings['webinar'] ?? 0,
    'peer-learning': work.meetings['peer-learning'] ?? 0,
  }
  return (
    <>
      <div class="w top st g5">
        <div class="st g2">
          <h1>{t('work.title')}</h1>
          <p class="lead">{t('work.lead')}</p>
        </div>
        <p class="cl">
          <a class="b" href={localPath(locale, '/support')}>
            {t('chrome.nav.support')}
          </a>
        </p>
      </div>
      <ReportSection id="support" title={t('work.support')} side={<p class="m">{t('work.support.lead')}</p>}>
        <ol class="way">
          {SUPPORT.map((form) => (
            <li id={form}>
              <h3>{t(`work.${form}`)}</h3>
              <div class="st g2">
                <p>{t(`work.${form}.text`)}</p>
                <p class="m">{t(`work.${form}.result`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </ReportSection>
      {work.taskforces.length > 0 && (
        <section class="alt" aria-labelledby="taskforces">
          <div class="w sh">
            <header>
              <h2 id="taskforces">{t('work.taskforces', { n: work.taskforces.length, count: f.number(work.taskforces.length) })}</h2>
              <p class="m">{t('work.taskforces.lead')}</p>
            </header>
            <ul class="rows">
              {work.taskforces.map((entry) => (
                <InstrumentItem speech={speech} entry={entry} />
              ))}
            </ul>
            <MoreLink href={localPath(locale, '/taskforces')}>{t('dossier.every.taskforces')}</MoreLink>
          </div>
        </section>
      )}
      {work.others.length > 0 && (
        <ReportSection id="others" title={t('instruments.others')} side={<p class="m">{t('instruments.others.lead')}</p>}>
          <ul class="rows">
            {work.others.map((entry) => (
              <InstrumentItem speech={speech} entry={entry} />
            ))}
          </ul>
        </ReportSection>
      )}
      <ReportSection id="together" title={t('work.together')} side={<p class="m">{t('work.together.lead')}</p>}>
        <dl class="fx">
          {OTHER_WORK.map((form) => (
            <div>
              <dt>
                {t(`work.${form}`)}
                {form !== 'repositories' && counted[form] > 0 && (
                  <>
                    {' '}
                    <Tag>{t('work.on-file', { n: counted[form], count: f.number(counted[form]) })}</Tag>
                  </>
                )}
              </dt>
              <dd>{t(`work.${form}.text`)}</dd>
            </div>
          ))}
        </dl>
        <p class="cl">
          <MoreLink href={localPath(locale, '/working-groups')}>{t('list.working-groups.title')}</MoreLink>
          <MoreLink href={localPath(locale, '/roundtables')}>{t('list.roundtables.title')}</MoreLink>
          <MoreLink href={localPath(locale, '/policy-briefings')}>{t('list.policy-briefings.title')}</MoreLink>
          <MoreLink href={localPath(locale, '/practices')}>{t('work.practices', { n: work.practices, count: f.number(work.practices) })}</MoreLink>
        </p>
      </ReportSection>
      {work.latest.length > 0 && (
        <ReportSection id="latest" title={t('work.latest')}>
          <ul class="rows">
            {work.latest.map((entry) => (
              <Entry speech={speech} entry={entry} />
            ))}
          </ul>
          <MoreLink href={localPath(locale, '/events')}>{t('events.every')}</MoreLink>
        </ReportSection>
      )}
    </>
  )
}
