import { LIST_NAMES, LISTS } from '@stem/contracts/lists'
import { listTag } from '@stem/contracts/purge'
import { SITEMAP_GROUP } from '@stem/contracts/sitemap'
import type { ServiceEnv } from '@stem/web/app'
import { file } from '@stem/web/file'
import { Hono } from 'hono'
import type { Env } from '../../env.ts'
import { FIXED } from './fixed-pages.ts'
import { indexOf, urlsOf, type Entry, type Part } from './sitemap-xml.ts'

const HOUR = 60 * 60
const XML = 'application/xml; charset=utf-8'
const ITEM_TAGS = [...LIST_NAMES.flatMap((name) => LISTS[name].types.map(listTag)), listTag('indicator')]
const ORGANISATION_TAGS = [listTag('organisation')]
const ISSUE_TAGS = [listTag('newsletter')]

/** `entries` in portions of a file each, by a name with the number of the portion. */
const portions = (name: string, entries: Entry[]): { file: string; entries: Entry[] }[] =>
  Array.from({ length: Math.ceil(entries.length / SITEMAP_GROUP) }, (_, index) => ({
    file: `${name}-${index}.xml`,
    entries: entries.slice(index * SITEMAP_GROUP, (index + 1) * SITEMAP_GROUP),
  }))

const partOf = ({ file: name, entries }: { file: string; entries: Entry[] }): Part => ({
  file: name,
  updatedAt: Math.max(...entries.map(({ updatedAt }) => updatedAt ?? 0)),
})

/** What a file of the sitemap holds, and by which tags it is purged; nothing for a name that is none. */
async function entriesOf(name: string, { CONTENT, MEMBERS, NEWSLETTER, context }: ServiceEnv<Env>['Bindings']): Promise<{ entries: Entry[]; tags: string[] }> {
  const [, kind, number = ''] = /^([a-z]+)(?:-(\d{1,7}))?\.xml$/.exec(name) ?? []
  const portion = (entries: Entry[]) => portions(kind ?? '', entries).find((one) => one.file === name)?.entries ?? []
  if (name === 'pages.xml') return { entries: FIXED, tags: [] }
  if (kind === 'items' && number !== '') return { entries: await CONTENT.sitemapFile(Number(number), context.now), tags: ITEM_TAGS }
  if (kind === 'organisations') return { entries: portion(await MEMBERS.sitemap()), tags: ORGANISATION_TAGS }
  if (kind === 'issues') return { entries: portion(await NEWSLETTER.sitemap()), tags: ISSUE_TAGS }
  return { entries: [], tags: [] }
}

/** The sitemap (sitemaps.org 0.9) of everything public: an index and its files; and robots.txt that names it. */
export const sitemap = new Hono<ServiceEnv<Env>>()
  .get('/sitemap.xml', async (c) => {
    const { context, CONTENT, MEMBERS, NEWSLETTER } = c.env
    const [groups, organisations, issues] = await Promise.all([CONTENT.sitemapGroups(context.now), MEMBERS.sitemap(), NEWSLETTER.sitemap()])
    const parts: Part[] = [
      { file: 'pages.xml', updatedAt: null },
      ...groups.map(({ group, updatedAt }) => ({ file: `items-${group}.xml`, updatedAt })),
      ...portions('organisations', organisations).map(partOf),
      ...portions('issues', issues).map(partOf),
    ]
    return file(indexOf(context.origin, parts), XML, { tags: [...ITEM_TAGS, ...ORGANISATION_TAGS, ...ISSUE_TAGS], maxAge: HOUR })
  })
  .get('/sitemaps/:file{[a-z]+(?:-[0-9]+)?\\.xml}', async (c) => {
    const { entries, tags } = await entriesOf(c.req.param('file'), c.env)
    return entries.length === 0 ? c.notFound() : file(urlsOf(c.env.context.origin, entries), XML, { tags, maxAge: HOUR })
  })
  .get('/robots.txt', (c) =>
    file(`User-agent: *\nDisallow: /preferences/\nDisallow: /console\n\nSitemap: ${c.env.context.origin}/sitemap.xml\n`, 'text/plain; charset=utf-8', {
      tags: [],
      maxAge: HOUR,
    }),
  )
