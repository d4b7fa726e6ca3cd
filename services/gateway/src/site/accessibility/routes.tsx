import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { ReportSection } from '@stem/ui/row-list'
import { speechOf, type Speech } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import type { Env } from '../../env.ts'

const DAY = 24 * 60 * 60
const PREPARED = '2026-11-24'

const AccessibilityPage = ({ speech: { t, f, locale } }: { speech: Speech }) => (
  <>
    <div class="w top st g2">
      <h1>{t('accessibility.title')}</h1>
      <p class="lead">{t('accessibility.lead')}</p>
    </div>
    <ReportSection id="status" title={t('accessibility.status')}>
      <p class="n">{t('accessibility.status.text')}</p>
    </ReportSection>
    <ReportSection id="known" title={t('accessibility.known')}>
      <ul class="st g2 n">
        <li>{t('accessibility.known.1')}</li>
        <li>{t('accessibility.known.2')}</li>
        <li>{t('accessibility.known.3')}</li>
      </ul>
    </ReportSection>
    <ReportSection id="tested" title={t('accessibility.tested')}>
      <p class="n">{t('accessibility.tested.text')}</p>
    </ReportSection>
    <ReportSection id="tell" title={t('accessibility.tell')}>
      <div class="st n">
        <p>{t('accessibility.tell.text')}</p>
        <MoreLink href={localPath(locale, '/contact')}>{t('accessibility.contact')}</MoreLink>
      </div>
    </ReportSection>
    <ReportSection id="enforce" title={t('accessibility.enforce')}>
      <div class="st n">
        <p>{t('accessibility.enforce.text')}</p>
        <p class="s m">{t('accessibility.date', { date: f.date(PREPARED) })}</p>
      </div>
    </ReportSection>
  </>
)

/** The accessibility statement. */
export const accessibility = new Hono<ServiceEnv<Env>>().get('/accessibility', (c) => {
  const { context } = c.env
  const speech = speechOf(context.locale)
  return page(context, {
    title: speech.t('accessibility.title'),
    description: speech.t('accessibility.description'),
    crumbs: [{ label: speech.t('accessibility.title') }],
    maxAge: DAY,
    main: <AccessibilityPage speech={speech} />,
  })
})
