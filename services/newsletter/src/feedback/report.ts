import { FAILURE_KINDS } from '@stem/mail/failure'
import type { FeedbackKind } from './feedback.ts'

/** A domain of receivers is shown when so many mails or more went there: fewer could tell of one person. */
export const LEAST_MAILS = 10
const MOST_SHOWN = 20

/** What became of a campaign, counted from its rows at this moment. */
export type Report = {
  accepted: number
  rejected: number
  unknown: number
  /** Null: nobody told whether any arrived, because the way they left does not say so. */
  delivered: number | null
  /** Readers by what was heard of their mail; nobody twice in one kind. */
  heard: Partial<Record<FeedbackKind, number>>
  codes: { kind: FeedbackKind; code: string | null; n: number }[]
  /** Domains with failures, and how many mails went there. */
  domains: { domain: string; mails: number; failed: number }[]
  /** Who left by a link or address of this campaign, from the ledger. */
  left: number
  links: { url: string; n: number }[]
}

const FAILURES = JSON.stringify(FAILURE_KINDS)

/** Counts what was heard of a campaign. What was undone does not count. */
export async function reportOf(db: D1Database, campaignId: string): Promise<Report> {
  const [states, kinds, codes, domains, left, links] = await db.batch([
    db
      .prepare(
        `SELECT coalesce(sum(state = 'accepted'), 0) AS accepted, coalesce(sum(state = 'rejected'), 0) AS rejected, coalesce(sum(state = 'unknown'), 0) AS unknown,
           coalesce(sum(heard IN ('delivered', 'replied', 'complained')), 0) AS arrived, coalesce(sum(heard = 'delivered'), 0) AS told
         FROM deliveries WHERE campaign_id = ?`,
      )
      .bind(campaignId),
    db.prepare('SELECT kind, count(DISTINCT address_key) AS n FROM feedback WHERE campaign_id = ? AND undone_at IS NULL GROUP BY kind').bind(campaignId),
    db
      .prepare(
        `SELECT kind, code, count(DISTINCT address_key) AS n FROM feedback
         WHERE campaign_id = ?1 AND undone_at IS NULL AND kind IN (SELECT value FROM json_each(?2)) GROUP BY kind, code ORDER BY n DESC, kind, code LIMIT ${MOST_SHOWN}`,
      )
      .bind(campaignId, FAILURES),
    db
      .prepare(
        `WITH failed AS (SELECT DISTINCT address_key FROM feedback WHERE campaign_id = ?1 AND undone_at IS NULL AND kind IN (SELECT value FROM json_each(?2)))
         SELECT d.domain, count(*) AS mails, count(failed.address_key) AS failed
         FROM deliveries d LEFT JOIN failed ON failed.address_key = d.address_key
         WHERE d.campaign_id = ?1 AND d.domain <> '' AND d.called_at IS NOT NULL
         GROUP BY d.domain HAVING count(*) >= ${LEAST_MAILS} AND count(failed.address_key) > 0 ORDER BY failed DESC, d.domain LIMIT ${MOST_SHOWN}`,
      )
      .bind(campaignId, FAILURES),
    db.prepare("SELECT count(DISTINCT address_key) AS n FROM consents WHERE kind = 'withdrawn' AND detail ->> 'campaign' = ?").bind(campaignId),
    db.prepare('SELECT url, n FROM link_counts WHERE campaign_id = ? ORDER BY n DESC, url').bind(campaignId),
  ])
  const [counted] = (states?.results ?? []) as { accepted: number; rejected: number; unknown: number; arrived: number; told: number }[]
  const { accepted = 0, rejected = 0, unknown = 0, arrived = 0, told = 0 } = counted ?? {}
  return {
    accepted,
    rejected,
    unknown,
    delivered: told === 0 ? null : arrived,
    heard: Object.fromEntries(((kinds?.results ?? []) as { kind: FeedbackKind; n: number }[]).map(({ kind, n }) => [kind, n])),
    codes: (codes?.results ?? []) as Report['codes'],
    domains: (domains?.results ?? []) as Report['domains'],
    left: ((left?.results ?? []) as { n: number }[])[0]?.n ?? 0,
    links: (links?.results ?? []) as Report['links'],
  }
}

/** A report as rows for a spreadsheet: what it is about, of what, how many. */
export const reportRows = ({ accepted, rejected, unknown, delivered, heard, codes, domains, left, links }: Report): (string | number | null)[][] => [
  ['accepted', null, accepted],
  ['rejected', null, rejected],
  ['unknown', null, unknown],
  ...(delivered === null ? [] : [['delivered', null, delivered]]),
  ...Object.entries(heard).map(([kind, n]) => [kind, null, n]),
  ['left', null, left],
  ...codes.map(({ kind, code, n }) => [`${kind} by code`, code, n]),
  ...domains.flatMap(({ domain, mails, failed }) => [
    ['mails by domain', domain, mails],
    ['failed by domain', domain, failed],
  ]),
  ...links.map(({ url, n }) => ['link', url, n]),
]
