import { localPath } from '@stem/i18n/locales'
import { placeName } from '@stem/ui/country-chip'
import { MoreLink } from '@stem/ui/more-link'
import { Empty } from '@stem/ui/notice'
import { type Speech, termName } from '@stem/ui/speech'
import { dateOf } from '../listing/record-of-row.ts'
import type { CardRow } from '../facts/card.ts'
import { adoptionDoc } from './adoption.ts'
import { Network, waysOf } from './network.tsx'

/** Which practices went from where to where: as a table, and as a picture of the same. */
export const AdoptionPage = ({ speech, rows }: { speech: Speech; rows: CardRow[] }) => {
  const { t, f, locale } = speech
  const ways = waysOf(rows)
  const countries = new Set(ways.flatMap(({ from, to }) => [from, to])).size
  const told = t('adoption.told', { n: rows.length, count: f.number(rows.length), countries: f.number(countries) })
  return (
    <div class="w top st g6">
      <div class="st g2">
        <h1>{t('adoption.title')}</h1>
        <p class="lead">{t('list.adoptions.lead')}</p>
      </div>
      {rows.length === 0 ? (
        <Empty title={t('list.adoptions.empty')}>
          <p>{t('list.adoptions.empty.do')}</p>
        </Empty>
      ) : (
        <>
          <div class="sx" tabindex={0} role="region" aria-label={t('adoption.title')}>
            <table class="tb">
              <caption>{told}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('adoption.practice')}</th>
                  <th scope="col">{t('adoption.from')}</th>
                  <th scope="col">{t('adoption.to')}</th>
                  <th scope="col">{t('record.date')}</th>
                  <th scope="col">{t('list.facet.status')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr>
                    <th scope="row">
                      <a href={localPath(locale, `/adoptions/${row.slug}`)} lang={row.locale === locale ? undefined : row.locale}>
                        {row.title}
                      </a>
                    </th>
                    <td>{placeName(speech, adoptionDoc(row).from)}</td>
                    <td>{row.country === null ? t('chrome.not-on-file') : placeName(speech, row.country)}</td>
                    <td class="num">{dateOf(row) === null ? '–' : f.date(row.sort_date)}</td>
                    <td>{termName(speech, 'status', adoptionDoc(row).status)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <figure class="st g2">
            <Network
              ways={ways}
              title={`${t('adoption.picture')}: ${ways.map(({ from, to }) => t('adoption.way', { from: placeName(speech, from), to: placeName(speech, to) })).join('; ')}`}
            />
            <figcaption class="s m">{t('adoption.picture')}</figcaption>
          </figure>
        </>
      )}
      <p>
        <MoreLink href={localPath(locale, '/adoptions')}>{t('adoption.list')}</MoreLink>
      </p>
    </div>
  )
}
