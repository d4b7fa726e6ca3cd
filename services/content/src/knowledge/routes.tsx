import { LIST_NAMES } from '@stem/contracts/lists'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { tagsOfList } from '../listing/list-tags.ts'
import { countLists } from './count-lists.ts'
import { KnowledgePage } from './knowledge-page.tsx'

/** The way to every list. */
export const knowledge = new Hono<ServiceEnv<Env>>().get('/knowledge', async (c) => {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const title = speech.t('knowledge.title')
  return page(context, {
    title,
    description: speech.t('knowledge.description'),
    crumbs: [{ label: title }],
    tags: LIST_NAMES.flatMap(tagsOfList),
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name: title,
        url: context.origin + localPath(context.locale, '/knowledge'),
        inLanguage: context.locale,
        hasPart: LIST_NAMES.map((name) => ({
          '@type': 'CollectionPage',
          name: speech.t(`list.${name}.title`),
          url: context.origin + localPath(context.locale, `/${name}`),
        })),
      },
    ],
    main: <KnowledgePage speech={speech} counts={await countLists({ db: open(c.env) })} />,
  })
})
