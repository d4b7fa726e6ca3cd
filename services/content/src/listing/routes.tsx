import { LIST_FILES, LISTS, type ListFace } from '@stem/contracts/lists'
import { entityTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { atom } from '@stem/web/atom'
import { csv } from '@stem/web/csv'
import { json } from '@stem/web/file'
import { freshFor } from '@stem/web/fresh-for'
import { jsonFeed } from '@stem/web/json-feed'
import { page } from '@stem/web/page'
import { type Context, Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { crumbsTo } from './crumbs.ts'
import { findList } from './find-list.ts'
import { KINDS } from './kinds.ts'
import { pathOfList, type ListKind } from './list-kind.ts'
import { ListPage } from './list-page.tsx'
import { isNarrowed, readListQuery, writeListQuery } from './list-query.ts'
import { tagsOfList } from './list-tags.ts'

const MOST_IN_FILE = 5000
const MOST_IN_FEED = 50
const AUTHOR = 'EU STEM Coalition'
const FEED_TYPES = { atom: 'application/atom+xml', 'feed.json': 'application/feed+json' } as const

type Ask = Context<ServiceEnv<Env>>

async function drawList(c: Ask, kind: ListKind): Promise<Response> {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const list: ListFace = LISTS[kind.name]
  const path = pathOfList(kind.name)
  const query = readListQuery(list, new URL(c.req.url).searchParams)
  const found = await findList({ db: open(c.env) }, kind.name, query, context)
  const written = writeListQuery(list, query)
  const title = speech.t(`list.${kind.name}.title`)
  return page(context, {
    title,
    description: speech.t(`list.${kind.name}.description`),
    section: kind.section,
    crumbs: crumbsTo(speech, kind),
    query: written,
    noindex: isNarrowed(query) || query.sort !== list.sorts[0],
    tags: tagsOfList(kind.name),
    maxAge: freshFor(context.now),
    alternates: Object.entries(FEED_TYPES).map(([extension, type]) => ({
      type,
      title: speech.t(`list.${kind.name}.feed`),
      path: `${localPath(context.locale, `${path}.${extension}`)}${written === '' ? '' : `?${written}`}`,
    })),
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name: title,
        url: context.origin + localPath(context.locale, path),
        inLanguage: context.locale,
      },
    ],
    main: <ListPage speech={speech} now={context.now} kind={kind} query={query} found={found} />,
  })
}

async function recordsOf(c: Ask, kind: ListKind, limit: number, newest: boolean) {
  const { context } = c.env
  const query = readListQuery(LISTS[kind.name], new URL(c.req.url).searchParams)
  const asked = newest ? { ...query, sort: 'newest' as const } : query
  const found = await findList({ db: open(c.env) }, kind.name, asked, context, { limit, offset: 0, whole: true })
  return { query, records: found.rows.map((row) => kind.recordOf(row, context)) }
}

/** Records as a CSV file; lists in a cell are separated by semicolons. */
async function listCsv(c: Ask, kind: ListKind): Promise<Response> {
  const { records } = await recordsOf(c, kind, MOST_IN_FILE, false)
  const columns = Object.keys(LISTS[kind.name].schema.entries)
  const rows = records.map((record) => {
    const cells = new Map<string, unknown>(Object.entries(record))
    return columns.map((column) => {
      const cell = cells.get(column) ?? null
      return Array.isArray(cell) ? cell.join('; ') : typeof cell === 'number' || cell === null ? cell : String(cell)
    })
  })
  return csv(columns, rows, { tags: tagsOfList(kind.name), maxAge: freshFor(c.env.context.now), filename: `${kind.name}.csv` })
}

async function listFeed(c: Ask, kind: ListKind, extension: keyof typeof FEED_TYPES): Promise<Response> {
  const { context } = c.env
  const { t } = speechOf(context.locale)
  const { query, records } = await recordsOf(c, kind, MOST_IN_FEED, true)
  const list: ListFace = LISTS[kind.name]
  const path = pathOfList(kind.name)
  const written = writeListQuery(list, { ...query, page: 1, sort: list.sorts[0] })
  const at = (end: string) => `${context.origin}${localPath(context.locale, path + end)}${written === '' ? '' : `?${written}`}`
  return (extension === 'atom' ? atom : jsonFeed)(
    {
      id: at(`.${extension}`),
      title: t(`list.${kind.name}.feed`),
      subtitle: t(`list.${kind.name}.description`),
      link: at(''),
      self: at(`.${extension}`),
      locale: context.locale,
      author: AUTHOR,
      updatedAt: Math.max(0, ...records.map(({ updatedAt }) => Date.parse(updatedAt))),
    },
    records.map(({ id, title, summary, url, updatedAt, language }) => ({
      id: `${context.origin}/id/${id}`,
      title,
      summary,
      link: url,
      updatedAt: Date.parse(updatedAt),
      locale: language,
    })),
    { tags: [...tagsOfList(kind.name), ...records.map(({ id }) => entityTag(id))], maxAge: freshFor(context.now) },
  )
}

const FILES: Record<(typeof LIST_FILES)[number], (c: Ask, kind: ListKind) => Promise<Response>> = {
  csv: listCsv,
  json: async (c, kind) =>
    json({ data: (await recordsOf(c, kind, MOST_IN_FILE, false)).records }, { tags: tagsOfList(kind.name), maxAge: freshFor(c.env.context.now) }),
  atom: (c, kind) => listFeed(c, kind, 'atom'),
  'feed.json': (c, kind) => listFeed(c, kind, 'feed.json'),
}

/** Every list, and the same query as files and feeds. */
export const lists = new Hono<ServiceEnv<Env>>()
for (const kind of Object.values(KINDS)) {
  lists.get(pathOfList(kind.name), (c) => drawList(c, kind))
  for (const extension of LIST_FILES) lists.get(`${pathOfList(kind.name)}.${extension}`, (c) => FILES[extension](c, kind))
}
