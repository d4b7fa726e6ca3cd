import { NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import type { Speech } from '@stem/ui/speech'
import { SUPPRESSION_REASONS } from '../suppressions/suppress.ts'
import type { AudienceCount } from './count-audience.ts'

type Line = { name: string; n: number }

const Lines = ({ speech: { f }, title, hint, lines }: { speech: Speech; title: string; hint?: string; lines: Line[] }) =>
  lines.length === 0 ? null : (
    <table class="tb nr">
      <caption>
        <b>{title}</b> {hint}
      </caption>
      <tbody>
        {lines.map(({ name, n }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{f.number(n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

/** Whom a campaign reaches at this moment: how many, of which languages, topics and countries, some of them, and who is left out and why. */
export const Counted = ({ speech, count }: { speech: Speech; count: AudienceCount }) => {
  const { t, f } = speech
  const { paused, withdrawn, frequency } = count.left
  const left: Line[] = [
    { name: t('composer.left.frequency'), n: frequency },
    { name: t('composer.left.paused'), n: paused },
    ...SUPPRESSION_REASONS.map((reason) => ({
      name: t('campaigns.left.suppressed', { reason: t(`readers.reason.${reason}`) }),
      n: count.suppressed[reason] ?? 0,
    })),
    { name: t('composer.left.withdrawn'), n: withdrawn },
  ].filter(({ n }) => n > 0)
  return (
    <section class="c st" aria-labelledby="reach">
      <h2 id="reach">{t('composer.reach', { n: count.total, count: f.number(count.total) })}</h2>
      <Lines
        speech={speech}
        title={t('composer.reach.languages')}
        lines={Object.entries(count.byLocale).map(([code, n]) => ({ name: f.languageName(code), n }))}
      />
      <Lines
        speech={speech}
        title={t('composer.reach.topics')}
        lines={NEWSLETTER_TOPICS.flatMap((topic) => (count.byTopic[topic] ? [{ name: t(`newsletter.topic.${topic}`), n: count.byTopic[topic] }] : []))}
      />
      <Lines
        speech={speech}
        title={t('campaigns.reach.countries')}
        hint={t('campaigns.reach.countries.hint')}
        lines={Object.entries(count.byCountry).map(([code, n]) => ({ name: code === '' ? t('campaigns.reach.everywhere') : f.countryName(code), n }))}
      />
      <Lines speech={speech} title={t('composer.reach.left')} lines={left} />
      {left.length === 0 && <p class="s m">{t('campaigns.reach.none')}</p>}
      {count.sample.length > 0 && (
        <details>
          <summary>{t('campaigns.reach.sample')}</summary>
          <p class="xs m">{t('campaigns.reach.sample.text')}</p>
          <ul class="rw s">
            {count.sample.map((address) => (
              <li>{address}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
