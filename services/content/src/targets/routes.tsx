import { listTag } from '@stem/contracts/purge'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findIndicators } from '../indicators/find-indicators.ts'
import { readTargets } from './read-targets.ts'
import { TargetsPage } from './targets-page.tsx'

/** The targets of the EU for 2030 against the values on file. */
export const targets = new Hono<ServiceEnv<Env>>().get('/data/targets', async (c) => {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const indicators = await findIndicators({ db: open(c.env) }, context)
  return page(context, {
    title: speech.t('data.targets.title'),
    description: speech.t('data.targets.lead'),
    crumbs: [{ label: speech.t('data.title'), path: '/data' }, { label: speech.t('data.targets.title') }],
    tags: [listTag('indicator')],
    main: <TargetsPage speech={speech} targets={readTargets(indicators)} />,
  })
})
