import { entityTag, listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { signpost } from '@stem/web/signpost'
import { Hono } from 'hono'
import type { Env } from '../../env.ts'
import { OrganisationPage } from './organisation-page.tsx'

/** The profile of an organisation, with its practices from content. */
export const organisation = new Hono<ServiceEnv<Env>>().get('/members/:slug', async (c) => {
  const { context, CONTENT, MEMBERS } = c.env
  const found = await MEMBERS.organisation(c.req.param('slug'), context)
  if (found.found === 'moved') return c.redirect(localPath(context.locale, `/members/${found.slug}`), 308)
  if (found.found === 'withdrawn') return c.body(null, 410)
  if (found.found === 'none') return c.notFound()
  const { organisation: profile, neighbours } = found
  const practices = await CONTENT.practicesOf(profile.aliases, context)
  const speech = speechOf(context.locale)
  const { t, f } = speech
  const standing = t(`organisation.standing.${profile.standing}`)
  const url = context.origin + localPath(context.locale, context.path)
  const description =
    profile.country === null
      ? t('organisation.description', { name: profile.name, standing })
      : t('organisation.description.place', { name: profile.name, standing, country: f.countryName(profile.country) })
  const answer = await page(context, {
    title: profile.name,
    description,
    section: 'members',
    crumbs: [
      { label: t('members.title'), path: '/members' },
      ...(profile.country === null ? [] : [{ label: f.countryName(profile.country), path: `/countries/${profile.country.toLowerCase()}` }]),
      { label: profile.name },
    ],
    ogType: 'profile',
    image: profile.country === null ? '/og/site.png' : `/og/country-${profile.country.toLowerCase()}.png`,
    translated: profile.description === null ? undefined : profile.descriptionLocales,
    tags: [entityTag(profile.id), listTag('practice'), listTag('organisation')],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'Organization',
        '@id': `${context.origin}/id/${profile.id}`,
        name: profile.name,
        url: profile.website ?? url,
        ...(profile.description === null ? {} : { description: profile.description }),
        ...(profile.country === null ? {} : { address: { '@type': 'PostalAddress', addressCountry: profile.country } }),
        ...(profile.standing === 'member' ? { memberOf: { '@type': 'Organization', name: 'EU STEM Coalition', url: context.origin } } : {}),
      },
    ],
    main: <OrganisationPage speech={speech} organisation={profile} practices={practices} neighbours={neighbours} />,
  })
  const api = `/api/v1/organisations/${profile.slug}`
  answer.headers.set('link', signpost({ origin: context.origin, id: profile.id, api, bib: null, type: 'Organization', isOwn: false }))
  return answer
})
