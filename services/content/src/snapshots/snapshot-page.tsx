import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { SeriesTable } from '@stem/ui/line-chart'
import { MoreLink } from '@stem/ui/more-link'
import { spanOf } from '@stem/ui/series'
import type { Speech } from '@stem/ui/speech'
import { flagsOf } from '../indicator/table-page.tsx'
import { placeText } from '../indicators/indicator-words.ts'
import type { PublicIndicator } from '../indicators/read-indicator.ts'
import { valuesOf } from '../model/series.ts'
import type { Citing, Snapshot } from './find-snapshot.ts'

type Props = {
  speech: Speech
  /** Title and unit in the language of the page. */
  words: { title: string; unit: string }
  snapshot: Snapshot
  indicator: PublicIndicator
  citedBy: Citing[]
  apa: string
  bibtex: string
}

/** Values as somebody cites them: what they were, where they are from, how to check that they are the same. */
export const SnapshotPage = ({ speech, words: { title, unit }, snapshot, indicator, citedBy, apa, bibtex }: Props) => {
  const { t, f, locale } = speech
  const { doc, hash, id, createdAt } = snapshot
  const date = f.day(createdAt)
  const series = valuesOf(doc.series)
  const span = spanOf(series)
  const path = localPath(locale, `/data/snapshots/${id}`)
  const countries = Object.keys(doc.series).toSorted((a, b) =>
    a === 'EU' ? -1 : b === 'EU' ? 1 : placeText(speech, a).localeCompare(placeText(speech, b), locale),
  )
  const isNewest = indicator.vintage === null || indicator.vintage.number === doc.vintage
  return (
    <div class="w top st g6">
      <div class="st g2">
        <h1>{t('data.snapshot.title', { title, date })}</h1>
        <p class="lead">{t('data.snapshot.lead', { date })}</p>
        <MoreLink href={localPath(locale, `/data/${indicator.slug}`)}>{t(isNewest ? 'data.snapshot.current' : 'data.snapshot.newer')}</MoreLink>
      </div>
      {span && (
        <SeriesTable
          speech={speech}
          series={series}
          flags={flagsOf(series)}
          countries={countries}
          years={span}
          caption={t('data.measure', { title, unit, first: span[0], last: span[1] })}
        />
      )}
      <p class="s m">
        {t('data.flags')} {t('data.table.missing')}
      </p>
      <p class="src">
        <span>{t('data.source', { publisher: doc.publisher })}</span>
        <a href={`${path}.json`}>JSON</a>
        <a href={`${path}.csv`}>CSV</a>
      </p>
      <div class="sb h2c">
        <section class="st" aria-labelledby="cite">
          <h2 id="cite">{t('data.cite')}</h2>
          <p class="s pre">{apa}</p>
          <details>
            <summary>BibTeX</summary>
            <p class="pre mono">{bibtex}</p>
          </details>
        </section>
        <Facts
          rows={[
            [t('data.unit'), unit],
            [t('data.publisher'), <a href={doc.source}>{doc.publisher}</a>],
            [t('data.terms'), doc.licence ?? t('data.terms.unknown')],
            [t('data.vintage'), t('data.vintage.text', { number: doc.vintage, date: f.date(doc.retrievedOn) })],
            [t('data.snapshot.hash'), <code class="pre">{hash}</code>],
            citedBy.length === 0
              ? null
              : [
                  t('data.snapshot.cited'),
                  <ul class="cl0">
                    {citedBy.map(({ title: name, locale: lang, path: at }) => (
                      <li lang={lang === locale ? undefined : lang}>{at === null ? name : <a href={localPath(locale, at)}>{name}</a>}</li>
                    ))}
                  </ul>,
                ],
          ]}
        />
      </div>
    </div>
  )
}
