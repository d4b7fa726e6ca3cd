import { countryTag, listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { freshFor } from '@stem/web/fresh-for'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import type { Env } from '../../env.ts'
import { HomePage } from './home-page.tsx'

const LISTS = ['practice', 'publication', 'event', 'taskforce', 'indicator', 'organisation']

/** The home page: facts of content and members, asked for at the same time. */
export const home = new Hono<ServiceEnv<Env>>().get('/', async (c) => {
  const { context, CONTENT, MEMBERS } = c.env
  const speech = speechOf(context.locale)
  const [facts, counts] = await Promise.all([CONTENT.home(context), MEMBERS.counts(context)])
  const url = context.origin + localPath(context.locale, '/')
  return page(context, {
    title: `${speech.t('home.title')} – EU STEM Coalition`,
    description: speech.t('home.description'),
    maxAge: freshFor(context.now),
    tags: [...LISTS.map(listTag), countryTag('EU')],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'Organization',
        '@id': `${context.origin}/#organisation`,
        name: 'EU STEM Coalition',
        url: context.origin,
        description: speech.t('home.description'),
        foundingDate: '2015-10-02',
        areaServed: 'European Union',
      },
      {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: 'EU STEM Coalition',
        url,
        inLanguage: context.locale,
        publisher: { '@id': `${context.origin}/#organisation` },
      },
    ],
    main: <HomePage speech={speech} facts={facts} counts={counts} today={new Date(context.now).toISOString().slice(0, 10)} />,
  })
})
