import type { vintagesSchema } from '@stem/contracts/api-indicators'
import { entityTag, listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { json } from '@stem/web/file'
import { page } from '@stem/web/page'
import { problem } from '@stem/web/problem'
import { parseQuery, wholeNumber } from '@stem/web/query'
import { Hono } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findIndicator } from '../indicator/find-indicator.ts'
import { compareVintages } from '../indicator/compare-vintages.ts'
import { findIndicators } from './find-indicators.ts'
import { IndicatorsPage } from './indicators-page.tsx'
import { ofApi } from './read-indicator.ts'

const TAGS = [listTag('indicator')]
const CODE = ':code{[a-z0-9-]+}'
const MOST_VINTAGES = 9999
const number = v.optional(wholeNumber(1, MOST_VINTAGES))
const whichTwo = v.strictObject({ from: number, to: number })
const nothingHere = (requestId: string) => problem(404, 'not_found', 'There is no indicator at this address.', requestId)

/** The list of indicators, and indicators for programs. */
export const indicators = new Hono<ServiceEnv<Env>>()
  .get('/data', async (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const all = await findIndicators({ db: open(c.env) }, context)
    return page(context, {
      title: speech.t('data.title'),
      description: speech.t('data.description'),
      crumbs: [{ label: speech.t('data.title') }],
      tags: TAGS,
      jsonLd: [
        {
          '@context': 'https://schema.org',
          '@type': 'CollectionPage',
          name: speech.t('data.title'),
          url: context.origin + localPath(context.locale, '/data'),
          inLanguage: context.locale,
        },
      ],
      main: <IndicatorsPage speech={speech} indicators={all} />,
    })
  })
  .get('/api/v1/indicators', async (c) => json({ data: (await findIndicators({ db: open(c.env) }, c.env.context)).map(ofApi) }, { tags: TAGS }))
  .get(`/api/v1/indicators/${CODE}`, async (c) => {
    const { context } = c.env
    const found = await findIndicator({ db: open(c.env) }, c.req.param('code'), context)
    return found ? json(ofApi(found.indicator), { tags: [entityTag(found.indicator.id), ...TAGS] }) : nothingHere(context.requestId)
  })
  .get(`/api/v1/indicators/${CODE}/vintages`, async (c) => {
    const { context } = c.env
    const query = parseQuery(new URL(c.req.url).searchParams, whichTwo)
    if (!query.ok) return problem(400, 'bad_query', 'The query holds a parameter that is unknown or has a wrong value.', context.requestId, query.faults)
    const found = await compareVintages({ db: open(c.env) }, c.req.param('code'), query.value, context)
    if (!found) return nothingHere(context.requestId)
    const body: v.InferOutput<typeof vintagesSchema> = {
      data: found.vintages.map(({ importedAt, ...vintage }) => ({ ...vintage, importedAt: new Date(importedAt).toISOString() })),
      differences: found.differences && { from: found.differences.from, to: found.differences.to, data: found.differences.list },
      snapshots: found.snapshots.map(({ id, vintage, hash, createdAt }) => ({ id, vintage, hash, pinnedAt: new Date(createdAt).toISOString() })),
    }
    return json(body, { tags: [entityTag(found.indicator.id), ...TAGS] })
  })
