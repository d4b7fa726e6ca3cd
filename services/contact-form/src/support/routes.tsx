import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { ReportSection } from '@stem/ui/row-list'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import type { Env } from '../env.ts'

const FORMS = ['policy-briefing', 'taskforce', 'roundtable'] as const

/** The three forms of support, and what to do until the request form opens. */
export const support = new Hono<ServiceEnv<Env>>().get('/support', (c) => {
  const { context } = c.env
  const { t, locale } = speechOf(context.locale)
  return page(context, {
    title: t('support.title'),
    description: t('support.description'),
    section: 'support',
    crumbs: [{ label: t('support.title') }],
    main: (
      <>
        <div class="w top st g5">
          <div class="st g2">
            <h1>{t('support.title')}</h1>
            <p class="lead">{t('support.lead')}</p>
          </div>
          <p class="cl">
            <a class="b" href={localPath(locale, '/support/request')}>
              {t('support.request')}
            </a>
            <a href={localPath(locale, '/support/link')}>{t('tracking.link.ask')}</a>
          </p>
        </div>
        <ReportSection id="forms" title={t('support.forms')} side={<p class="m">{t('support.forms.lead')}</p>}>
          <ol class="way">
            {FORMS.map((form) => (
              <li>
                <h3>{t(`work.${form}`)}</h3>
                <div class="st g2">
                  <p>{t(`work.${form}.text`)}</p>
                  <p class="m">{t(`work.${form}.result`)}</p>
                </div>
              </li>
            ))}
          </ol>
        </ReportSection>
        <ReportSection id="policy" title={t('support.who')}>
          <div class="st n">
            <p>{t('support.who.text')}</p>
            <p>
              <MoreLink href={localPath(locale, '/how-we-work')}>{t('support.examples')}</MoreLink>
            </p>
            <p>
              <MoreLink href={localPath(locale, '/support/figures')}>{t('figures.link')}</MoreLink>
            </p>
          </div>
        </ReportSection>
      </>
    ),
  })
})
