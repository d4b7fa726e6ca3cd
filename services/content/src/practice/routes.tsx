import { entityTag } from '@stem/contracts/purge'
import { isShipped } from '@stem/i18n/locales'
import { speechOf, termName } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { crumbsTo } from '../listing/crumbs.ts'
import { tagsOfList } from '../listing/list-tags.ts'
import { practiceOfApi, practices } from '../practices/practices-list.ts'
import { answerMissing } from '../record/answer-missing.ts'
import { findRecord } from '../record/find-record.ts'
import { signpost } from '@stem/web/signpost'
import { PracticePage } from './practice-page.tsx'

/** The page of one practice. */
export const practice = new Hono<ServiceEnv<Env>>().get('/practices/:slug{[a-z0-9-]+}', async (c) => {
  const { context } = c.env
  const found = await findRecord({ db: open(c.env) }, 'practices', c.req.param('slug'), context)
  if (found.found !== 'record') return answerMissing(context, 'practices', found)
  const speech = speechOf(context.locale)
  const shown = practiceOfApi(found.record, context)
  const answer = await page(context, {
    title: shown.title,
    description: shown.summary,
    section: 'practices',
    crumbs: crumbsTo(speech, practices, { label: shown.title, lang: shown.language === context.locale ? undefined : shown.language }),
    translated: found.locales.filter(isShipped),
    tags: [entityTag(shown.id), ...tagsOfList('practices'), ...tagsOfList('publications')],
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
    main: <PracticePage speech={speech} practice={shown} found={found} now={context.now} />,
  })
  answer.headers.set(
    'link',
    signpost({ origin: context.origin, id: shown.id, api: `/api/v1/practices/${found.record.slug}`, bib: null, type: 'Project', isOwn: true }),
  )
  return answer
})
