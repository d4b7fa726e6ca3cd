import { localPath } from '@stem/i18n/locales'
import type { Child } from 'hono/jsx'
import { CountryChip } from './country-chip.tsx'
import { type Speech, termName } from './speech.tsx'

/** One row: the whole of it is the link, if there is one. `lang`: language of the text when it is not the page's. `id`: of the row, for links to it. */
export type Row = {
  country: string | null
  href: string | null
  title: Child
  summary?: Child
  lang?: string
  meta?: string[]
  id?: string
}

/** Rows with a hairline between them. `level`: heading level of the titles. */
export const RowList = ({ speech, rows, level = 3 }: { speech: Speech; rows: Row[]; level?: 2 | 3 }) => (
  <ul class="rows">
    {rows.map(({ country, href, title, summary, lang, meta = [], id }) => {
      const foreign = lang === undefined || lang === speech.locale ? undefined : lang
      const link =
        href === null ? (
          <span lang={foreign}>{title}</span>
        ) : (
          <a href={href} lang={foreign}>
            {title}
          </a>
        )
      return (
        <li id={id}>
          <CountryChip speech={speech} country={country} />
          {level === 2 ? <h2>{link}</h2> : <h3>{link}</h3>}
          {summary && (
            <p class="s" lang={foreign}>
              {summary}
            </p>
          )}
          {meta.length > 0 && (
            <p class="meta">
              {meta.map((part) => (
                <span>{part}</span>
              ))}
            </p>
          )}
        </li>
      )
    })}
  </ul>
)

/** What a practice shows in a list; the shape of a card of the content service. */
export type PracticeCard = {
  slug: string
  title: string
  summary: string
  locale: string
  country: string | null
  levels: string[]
  startYear: number | null
  form: string | null
}

/** The row of a practice. */
export const practiceRow = (speech: Speech, card: PracticeCard): Row => ({
  country: card.country,
  href: localPath(speech.locale, `/practices/${card.slug}`),
  title: card.title,
  summary: card.summary,
  lang: card.locale,
  meta: [
    ...(card.form === null ? [] : [termName(speech, 'form', card.form)]),
    ...(card.levels.length === 0 ? [] : [card.levels.map((level) => termName(speech, 'level', level)).join(', ')]),
    ...(card.startYear === null ? [] : [speech.t('chrome.since', { year: card.startYear })]),
  ],
})

/** The row of a publication or of news by its card; without its summary. */
export const publicationRow = (
  speech: Speech,
  {
    country,
    path,
    title,
    locale,
    form,
    date,
  }: { country: string | null; path: string; title: string; locale: string; form: string | null; date: string | null },
): Row => ({
  country,
  href: localPath(speech.locale, path),
  title,
  lang: locale,
  meta: [...(form === null ? [] : [termName(speech, 'publication', form)]), ...(date === null ? [] : [speech.f.date(date)])],
})

/** A section in report rhythm: heading at the side, content beside it. */
export const ReportSection = ({ id, title, side, children }: { id: string; title: string; side?: Child; children: Child }) => (
  <section class="w sh" aria-labelledby={id}>
    <header>
      <h2 id={id}>{title}</h2>
      {side}
    </header>
    {children}
  </section>
)
