import type { Figures } from '@stem/contracts/api-figures'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { csv } from '@stem/web/csv'
import { json } from '@stem/web/file'
import { page } from '@stem/web/page'
import { problem } from '@stem/web/problem'
import { parseQuery } from '@stem/web/query'
import { Hono } from 'hono'
import * as v from 'valibot'
import { KINDS } from '../cases/case.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { countRequests } from './count-requests.ts'
import { FiguresPage } from './figures-page.tsx'

// Counted anew every quarter of an hour at most, whoever looks.
const KEEPING = { tags: ['support-figures'], maxAge: 15 * 60 }

const COLUMNS = ['period', ...KINDS, 'total', 'answered', 'median_working_days', 'within_promise_percent']
const rowsOf = ({ years, quarters }: Figures) =>
  [...years, ...quarters].map(({ period, kinds, total, answered, medianWorkingDays, withinPromise }) => [
    period,
    ...KINDS.map((kind) => kinds[kind]),
    total,
    answered,
    medianWorkingDays,
    withinPromise,
  ])

/** Figures of requests for support: as a page, as a file and for programs. */
export const figures = new Hono<ServiceEnv<Env>>()
  .get('/support/figures', async (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const { t } = speech
    return page(context, {
      title: t('figures.title'),
      description: t('figures.description'),
      section: 'support',
      crumbs: [{ label: t('support.title'), path: '/support' }, { label: t('figures.title') }],
      ...KEEPING,
      main: <FiguresPage speech={speech} figures={await countRequests(open(c.env), context.now)} />,
    })
  })
  .get('/support/figures.csv', async (c) =>
    csv(COLUMNS, rowsOf(await countRequests(open(c.env), c.env.context.now)), { ...KEEPING, filename: 'support-figures.csv' }),
  )
  .get('/api/v1/support-figures', async (c) => {
    const { context } = c.env
    const query = parseQuery(new URL(c.req.url).searchParams, v.strictObject({}))
    if (!query.ok) return problem(400, 'bad_query', 'This address knows no parameters.', context.requestId, query.faults)
    return json(await countRequests(open(c.env), context.now), KEEPING)
  })
