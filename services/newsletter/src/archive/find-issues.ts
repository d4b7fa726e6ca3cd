import type { SitemapEntry } from '@stem/contracts/sitemap'
import { DEFAULT_LOCALE, type ShippedLocale } from '@stem/i18n/locales'
import type { Campaign } from '../campaigns/campaign.ts'
import { completeIn, languageFor, type IssueContent, type IssueText } from '../issue/issue.ts'
import { contentOf } from '../issue/version-of.ts'

/** An issue as everybody may read it: what was sent, and nothing about anybody it was sent to. */
export type ArchivedIssue = {
  id: string
  slug: string
  /** Language of the text: the one asked for, or the one there is. */
  locale: ShippedLocale
  /** Languages in which it was sent. */
  locales: ShippedLocale[]
  text: IssueText
  /** Epoch milliseconds when it went out. */
  sentAt: number
  archivedAt: number
}

type Row = { id: string; slug: string; content: string; sentAt: number; archivedAt: number }

// The one condition of everything public here; what is a draft or was not sent never meets it.
const IN_PUBLIC = "archived_at IS NOT NULL AND slug IS NOT NULL AND started_at IS NOT NULL AND state IN ('running', 'paused', 'finished')"
const COLUMNS = 'id, slug, content, started_at AS sentAt, archived_at AS archivedAt'
const MOST = 200

function issueOf({ id, slug, content, sentAt, archivedAt }: Row, locale: ShippedLocale): ArchivedIssue[] {
  const said: IssueContent = contentOf({ content: JSON.parse(content) as Campaign['content'] })
  const own = languageFor(said, locale)
  return own === null ? [] : [{ id, slug, locale: own, locales: completeIn(said), text: said[own], sentAt, archivedAt }]
}

/** Issues in the archive, the newest first; without `limit` the first 200. `more`: whether others follow. */
export async function findIssues(
  db: D1Database,
  locale: ShippedLocale,
  { limit = MOST, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<{ issues: ArchivedIssue[]; more: boolean }> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM campaigns WHERE ${IN_PUBLIC} ORDER BY started_at DESC, id LIMIT ? OFFSET ?`)
    .bind(limit + 1, offset)
    .all<Row>()
  return { issues: results.slice(0, limit).flatMap((row) => issueOf(row, locale)), more: results.length > limit }
}

/** Addresses of all issues in the archive. */
export async function sitemap({ db }: { db: D1Database }): Promise<SitemapEntry[]> {
  const { results } = await db.prepare(`SELECT ${COLUMNS} FROM campaigns WHERE ${IN_PUBLIC} ORDER BY started_at DESC, id LIMIT 5000`).all<Row>()
  return results
    .flatMap((row) => issueOf(row, DEFAULT_LOCALE))
    .map(({ slug, locales, archivedAt }) => ({ path: `/newsletter/archive/${slug}`, locales, updatedAt: archivedAt }))
}

/** An issue by its address; `gone` for one that was taken out, null for none. */
export async function findIssue(db: D1Database, slug: string, locale: ShippedLocale): Promise<ArchivedIssue | 'gone' | null> {
  const row = await db.prepare(`SELECT ${COLUMNS}, ${IN_PUBLIC} AS shown FROM campaigns WHERE slug = ?`).bind(slug).first<Row & { shown: number }>()
  if (!row) return null
  return row.shown === 1 ? (issueOf(row, locale)[0] ?? 'gone') : 'gone'
}
