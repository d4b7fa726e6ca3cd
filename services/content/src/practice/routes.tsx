import { entityTag, listTag } from '@stem/contracts/purge'
import { isShipped, localPath } from '@stem/i18n/locales'
import { speechOf, termName } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { practiceOfApi } from '../practices/practice-files.ts'
import { findPractice } from './find-practice.ts'
import { PracticePage } from './practice-page.tsx'

// A missing page is tagged too, so that publishing brings it up at once.
const missing = (status: 404 | 410) =>
  new Response(null, { status, headers: { 'cache-control': 'public, max-age=60, stale-while-revalidate=600', 'cache-tag': listTag('practice') } })

/** The page of one practice. */
export const practice = new Hono<ServiceEnv<Env>>().get('/practices/:slug{[a-z0-9-]+}', async (c) => {
  const { context } = c.env
  const found = await findPractice({ db: open(c.env) }, c.req.param('slug'), context)
  if (found.found === 'moved') {
    return new Response(null, {
      status: 308,
      headers: { location: localPath(context.locale, `/practices/${found.slug}`), 'cache-control': 'public, max-age=60', 'cache-tag': listTag('practice') },
    })
  }
  if (found.found !== 'practice') return missing(found.found === 'withdrawn' ? 410 : 404)
  const speech = speechOf(context.locale)
  const shown = practiceOfApi(found.practice, context)
  return page(context, {
    title: shown.title,
    description: shown.summary,
    section: 'practices',
    crumbs: [
      { label: speech.t('practices.title'), path: '/practices' },
      { label: shown.title, lang: shown.language === context.locale ? undefined : shown.language },
    ],
    translated: found.locales.filter(isShipped),
    tags: [entityTag(shown.id), listTag('practice')],
    ogType: 'article',
    image: shown.country === null ? undefined : `/og/country-${shown.country.toLowerCase()}.png`,
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'Project',
        '@id': `${context.origin}/id/${shown.id}`,
        name: shown.title,
        description: shown.summary,
        url: shown.url,
        ...(shown.startYear === null ? {} : { foundingDate: String(shown.startYear) }),
        ...(shown.organisation === null ? {} : { parentOrganization: { '@type': 'Organization', name: shown.organisation } }),
        ...(shown.country === null ? {} : { areaServed: speech.f.countryName(shown.country) }),
        ...(shown.website === null ? {} : { sameAs: shown.website }),
        keywords: shown.topics.map((topic) => termName(speech, 'topic', topic)).join(', '),
      },
    ],
    main: <PracticePage speech={speech} practice={shown} close={found.close} />,
  })
})
