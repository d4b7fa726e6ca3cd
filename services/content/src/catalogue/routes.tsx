import { LICENCE } from '@stem/contracts/licence'
import { LIST_NAMES } from '@stem/contracts/lists'
import { listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { file, kept } from '@stem/web/file'
import { page } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { tagsOfList } from '../listing/list-tags.ts'
import { describeCatalogue } from './describe-catalogue.ts'
import { DownloadPage } from './download-page.tsx'
import { everything } from './everything.ts'
import { findCatalogue } from './find-catalogue.ts'
import { jsonLdOf, turtleOf } from './write-catalogue.ts'

type Ask = Context<ServiceEnv<Env>>

const tags = [...LIST_NAMES.flatMap(tagsOfList), listTag('indicator')]
const keeping = { tags, maxAge: 3600 }
const graphOf = async (c: Ask) => describeCatalogue(c.env.context.origin, await findCatalogue({ db: open(c.env) }, c.env.context), c.env.ADMIN_ADDRESS)

/** The catalogue of data for portals (DCAT-AP 3) as Turtle and as JSON-LD; everything as files, and as one. */
export const catalogue = new Hono<ServiceEnv<Env>>()
  .get('/data/catalogue.ttl', async (c) => file(turtleOf(await graphOf(c)), 'text/turtle; charset=utf-8', keeping))
  .get('/data/catalogue.jsonld', async (c) => file(JSON.stringify(jsonLdOf(await graphOf(c))), 'application/ld+json; charset=utf-8', keeping))
  .get(
    '/data/everything.ndjson',
    (c) =>
      new Response(everything({ db: open(c.env) }, c.env.context), {
        headers: {
          'content-type': 'application/x-ndjson; charset=utf-8',
          'content-disposition': 'attachment; filename="eu-stem-coalition.ndjson"',
          ...kept(keeping),
        },
      }),
  )
  .get('/data/download', (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const title = speech.t('data.download.title')
    return page(context, {
      title,
      description: speech.t('data.download.lead'),
      crumbs: [{ label: speech.t('data.title'), path: '/data' }, { label: title }],
      tags: [],
      alternates: [
        { type: 'text/turtle', title: 'DCAT-AP', path: '/data/catalogue.ttl' },
        { type: 'application/ld+json', title: 'DCAT-AP', path: '/data/catalogue.jsonld' },
      ],
      jsonLd: [
        {
          '@context': 'https://schema.org',
          '@type': 'DataCatalog',
          name: speech.t('data.catalogue.title'),
          url: context.origin + localPath(context.locale, '/data/download'),
          license: LICENCE.url,
        },
      ],
      main: <DownloadPage speech={speech} />,
    })
  })
