import { localPath } from '@stem/i18n/locales'
import { Notice } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import type { Env } from '../env.ts'

/** What a reader finds until subscription opens: what it will be, and where news stands meanwhile. */
export const opening = new Hono<ServiceEnv<Env>>().get('/newsletter', (c) => {
  const { context } = c.env
  const { t, locale } = speechOf(context.locale)
  return page(context, {
    title: t('newsletter.title'),
    description: t('newsletter.description'),
    crumbs: [{ label: t('newsletter.title') }],
    main: (
      <div class="w top st g5">
        <div class="st g2">
          <h1>{t('newsletter.title')}</h1>
          <p class="lead">{t('newsletter.lead')}</p>
        </div>
        <Notice tone="tn">
          <p>{t('newsletter.soon')}</p>
        </Notice>
        <p class="n">
          <a href={localPath(locale, '/practices.atom')}>{t('newsletter.feed')}</a>
        </p>
      </div>
    ),
  })
})
