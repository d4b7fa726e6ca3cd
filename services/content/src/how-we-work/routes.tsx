import { listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findWork } from './find-work.ts'
import { HowWeWorkPage } from './how-we-work-page.tsx'

/** The page on the coalition's ways of working. */
export const howWeWork = new Hono<ServiceEnv<Env>>().get('/how-we-work', async (c) => {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const work = await findWork({ db: open(c.env) }, context)
  return page(context, {
    title: speech.t('work.title'),
    description: speech.t('work.description'),
    section: 'how-we-work',
    crumbs: [{ label: speech.t('work.title') }],
    tags: ['event', 'taskforce', 'briefing', 'roundtable', 'working-group', 'practice'].map(listTag),
    jsonLd: (['policy-briefing', 'taskforce', 'roundtable'] as const).map((form) => ({
      '@context': 'https://schema.org',
      '@type': 'Service',
      name: speech.t(`work.${form}`),
      description: speech.t(`work.${form}.text`),
      provider: { '@type': 'Organization', name: 'EU STEM Coalition', url: context.origin },
      url: `${context.origin}${localPath(context.locale, '/how-we-work')}#${form}`,
    })),
    main: <HowWeWorkPage speech={speech} work={work} />,
  })
})
