import { NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { DigestCounts, DigestRun } from '../digest/digest-runs.ts'

const Holds = ({ speech: { t, f }, counts }: { speech: Speech; counts: DigestCounts }) => {
  const list = (lines: [string, number][]) => f.list(lines.filter(([, n]) => n > 0).map(([name, n]) => `${name} ${f.number(n)}`))
  const n = Object.values(counts.topics).reduce((sum, one) => sum + one, 0)
  return (
    <div class="st g1">
      <b>{t('campaigns.digest.item', { n, count: f.number(n) })}</b>
      <span class="s">
        {t('campaigns.digest.topics', { list: list(NEWSLETTER_TOPICS.map((topic) => [t(`newsletter.topic.${topic}`), counts.topics[topic] ?? 0])) })}
      </span>
      <span class="s">
        {t('campaigns.digest.countries', {
          list: list(Object.entries(counts.countries).map(([code, of]) => [code === '' ? t('campaigns.digest.coalition') : f.countryName(code), of])),
        })}
      </span>
      <span class="s">{t('campaigns.digest.languages', { list: list(Object.entries(counts.languages).map(([code, of]) => [f.languageName(code), of])) })}</span>
    </div>
  )
}

/** What became of the automatic digest of each month. */
export const Digests = ({ speech, runs }: { speech: Speech; runs: DigestRun[] }) => {
  const { t, f, locale } = speech
  return (
    <section class="cp st" aria-labelledby="digests">
      <h2 id="digests">{t('campaigns.digest')}</h2>
      <p class="m">{t('campaigns.digest.text')}</p>
      {runs.length === 0 ? (
        <p class="m">{t('campaigns.digest.none')}</p>
      ) : (
        <table class="tb rt">
          <thead>
            <tr>
              <th scope="col">{t('campaigns.digest.month')}</th>
              <th scope="col">{t('campaigns.digest.outcome')}</th>
              <th scope="col">{t('campaigns.digest.holds')}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(({ period, at, outcome, campaignId, name, counts }) => (
              <tr>
                <th scope="row">{f.date(period)}</th>
                <td data-l={t('campaigns.digest.outcome')}>
                  <div class="st g1">
                    <Tag tone={outcome === 'made' ? 'ok' : ''}>{t(`campaigns.digest.${outcome}`)}</Tag>
                    {campaignId !== null && <a href={localPath(locale, `/console/newsletter/${campaignId}`)}>{name}</a>}
                    <span class="s m">{f.dateTime(at)}</span>
                  </div>
                </td>
                <td data-l={t('campaigns.digest.holds')}>{outcome === 'made' ? <Holds speech={speech} counts={counts} /> : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
