import { organisationListSchema } from '@stem/contracts/api-organisations'
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
import { BY_STANDING, type OrganisationRow } from '../facts/organisation-rows.ts'
import { findOrganisations, readRegisterQuery, writeRegisterQuery } from './find-organisations.ts'
import { MembersPage } from './members-page.tsx'
import { organisationOfApi, organisationsCsv, organisationsJsonLd } from './organisation-files.ts'

const KEEPING = { tags: [listTag('organisation')] }
const MOST = 100
const LAST = 100_000
const code = v.optional(v.pipe(v.string('must be given once'), v.regex(/^[a-z0-9-]{1,60}$/, 'must be lower-case letters, digits and hyphens')))
const querySchema = v.strictObject({
  standing: v.optional(v.picklist(['member', 'unconfirmed', 'partner', 'contact'], 'must be member, unconfirmed, partner or contact')),
  kind: code,
  country: v.optional(v.pipe(v.string('must be given once'), v.regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters'))),
  limit: v.optional(wholeNumber(1, MOST), '50'),
  cursor: v.optional(wholeNumber(0, LAST), '0'),
  format: v.optional(v.picklist(['json', 'csv', 'jsonld'], 'must be json, csv or jsonld'), 'json'),
})

/** The register of organisations, as a page, as files and for programs. */
export const organisations = new Hono<ServiceEnv<Env>>()
  .get('/members', async (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const query = readRegisterQuery(new URL(c.req.url).searchParams)
    const { all, shown } = await findOrganisations({ db: open(c.env) }, query)
    const written = writeRegisterQuery(query)
    return page(context, {
      title: speech.t('members.title'),
      description: speech.t('members.description'),
      section: 'members',
      crumbs: [{ label: speech.t('members.title') }],
      query: written,
      noindex: written !== '',
      ...KEEPING,
      jsonLd: [
        {
          '@context': 'https://schema.org',
          '@type': 'CollectionPage',
          name: speech.t('members.title'),
          url: context.origin + localPath(context.locale, '/members'),
          inLanguage: context.locale,
        },
      ],
      main: <MembersPage speech={speech} query={query} all={all} shown={shown} />,
    })
  })
  .get('/members.csv', async (c) => {
    const { shown } = await findOrganisations({ db: open(c.env) }, readRegisterQuery(new URL(c.req.url).searchParams))
    return organisationsCsv(
      shown.map((row) => organisationOfApi(row, c.env.context)),
      KEEPING,
    )
  })
  .get('/members.json', async (c) => {
    const { shown } = await findOrganisations({ db: open(c.env) }, readRegisterQuery(new URL(c.req.url).searchParams))
    return json({ data: shown.map((row) => organisationOfApi(row, c.env.context)) }, KEEPING)
  })
  .get('/api/v1/organisations', async (c) => {
    const { context } = c.env
    const parsed = parseQuery(new URL(c.req.url).searchParams, querySchema)
    if (!parsed.ok) return problem(400, 'bad_query', 'The query holds a parameter that is unknown or has a wrong value.', context.requestId, parsed.faults)
    const { standing = '', kind = '', country = '', limit, cursor, format } = parsed.value
    const { results } = await open(c.env)
      .prepare(
        `SELECT * FROM published_organisations WHERE (?1 = '' OR standing = ?1) AND (?2 = '' OR kind = ?2) AND (?3 = '' OR country = ?3)
         ORDER BY ${BY_STANDING}, sort_name, id LIMIT ?4 OFFSET ?5`,
      )
      .bind(standing, kind, country, limit + 1, cursor)
      .all<OrganisationRow>()
    const data = results.slice(0, limit).map((row) => organisationOfApi(row, context))
    if (format === 'csv') return organisationsCsv(data, KEEPING)
    if (format === 'jsonld') return organisationsJsonLd(data, KEEPING)
    const body: v.InferOutput<typeof organisationListSchema> = {
      data,
      next: results.length > limit ? String(cursor + limit) : null,
    }
    return json(body, KEEPING)
  })
  .get('/api/v1/organisations/:slug{[a-z0-9-]+}', async (c) => {
    const { context } = c.env
    const row = await open(c.env).prepare('SELECT * FROM published_organisations WHERE slug = ?').bind(c.req.param('slug')).first<OrganisationRow>()
    return row
      ? json(organisationOfApi(row, context), { tags: [entityTag(row.id), listTag('organisation')] })
      : problem(404, 'not_found', 'There is no organisation at this address.', context.requestId)
  })
