import { listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { file } from '@stem/web/file'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import { openSearch } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findEverything } from './find-everything.ts'
import { openSearchDescription } from './open-search.ts'
import { readSearchQuery, writeSearchQuery } from './search-query.ts'
import { SearchPage } from './search-page.tsx'

const DAY = 24 * 60 * 60
const TAGS = [listTag('search')]

/** The search over everything, and what browsers are told of it. */
export const search = new Hono<ServiceEnv<Env>>()
  .get('/search', async (c) => {
    const { context } = c.env
    const { origin, locale } = context
    const speech = speechOf(locale)
    const query = readSearchQuery(new URL(c.req.url).searchParams)
    const found = await findEverything({ search: openSearch(c.env) }, query, context)
    const title = query.q === '' ? speech.t('search.title') : speech.t('search.title.for', { q: query.q })
    return page(context, {
      title,
      description: speech.t('search.description'),
      crumbs: [{ label: speech.t('search.title') }],
      query: writeSearchQuery(query),
      noindex: found.searched,
      tags: TAGS,
      alternates: [{ rel: 'search', type: 'application/opensearchdescription+xml', title: 'EU STEM Coalition', path: '/opensearch.xml' }],
      jsonLd: [
        {
          '@context': 'https://schema.org',
          '@type': 'WebSite',
          name: 'EU STEM Coalition',
          url: origin + localPath(locale, '/'),
          inLanguage: locale,
          potentialAction: {
            '@type': 'SearchAction',
            target: { '@type': 'EntryPoint', urlTemplate: `${origin}${localPath(locale, '/search')}?q={search_term_string}` },
            'query-input': 'required name=search_term_string',
          },
        },
      ],
      main: <SearchPage speech={speech} query={query} found={found} />,
    })
  })
  .get('/opensearch.xml', (c) => {
    const { context } = c.env
    return file(openSearchDescription(context, speechOf(context.locale).t), 'application/opensearchdescription+xml; charset=utf-8', { tags: [], maxAge: DAY })
  })
