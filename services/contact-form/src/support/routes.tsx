import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { Notice } from '@stem/ui/notice'
import { ReportSection } from '@stem/ui/row-list'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import type { Env } from '../env.ts'

const FORMS = ['policy-briefing', 'taskforce', 'roundtable'] as const

/** The three forms of support, and what to do until the request form opens. */
export const support = new Hono<ServiceEnv<Env>>()
  .get('/support', (c) => {
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
            </div>
          </ReportSection>
        </>
      ),
    })
  })
  .get('/support/request', (c) => {
    const { context } = c.env
    const { t, locale } = speechOf(context.locale)
    return page(context, {
      title: t('support.request'),
      description: t('support.request.description'),
      section: 'support',
      crumbs: [{ label: t('support.title'), path: '/support' }, { label: t('support.request') }],
      main: (
        <div class="w top st g5">
          <div class="st g2">
            <h1>{t('support.request')}</h1>
            <p class="lead">{t('support.request.lead')}</p>
          </div>
          <Notice tone="tn">
            <p>{t('support.request.soon')}</p>
          </Notice>
          <div class="st n">
            <h2>{t('support.prepare')}</h2>
            <ol class="st g2">
              <li>{t('support.prepare.1')}</li>
              <li>{t('support.prepare.2')}</li>
              <li>{t('support.prepare.3')}</li>
            </ol>
            <p>
              <MoreLink href={localPath(locale, '/contact')}>{t('contact.title')}</MoreLink>
            </p>
          </div>
        </div>
      ),
    })
  })
