import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, type CardRow } from '../facts/card.ts'
import { tagsOfList } from '../listing/list-tags.ts'
import { AdoptionPage } from './adoption-page.tsx'

const MOST = 500

/** Which practices were taken over, as a table and as a picture. */
export const adoption = new Hono<ServiceEnv<Env>>().get('/practices/adoption', async (c) => {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const { results } = await open(c.env)
    .prepare(
      `SELECT ${CARD_COLUMNS} FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND p.type = 'adoption' ORDER BY p.sort_date DESC, p.sort_title LIMIT ${MOST}`,
    )
    .bind(context.locale, context.now)
    .all<CardRow>()
  const title = speech.t('adoption.title')
  return page(context, {
    title,
    description: speech.t('list.adoptions.description'),
    section: 'practices',
    crumbs: [{ label: speech.t('list.practices.title'), path: '/practices' }, { label: title }],
    tags: tagsOfList('adoptions'),
    main: <AdoptionPage speech={speech} rows={results} />,
  })
})
