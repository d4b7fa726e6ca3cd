import { listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { AboutPage } from './about-page.tsx'
import { findHistory } from './find-history.ts'

/** The page about the coalition. */
export const about = new Hono<ServiceEnv<Env>>().get('/about', async (c) => {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const history = await findHistory({ db: open(c.env) }, context)
  return page(context, {
    title: speech.t('about.title'),
    description: speech.t('about.description'),
    section: 'about',
    crumbs: [{ label: speech.t('about.title') }],
    tags: ['event', 'eu-project', 'quote'].map(listTag),
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'AboutPage',
        name: speech.t('about.title'),
        url: context.origin + localPath(context.locale, '/about'),
        inLanguage: context.locale,
        mainEntity: {
          '@type': 'Organization',
          name: 'EU STEM Coalition',
          url: context.origin,
          foundingDate: '2015-10-02',
          description: speech.t('about.lead'),
        },
      },
    ],
    main: <AboutPage speech={speech} history={history} />,
  })
})
