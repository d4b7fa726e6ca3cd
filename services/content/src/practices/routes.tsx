import { entityTag, listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { atom } from '@stem/web/atom'
import { json } from '@stem/web/file'
import { page } from '@stem/web/page'
import { type Context, Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findPractices } from './find-practices.ts'
import { practiceOfApi, practicesCsv } from './practice-files.ts'
import { isNarrowed, readPracticeQuery, writePracticeQuery } from './practice-query.ts'
import { PracticesPage } from './practices-page.tsx'

const MOST_IN_FILE = 5000
const MOST_IN_FEED = 50
const TAGS = [listTag('practice')]

async function inFile(c: Context<ServiceEnv<Env>>, limit: number, newest: boolean) {
  const { context } = c.env
  const query = readPracticeQuery(new URL(c.req.url).searchParams)
  const found = await findPractices({ db: open(c.env) }, newest ? { ...query, sort: 'newest' } : query, context, { limit, offset: 0, whole: true })
  return { query, practices: found.rows.map((row) => practiceOfApi(row, context)) }
}

/** The list of practices, and the same query as files. */
export const practices = new Hono<ServiceEnv<Env>>()
  .get('/practices', async (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const query = readPracticeQuery(new URL(c.req.url).searchParams)
    const found = await findPractices({ db: open(c.env) }, query, context)
    const written = writePracticeQuery(query)
    const files = written === '' ? '' : `?${written}`
    return page(context, {
      title: speech.t('practices.title'),
      description: speech.t('practices.description'),
      section: 'practices',
      crumbs: [{ label: speech.t('practices.title') }],
      query: written,
      noindex: isNarrowed(query) || query.sort !== 'title',
      tags: TAGS,
      alternates: [{ type: 'application/atom+xml', title: speech.t('practices.feed'), path: `${localPath(context.locale, '/practices.atom')}${files}` }],
      jsonLd: [
        {
          '@context': 'https://schema.org',
          '@type': 'CollectionPage',
          name: speech.t('practices.title'),
          url: context.origin + localPath(context.locale, '/practices'),
          inLanguage: context.locale,
        },
      ],
      main: <PracticesPage speech={speech} query={query} found={found} />,
    })
  })
  .get('/practices.csv', async (c) => practicesCsv((await inFile(c, MOST_IN_FILE, false)).practices, { tags: TAGS }))
  .get('/practices.json', async (c) => json({ data: (await inFile(c, MOST_IN_FILE, false)).practices }, { tags: TAGS }))
  .get('/practices.atom', async (c) => {
    const { context } = c.env
    const { t } = speechOf(context.locale)
    const { query, practices: list } = await inFile(c, MOST_IN_FEED, true)
    const written = writePracticeQuery({ ...query, page: 1, sort: 'title' })
    const at = (path: string) => `${context.origin}${localPath(context.locale, path)}${written === '' ? '' : `?${written}`}`
    return atom(
      {
        id: at('/practices.atom'),
        title: t('practices.feed'),
        subtitle: t('practices.description'),
        link: at('/practices'),
        self: at('/practices.atom'),
        locale: context.locale,
        author: 'EU STEM Coalition',
        updatedAt: Math.max(0, ...list.map(({ updatedAt }) => Date.parse(updatedAt))),
      },
      list.map(({ id, title, summary, url, updatedAt }) => ({ id: `${context.origin}/id/${id}`, title, summary, link: url, updatedAt: Date.parse(updatedAt) })),
      { tags: [...TAGS, ...list.slice(0, MOST_IN_FEED).map(({ id }) => entityTag(id))] },
    )
  })
