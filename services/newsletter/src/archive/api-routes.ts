import { issueListSchema, issueSchema, type IssueOfApi } from '@stem/contracts/api-newsletter'
import { listTag } from '@stem/contracts/purge'
import { localPath, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import type { ServiceEnv } from '@stem/web/app'
import { json } from '@stem/web/file'
import { problem } from '@stem/web/problem'
import { parseQuery, wholeNumber } from '@stem/web/query'
import { Hono } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { issueText } from '../issue/render-issue.ts'
import { archiveTags } from './archive-issue.ts'
import { findIssue, findIssues, type ArchivedIssue } from './find-issues.ts'

const MOST = 100
const LAST = 100_000
const language = v.optional(v.picklist(SHIPPED, 'must be a shipped language'), 'en')
const listQuery = v.strictObject({ language, limit: v.optional(wholeNumber(1, MOST), '50'), cursor: v.optional(wholeNumber(0, LAST), '0') })
const issueQuery = v.strictObject({ language })
const BAD_QUERY = 'The query holds a parameter that is unknown or has a wrong value.'

/** An issue for programs; its address is that of the page in the language asked for. */
const issueOfApi = ({ slug, locale, locales, text, sentAt }: ArchivedIssue, origin: string, asked: ShippedLocale): IssueOfApi => ({
  slug,
  url: origin + localPath(asked, `/newsletter/archive/${slug}`),
  language: locale,
  languages: locales,
  subject: text.subject,
  preheader: text.preheader,
  sentAt: new Date(sentAt).toISOString(),
})

/** Earlier issues for programs. */
export const archiveApi = new Hono<ServiceEnv<Env>>()
  .get('/api/v1/newsletter/issues', async (c) => {
    const { origin, requestId } = c.env.context
    const parsed = parseQuery(new URL(c.req.url).searchParams, listQuery)
    if (!parsed.ok) return problem(400, 'bad_query', BAD_QUERY, requestId, parsed.faults)
    const { language: asked, limit, cursor } = parsed.value
    const { issues, more } = await findIssues(open(c.env), asked, { limit, offset: cursor })
    const body: v.InferOutput<typeof issueListSchema> = {
      data: issues.map((issue) => issueOfApi(issue, origin, asked)),
      next: more ? String(cursor + limit) : null,
    }
    return json(body, { tags: [listTag('newsletter')] })
  })
  .get('/api/v1/newsletter/issues/:slug{[a-z0-9-]+}', async (c) => {
    const { origin, requestId } = c.env.context
    const parsed = parseQuery(new URL(c.req.url).searchParams, issueQuery)
    if (!parsed.ok) return problem(400, 'bad_query', BAD_QUERY, requestId, parsed.faults)
    const { language: asked } = parsed.value
    const issue = await findIssue(open(c.env), c.req.param('slug'), asked)
    if (issue === null) return problem(404, 'not_found', 'There is no issue at this address.', requestId)
    if (issue === 'gone') return problem(410, 'withdrawn', 'This issue was taken out of the archive.', requestId)
    const body: v.InferOutput<typeof issueSchema> = {
      ...issueOfApi(issue, origin, asked),
      text: issueText(issue.text, { origin, locale: issue.locale }).join('\n\n'),
    }
    return json(body, { tags: archiveTags(issue.id) })
  })
