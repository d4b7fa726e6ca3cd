import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import type { Env } from '../env.ts'

const SECRETARIAT = '/members/platform-talent-voor-technologie-ptvt'

/** How to reach the secretariat. */
export const contact = new Hono<ServiceEnv<Env>>().get('/contact', (c) => {
  const { context } = c.env
  const { t, locale } = speechOf(context.locale)
  return page(context, {
    title: t('contact.title'),
    description: t('contact.description'),
    crumbs: [{ label: t('contact.title') }],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'ContactPage',
        name: t('contact.title'),
        url: context.origin + localPath(locale, '/contact'),
        inLanguage: locale,
      },
    ],
    main: (
      <div class="w top st g5">
        <div class="st g2">
          <h1>{t('contact.title')}</h1>
          <p class="lead">{t('contact.lead')}</p>
        </div>
        <div class="st n">
          <p>{t('contact.secretariat')}</p>
          <p class="cl">
            <MoreLink href={localPath(locale, SECRETARIAT)}>{t('contact.secretariat.link')}</MoreLink>
            <MoreLink href={localPath(locale, '/members')}>{t('contact.members')}</MoreLink>
          </p>
        </div>
      </div>
    ),
  })
})
