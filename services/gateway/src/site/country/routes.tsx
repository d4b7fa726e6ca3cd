import { countryTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { freshFor } from '@stem/web/fresh-for'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import type { Env } from '../../env.ts'
import { isProfiled } from './compare.ts'
import { CountryPage } from './country-page.tsx'

/** The profile of a country: `/countries/dk`. */
export const country = new Hono<ServiceEnv<Env>>().get('/countries/:country', async (c) => {
  const { context, CONTENT, MEMBERS } = c.env
  const code = c.req.param('country').toUpperCase()
  if (!isProfiled(code)) return c.notFound()
  const speech = speechOf(context.locale)
  const [facts, organisations] = await Promise.all([CONTENT.country(code, context), MEMBERS.inCountry(code, context)])
  const name = speech.f.countryName(code)
  const url = context.origin + localPath(context.locale, context.path)
  return page(context, {
    title: name,
    description: speech.t('country.description', { country: speech.f.countryInText(code) }),
    section: 'members',
    crumbs: [{ label: speech.t('members.title'), path: '/members' }, { label: name }],
    image: `/og/country-${code.toLowerCase()}.png`,
    maxAge: freshFor(context.now),
    tags: [countryTag(code), 'list-indicator', 'list-organisation'],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'WebPage',
        name,
        url,
        inLanguage: context.locale,
        about: { '@type': 'Country', name, identifier: code },
        isPartOf: { '@type': 'WebSite', name: 'EU STEM Coalition', url: context.origin },
      },
    ],
    main: (
      <CountryPage
        speech={speech}
        country={code}
        facts={facts}
        organisations={organisations}
        address={url}
        today={new Date(context.now).toISOString().slice(0, 10)}
      />
    ),
  })
})
