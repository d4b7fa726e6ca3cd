import { listTag } from '@stem/contracts/purge'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findIndicators } from '../indicators/find-indicators.ts'
import { isTarget, type PublicIndicator } from '../indicators/read-indicator.ts'
import { ComparePage, type Comparison } from './compare-page.tsx'

const MOST = 6

/** Indicators with more than one country: there is nothing to compare in the others. */
const isComparable = (indicator: PublicIndicator): boolean =>
  !isTarget(indicator) && Object.keys(indicator.series).filter((country) => country !== 'EU').length > 1

function comparisonIn(params: URLSearchParams, indicators: PublicIndicator[]): Comparison | null {
  if (params.size === 0) return null
  const indicator = indicators.find(({ slug }) => slug === params.get('indicator')) ?? indicators[0]
  const countries = [...new Set(params.getAll('country'))].filter((country) => /^[A-Z]{2}$/.test(country) && country !== 'EU')
  return indicator ? { indicator, countries: countries.slice(0, MOST), tooMany: countries.length > MOST } : null
}

/** Countries side by side: `/data/compare?indicator=…&country=DK&country=NL`. */
export const compare = new Hono<ServiceEnv<Env>>().get('/data/compare', async (c) => {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const { searchParams } = new URL(c.req.url)
  const indicators = (await findIndicators({ db: open(c.env) }, context)).filter(isComparable)
  return page(context, {
    title: speech.t('data.compare'),
    description: speech.t('data.compare.lead'),
    crumbs: [{ label: speech.t('data.title'), path: '/data' }, { label: speech.t('data.compare') }],
    query: searchParams.toString(),
    noindex: searchParams.size > 0,
    tags: [listTag('indicator')],
    main: <ComparePage speech={speech} indicators={indicators} comparison={comparisonIn(searchParams, indicators)} />,
  })
})
