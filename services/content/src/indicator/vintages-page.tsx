import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import type { Speech } from '@stem/ui/speech'
import { placeText, valueText, wordsOf } from '../indicators/indicator-words.ts'
import type { Difference } from '../model/series.ts'
import type { ComparedVintages } from './compare-vintages.ts'

type Props = { speech: Speech; found: ComparedVintages }

const All = ({ speech, found: { indicator, vintages } }: Props) => {
  const { t, f, locale } = speech
  const here = localPath(locale, `/data/${indicator.slug}/vintages`)
  return (
    <table class="tb rt">
      <caption>{t('data.vintages.all', { n: vintages.length, count: f.number(vintages.length) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('data.vintages.number')}</th>
          <th scope="col">{t('data.vintages.read')}</th>
          <th scope="col">{t('data.publisher')}</th>
          <th scope="col">{t('data.terms')}</th>
          <th scope="col">{t('data.vintages.compare')}</th>
        </tr>
      </thead>
      <tbody>
        {vintages.map(({ number, retrievedOn, publisher, source, licence }) => (
          <tr>
            <th scope="row">{f.number(number)}</th>
            <td data-l={t('data.vintages.read')}>{f.date(retrievedOn)}</td>
            <td data-l={t('data.publisher')}>
              <a href={source}>{publisher}</a>
            </td>
            <td data-l={t('data.terms')}>{licence ?? t('data.terms.unknown')}</td>
            <td data-l={t('data.vintages.compare')}>
              {number > 1 ? (
                <a href={`${here}?from=${number - 1}&to=${number}#differences`}>
                  {f.number(number - 1)} → {f.number(number)}
                </a>
              ) : (
                '–'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How two vintages of an indicator differ, value by value. */
const Differences = ({ speech, found }: Props) => {
  const { t, f } = speech
  const { differences, indicator } = found
  if (!differences) return <p class="m">{t('data.differences.one')}</p>
  const { from, to, list } = differences
  const said = (side: Difference['before']) =>
    side === null ? (
      t('data.differences.absent')
    ) : (
      <>
        {side.value === null ? <abbr title={t('chrome.not-available')}>:</abbr> : valueText(speech, indicator.unit, side.value)}
        {side.flags !== null && <sup>{side.flags}</sup>}
      </>
    )
  return (
    <section class="st" aria-labelledby="differences">
      <h2 id="differences">{t('data.differences', { from, to })}</h2>
      <p>{list.length === 0 ? t('data.differences.none') : t('data.differences.count', { n: list.length, count: f.number(list.length) })}</p>
      {list.length > 0 && (
        <table class="tb rt">
          <thead>
            <tr>
              <th scope="col">{t('chrome.country')}</th>
              <th scope="col">{t('data.differences.year')}</th>
              <th scope="col">{t('data.differences.before')}</th>
              <th scope="col">{t('data.differences.after')}</th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ country, year, before, after }) => (
              <tr>
                <th scope="row">{placeText(speech, country)}</th>
                <td data-l={t('data.differences.year')}>{year}</td>
                <td data-l={t('data.differences.before')}>{said(before)}</td>
                <td data-l={t('data.differences.after')}>{said(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** What the source said at different times, and what changed between two of them. */
export const VintagesPage = ({ speech, found }: Props) => {
  const { t, locale } = speech
  const { indicator, vintages } = found
  const { title, lang } = wordsOf(speech, indicator)
  return (
    <div class="w top st g6">
      <div class="st g2">
        <h1 lang={lang}>{t('data.vintages.title', { title })}</h1>
        <p class="lead">{t('data.vintages.lead')}</p>
      </div>
      {vintages.length > 0 && <All speech={speech} found={found} />}
      <Differences speech={speech} found={found} />
      <p class="cl g5">
        <MoreLink href={localPath(locale, `/data/${indicator.slug}`)}>{title}</MoreLink>
        <a href={`/api/v1/indicators/${indicator.slug}/vintages`}>JSON</a>
      </p>
    </div>
  )
}
