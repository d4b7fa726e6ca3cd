import type { AtomEntry, AtomFeed } from './atom.ts'
import { file, type Keeping } from './file.ts'

/** A feed in JSON (https://www.jsonfeed.org/version/1.1/), of the same entries as the Atom feed beside it. Texts are plain. */
export function jsonFeed(about: AtomFeed, entries: AtomEntry[], keeping: Keeping): Response {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: about.title,
    description: about.subtitle,
    home_page_url: about.link,
    feed_url: about.self,
    language: about.locale,
    authors: [{ name: about.author }],
    items: entries.map(({ id, title, summary, link, updatedAt, publishedAt, locale }) => ({
      id,
      url: link,
      title,
      content_text: summary,
      ...(publishedAt === undefined ? {} : { date_published: new Date(publishedAt).toISOString() }),
      date_modified: new Date(updatedAt).toISOString(),
      ...(locale === undefined ? {} : { language: locale }),
    })),
  }
  return file(JSON.stringify(feed), 'application/feed+json; charset=utf-8', keeping)
}
