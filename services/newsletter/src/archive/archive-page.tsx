import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { Empty } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { ArchivedIssue } from './find-issues.ts'

/** Earlier issues, the newest first. */
export const ArchivePage = ({ speech, issues }: { speech: Speech; issues: ArchivedIssue[] }) => {
  const { t, f, locale } = speech
  return (
    <div class="w top st g6 n">
      <h1>{t('archive.title')}</h1>
      <p class="lead">{t('archive.lead')}</p>
      {issues.length === 0 ? (
        <Empty title={t('archive.none')}>
          <MoreLink href={localPath(locale, '/newsletter')}>{t('newsletter.subscribe')}</MoreLink>
        </Empty>
      ) : (
        <ul class="st g1">
          {issues.map(({ slug, text, sentAt, locale: own }) => (
            <li class="day">
              <p class="s m">{f.day(sentAt)}</p>
              <div class="st g1" lang={own === locale ? undefined : own}>
                <h2 class="lead">
                  <a href={localPath(locale, `/newsletter/archive/${slug}`)}>{text.subject}</a>
                </h2>
                <p>{text.preheader}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p>
        <MoreLink href={localPath(locale, '/newsletter')}>{t('newsletter.subscribe')}</MoreLink>
      </p>
    </div>
  )
}
