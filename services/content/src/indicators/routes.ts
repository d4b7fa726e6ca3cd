import type { IndicatorOfApi } from '@stem/contracts/api-practices'
import type { Indicator } from '@stem/contracts/content'
import { entityTag, listTag } from '@stem/contracts/purge'
import type { ServiceEnv } from '@stem/web/app'
import { json } from '@stem/web/file'
import { problem } from '@stem/web/problem'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from '../facts/card.ts'
import { indicatorOf } from '../facts/indicator.ts'

const ofApi = ({ id, slug, title, unit, publisher, sourceUrl, series }: Indicator): IndicatorOfApi => ({
  id,
  code: slug,
  title,
  unit,
  publisher,
  source: sourceUrl,
  series,
})

const select = `SELECT ${CARD_COLUMNS} FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND p.type = 'indicator'`

/** Indicators for programs. */
export const indicatorsApi = new Hono<ServiceEnv<Env>>()
  .get('/api/v1/indicators', async (c) => {
    const { locale, now } = c.env.context
    const { results } = await open(c.env).prepare(`${select} ORDER BY p.slug LIMIT 200`).bind(locale, now).all<CardRow>()
    return json({ data: results.map((row) => ofApi(indicatorOf(row))) }, { tags: [listTag('indicator')] })
  })
  .get('/api/v1/indicators/:code{[a-z0-9-]+}', async (c) => {
    const { locale, now, requestId } = c.env.context
    const row = await open(c.env).prepare(`${select} AND p.slug = ?3`).bind(locale, now, c.req.param('code')).first<CardRow>()
    return row
      ? json(ofApi(indicatorOf(row)), { tags: [entityTag(row.item_id), listTag('indicator')] })
      : problem(404, 'not_found', 'There is no indicator at this address.', requestId)
  })
