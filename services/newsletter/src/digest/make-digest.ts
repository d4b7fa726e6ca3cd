import type { ContentService, ItemBrief } from '@stem/contracts/content'
import { NEWSLETTER_TOPICS, type NewsletterTopic } from '@stem/contracts/newsletter'
import { formats } from '@stem/i18n/format'
import { SHIPPED } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import { takeTurn } from '@stem/jobs/turns'
import type { Audience } from '../audience/audience.ts'
import { beginDraft } from '../campaigns/save-draft.ts'
import { newBlockId } from '../issue/change-blocks.ts'
import { inEach, MOST_BLOCKS, type Block, type IssueContent } from '../issue/issue.ts'
import { snapshotOf } from '../issue/take-in.ts'
import type { Desk } from '../readers/reader.ts'
import { countDigest, noteRun } from './digest-runs.ts'
import { topicOf } from './topic-of.ts'

/** Who makes a digest: nobody, so whoever releases it is somebody else. */
export const BY_ITSELF = 'system'

const MOST_OF_TOPIC = 8
const DAYS_TO_LOOK = 3
const LOOK = { name: 'newsletter-digest', most: 1, window: 10 * 60_000 }

/** The month before the one of `now` (UTC): its name `YYYY-MM`, where it begins and where it ends. */
export function monthBefore(now: number): { period: string; from: number; to: number } {
  const date = new Date(now)
  const to = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  const from = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1)
  return { period: new Date(from).toISOString().slice(0, 'YYYY-MM'.length), from, to }
}

type Found = Record<(typeof SHIPPED)[number], ItemBrief[]>

/** By topic, in the order of the topics; at most eight of each and as many as fit. */
function grouped(found: Found): { topic: NewsletterTopic; ids: string[] }[] {
  const groups = NEWSLETTER_TOPICS.map((topic) => ({
    topic,
    ids: found.en
      .filter((item) => topicOf(item) === topic)
      .slice(0, MOST_OF_TOPIC)
      .map(({ id }) => id),
  })).filter(({ ids }) => ids.length > 0)
  let room = MOST_BLOCKS - 1 - groups.length
  return groups.map(({ topic, ids }) => {
    const fitting = ids.slice(0, Math.max(room, 1))
    room -= fitting.length
    return { topic, ids: fitting }
  })
}

/** A digest of what was found, in every language of the site. */
export function digestOf(found: Found, period: string): IssueContent {
  const groups = grouped(found).map((group) => ({ ...group, heading: newBlockId(), blocks: group.ids.map((id) => [id, newBlockId()] as const) }))
  const opening = newBlockId()
  return inEach((locale) => {
    const t = translator(locale)
    const month = formats(locale).date(period)
    const byId = new Map(found[locale].map((item) => [item.id, item]))
    const blocks: Block[] = groups.flatMap(({ topic, heading, blocks: items }) => [
      { id: heading, kind: 'heading', text: t(`newsletter.topic.${topic}`) },
      ...items.flatMap(([id, block]): Block[] => {
        const item = byId.get(id)
        return item ? [{ id: block, kind: item.type === 'event' ? 'event' : 'item', item: snapshotOf(item) }] : []
      }),
    ])
    return {
      subject: t('digest.subject', { month }),
      preheader: t('digest.preheader', { topics: formats(locale).list(groups.map(({ topic }) => t(`newsletter.topic.${topic}`))) }),
      blocks: [{ id: opening, kind: 'text', text: t('digest.text', { month }) }, ...blocks],
    }
  })
}

/** Readers of the monthly digest who asked for one of its topics, and, when all of it is of certain countries, for one of these. */
export function audienceOf(items: ItemBrief[]): Audience {
  const topics = NEWSLETTER_TOPICS.filter((topic) => items.some((item) => topicOf(item) === topic))
  const isForAll = items.some(({ country }) => country === null || country === 'EU')
  const countries = isForAll ? [] : [...new Set(items.map(({ country }) => country ?? ''))].sort()
  return { topics, countries: countries as Audience['countries'], locales: [], who: 'all', frequency: 'monthly' }
}

/**
 * Makes the digest of the month before as a draft, once for each month, in the first days of a month; nothing when nothing was published.
 * Run by cron; runs may overlap. Somebody still looks at it, hands it over and releases it.
 */
export async function makeDigest(desk: Desk, content: Pick<ContentService, 'publishedBetween'>, now: number): Promise<'made' | 'there' | 'empty' | 'not_now'> {
  if (new Date(now).getUTCDate() > DAYS_TO_LOOK) return 'not_now'
  const { period, from, to } = monthBefore(now)
  if (await desk.db.prepare('SELECT 1 FROM campaigns WHERE period = ?').bind(period).first()) return 'there'
  if (!(await takeTurn({ db: desk.db, key: desk.tokenKey }, LOOK, period, now))) return 'not_now'
  return writeDigest(desk, content, { period, from, to }, now)
}

/** The digest of a month, made unless it is there: however many do it at once. */
export async function writeDigest(
  { db }: Pick<Desk, 'db'>,
  content: Pick<ContentService, 'publishedBetween'>,
  { period, from, to }: ReturnType<typeof monthBefore>,
  now: number,
): Promise<'made' | 'there' | 'empty'> {
  const lists = await Promise.all(SHIPPED.map((locale) => content.publishedBetween(from, to, { locale, now })))
  const found = Object.fromEntries(SHIPPED.map((locale, index) => [locale, lists[index] ?? []])) as Found
  const counts = countDigest(found)
  if (found.en.length === 0) {
    await noteRun(db, { period, at: now, outcome: 'empty', campaignId: null, counts }).run()
    return 'empty'
  }
  const written = {
    name: translator('en')('digest.subject', { month: formats('en').date(period) }),
    content: digestOf(found, period),
    audience: audienceOf(found.en),
    countsLinks: false,
  }
  try {
    await beginDraft(
      { db },
      written,
      { who: BY_ITSELF, kind: 'digest', period, rest: (id) => [noteRun(db, { period, at: now, outcome: 'made', campaignId: id, counts })] },
      now,
    )
    return 'made'
  } catch (thrown) {
    if (thrown instanceof Error && thrown.message.includes('UNIQUE constraint failed: campaigns.period')) return 'there'
    throw thrown
  }
}
