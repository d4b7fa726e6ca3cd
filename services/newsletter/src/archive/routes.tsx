import { listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { atom } from '@stem/web/atom'
import { file } from '@stem/web/file'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { archiveTags } from './archive-issue.ts'
import { ArchivePage } from './archive-page.tsx'
import { findIssue, findIssues } from './find-issues.ts'
import { ArchivedIssuePage } from './issue-page.tsx'

const TAGS = [listTag('newsletter')]
const MOST_IN_FEED = 50

// A missing issue is tagged too, so that it comes up at once when it is put there.
const missing = (status: 404 | 410) =>
  new Response(null, { status, headers: { 'cache-control': 'public, max-age=60, stale-while-revalidate=600', 'cache-tag': listTag('newsletter') } })

/** Earlier issues for everybody: pages in each language, and feeds. */
export const archive = new Hono<ServiceEnv<Env>>()
  .get('/newsletter/archive', async (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const at = (path: string) => localPath(context.locale, path)
    return page(context, {
      title: speech.t('archive.title'),
      description: speech.t('archive.lead'),
      crumbs: [{ label: speech.t('newsletter.title'), path: '/newsletter' }, { label: speech.t('archive.title') }],
      tags: TAGS,
      alternates: [
        { type: 'application/atom+xml', title: speech.t('archive.feed'), path: at('/newsletter/archive.atom') },
        { type: 'application/feed+json', title: speech.t('archive.feed'), path: at('/newsletter/archive.json') },
      ],
      main: <ArchivePage speech={speech} issues={(await findIssues(open(c.env), context.locale)).issues} />,
    })
  })
  .get('/newsletter/archive.atom', async (c) => {
    const { context } = c.env
    const { t } = speechOf(context.locale)
    const { issues } = await findIssues(open(c.env), context.locale, { limit: MOST_IN_FEED })
    const at = (path: string) => `${context.origin}${localPath(context.locale, path)}`
    return atom(
      {
        id: at('/newsletter/archive.atom'),
        title: t('archive.feed'),
        subtitle: t('archive.lead'),
        link: at('/newsletter/archive'),
        self: at('/newsletter/archive.atom'),
        locale: context.locale,
        author: 'EU STEM Coalition',
        updatedAt: Math.max(0, ...issues.map(({ archivedAt }) => archivedAt)),
      },
      issues.map(({ slug, text, sentAt }) => ({
        id: at(`/newsletter/archive/${slug}`),
        title: text.subject,
        summary: text.preheader,
        link: at(`/newsletter/archive/${slug}`),
        updatedAt: sentAt,
      })),
      { tags: TAGS },
    )
  })
  .get('/newsletter/archive.json', async (c) => {
    const { context } = c.env
    const { t } = speechOf(context.locale)
    const { issues } = await findIssues(open(c.env), context.locale, { limit: MOST_IN_FEED })
    const at = (path: string) => `${context.origin}${localPath(context.locale, path)}`
    // https://www.jsonfeed.org/version/1.1/
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: t('archive.feed'),
      description: t('archive.lead'),
      home_page_url: at('/newsletter/archive'),
      feed_url: at('/newsletter/archive.json'),
      language: context.locale,
      authors: [{ name: 'EU STEM Coalition', url: context.origin }],
      items: issues.map(({ slug, locale, text, sentAt }) => ({
        id: at(`/newsletter/archive/${slug}`),
        url: at(`/newsletter/archive/${slug}`),
        title: text.subject,
        content_text: text.preheader,
        language: locale,
        date_published: new Date(sentAt).toISOString(),
      })),
    }
    return file(JSON.stringify(feed), 'application/feed+json; charset=utf-8', { tags: TAGS })
  })
  .get('/newsletter/archive/:slug{[a-z0-9-]+}', async (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const issue = await findIssue(open(c.env), c.req.param('slug'), context.locale)
    if (issue === null) return missing(404)
    if (issue === 'gone') return missing(410)
    return page(context, {
      title: issue.text.subject,
      description: issue.text.preheader,
      crumbs: [
        { label: speech.t('newsletter.title'), path: '/newsletter' },
        { label: speech.t('archive.title'), path: '/newsletter/archive' },
        { label: issue.text.subject, lang: issue.locale === context.locale ? undefined : issue.locale },
      ],
      translated: issue.locales,
      ogType: 'article',
      tags: archiveTags(issue.id),
      main: <ArchivedIssuePage speech={speech} issue={issue} origin={context.origin} />,
    })
  })
