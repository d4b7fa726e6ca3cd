import type { RequestContext } from '@stem/contracts/context'
import type { TimelineEntry } from '@stem/contracts/content'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC, timelineEntryOf, type CardRow } from '../facts/card.ts'

/** Somebody's words about the coalition: quoted only where the source holds a quote. */
export type Testimonial = { id: string; person: string; role: string | null; quote: string | null; said: string; sourceUrl: string | null; locale: string }
/** An EU project that carried the coalition's work. */
export type Project = TimelineEntry & { programme: string | null; reference: string | null; url: string | null }
/** What the page about the coalition shows. */
export type History = { assemblies: TimelineEntry[]; projects: Project[]; testimonials: Testimonial[] }

/** Assemblies, projects and testimonials, in one round trip. */
export async function findHistory({ db }: { db: D1Database }, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<History> {
  const cards = (condition: string) =>
    db
      .prepare(`SELECT ${CARD_COLUMNS} FROM published p ${CARD_TEXT} WHERE ${IN_PUBLIC} AND ${condition} ORDER BY p.sort_date, p.sort_title LIMIT 100`)
      .bind(locale, now)
  const [assemblies, projects, quotes] = await db.batch([cards("p.type = 'event'"), cards("p.type = 'eu-project'"), cards("p.type = 'quote'")])
  const rows = (result: D1Result | undefined) => (result?.results ?? []) as CardRow[]
  return {
    assemblies: rows(assemblies)
      .map(timelineEntryOf)
      .filter(({ form }) => form === 'general-assembly'),
    projects: rows(projects).map((row) => {
      const doc = JSON.parse(row.doc) as Pick<Project, 'programme' | 'reference' | 'url'>
      return { ...timelineEntryOf(row), programme: doc.programme ?? null, reference: doc.reference ?? null, url: doc.url ?? null }
    }),
    testimonials: rows(quotes).map((row) => {
      const doc = JSON.parse(row.doc) as { role: string | null; quote: string | null; sourceUrl: string | null }
      return { id: row.item_id, person: row.title, role: doc.role, quote: doc.quote, said: row.summary, sourceUrl: doc.sourceUrl, locale: row.locale }
    }),
  }
}
