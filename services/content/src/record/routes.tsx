import type { RequestContext } from '@stem/contracts/context'
import { entityTag } from '@stem/contracts/purge'
import { isShipped, localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { file } from '@stem/web/file'
import { page } from '@stem/web/page'
import { type Context, Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { crumbsTo } from '../listing/crumbs.ts'
import { KINDS } from '../listing/kinds.ts'
import { pathOfList, type ListRow } from '../listing/list-kind.ts'
import { tagsOfList } from '../listing/list-tags.ts'
import { answerMissing } from './answer-missing.ts'
import { bibtexOf, type Cited } from './citation.ts'
import { findRecord } from './find-record.ts'
import type { RecordKind, ShownRecord } from './record-kind.ts'
import { RecordPage } from './record-page.tsx'
import { RECORD_KINDS } from './records.tsx'
import { signpost } from '@stem/web/signpost'

// Lists of things that others wrote or do: the coalition describes them.
const OF_OTHERS: readonly string[] = ['publications', 'policy', 'projects']

type Ask = Context<ServiceEnv<Env>>

const permanent = ({ origin }: RequestContext, id: string): string => `${origin}/id/${id}`

/** What the citation of a record is made of; null where records are not cited. */
function citedOf({ citedOf: own }: RecordKind, row: ListRow, shown: ShownRecord, context: RequestContext): Cited | null {
  const via = permanent(context, row.item_id)
  return own ? { ...own(row), title: row.title, url: shown.website ?? via, via, slug: row.slug } : null
}

async function drawRecord(c: Ask, kind: RecordKind, slug: string): Promise<Response> {
  const { context } = c.env
  const { name } = kind
  const found = await findRecord({ db: open(c.env) }, name, slug, context)
  if (found.found !== 'record') return answerMissing(context, name, found)
  const speech = speechOf(context.locale)
  const row = found.record
  const shown = kind.recordOf(row, context)
  const cited = citedOf(kind, row, shown, context)
  const path = `${pathOfList(name)}/${slug}`
  const bib = `${path}.bib`
  const { '@type': type, ...data } = kind.dataOf(row)
  const answer = await page(context, {
    title: shown.title,
    description: shown.summary,
    section: KINDS[name].section,
    crumbs: crumbsTo(speech, { name }, { label: shown.title, lang: shown.language === context.locale ? undefined : shown.language }),
    translated: found.locales.filter(isShipped),
    tags: [entityTag(shown.id), ...tagsOfList(name), ...tagsOfList('practices')],
    ogType: 'article',
    alternates: cited === null ? [] : [{ type: 'application/x-bibtex', title: 'BibTeX', path: bib }],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': type,
        '@id': permanent(context, shown.id),
        name: shown.title,
        ...(type === 'NewsArticle' ? { headline: shown.title } : {}),
        description: shown.summary,
        inLanguage: shown.language,
        url: context.origin + localPath(context.locale, path),
        ...(shown.website === null ? {} : { sameAs: shown.website }),
        ...data,
      },
    ],
    main: (kind.page ?? RecordPage)({
      speech,
      name,
      shown,
      found,
      word: kind.wordOf(speech, row, context.now),
      facts: kind.factsOf(speech, row),
      cited: cited === null ? null : { how: cited, file: bib },
    }),
  })
  answer.headers.set(
    'link',
    signpost({ origin: context.origin, id: shown.id, api: `/api/v1${path}`, bib: cited === null ? null : bib, type, isOwn: !OF_OTHERS.includes(name) }),
  )
  return answer
}

async function recordBibtex(c: Ask, kind: RecordKind, slug: string): Promise<Response> {
  const { context } = c.env
  const found = await findRecord({ db: open(c.env) }, kind.name, slug, context)
  if (found.found === 'moved') return answerMissing(context, kind.name, { ...found, path: `${found.path}.bib` })
  if (found.found !== 'record') return answerMissing(context, kind.name, found)
  const row = found.record
  const cited = citedOf(kind, row, kind.recordOf(row, context), context)
  if (cited === null) return answerMissing(context, kind.name, { found: 'none' })
  return file(bibtexOf(cited), 'application/x-bibtex; charset=utf-8', { tags: [entityTag(row.item_id), ...tagsOfList(kind.name)], filename: `${row.slug}.bib` })
}

/** The page of each record of the usual kind, and its citation for saving. */
export const records = new Hono<ServiceEnv<Env>>()
for (const kind of Object.values(RECORD_KINDS)) {
  const path = pathOfList(kind.name)
  records.get(`${path}/:slug{[a-z0-9-]+}`, (c) => drawRecord(c, kind, c.req.param('slug')))
  if (kind.citedOf) records.get(`${path}/:file{[a-z0-9-]+\\.bib}`, (c) => recordBibtex(c, kind, c.req.param('file').replace(/\.bib$/, '')))
}
