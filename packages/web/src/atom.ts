import { Feed } from 'feed'
import { file, type Keeping } from './file.ts'

/** What a feed says of itself. `id` and `link` are absolute addresses that never change. */
export type AtomFeed = { id: string; title: string; subtitle: string; link: string; self: string; locale: string; updatedAt: number; author: string }
/** One entry. `locale`: language of its texts. */
export type AtomEntry = { id: string; title: string; summary: string; link: string; updatedAt: number; publishedAt?: number; locale?: string }

// The feed declares its texts as HTML, so plain text must be written as HTML says it.
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const asHtml = (text: string): string => text.replaceAll(/[&<>]/g, (letter) => ESCAPES[letter] ?? letter)

/** An Atom feed (RFC 4287). Texts are plain. */
export function atom(about: AtomFeed, entries: AtomEntry[], keeping: Keeping): Response {
  const feed = new Feed({
    id: about.id,
    title: about.title,
    description: about.subtitle,
    link: about.link,
    language: about.locale,
    updated: new Date(about.updatedAt),
    author: { name: about.author },
    copyright: about.author,
    feedLinks: { atom: about.self },
    generator: about.author,
  })
  for (const { id, title, summary, link, updatedAt } of entries) {
    feed.addItem({ id, title: asHtml(title), link, description: asHtml(summary), date: new Date(updatedAt) })
  }
  const xml = feed.atom1().replace('<feed ', `<feed xml:lang="${about.locale}" `)
  return file(xml, 'application/atom+xml; charset=utf-8', keeping)
}
