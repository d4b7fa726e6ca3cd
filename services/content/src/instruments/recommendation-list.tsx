import { isShipped } from '@stem/i18n/locales'
import { Hidden } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { FollowUpTag } from './instrument-tags.tsx'
import { isOverdue, type Recommendation } from './recommendation.ts'

/** The text of a recommendation in the language of the page, or in one that it has. */
export function textFor({ locale }: Pick<Speech, 'locale'>, texts: Recommendation['texts'], originalLocale = ''): { text: string; lang: string } {
  const original = isShipped(originalLocale) ? originalLocale : locale
  const [lang, text] =
    ([locale, original] as const).map((one) => [one, texts[one]] as const).find(([, own]) => own !== undefined) ?? Object.entries(texts)[0] ?? []
  return { text: text ?? '', lang: lang ?? locale }
}

type Props = { speech: Speech; base: string; recommendations: readonly Recommendation[]; today: string; originalLocale: string }

/** What an instrument recommends, in order, with whom, until when, and how each country stands. */
export const RecommendationList = ({ speech, base, recommendations, today, originalLocale }: Props) => {
  const { t, f, locale } = speech
  return (
    <section class="st" aria-labelledby="recommendations">
      <h2 id="recommendations">{t('instruments.recommendations')}</h2>
      {recommendations.length === 0 ? (
        <p class="m">{t('instruments.recommendations.none')}</p>
      ) : (
        <ol class="st g2">
          {recommendations.map((one, index) => {
            const { text, lang } = textFor(speech, one.texts, originalLocale)
            return (
              <li class="msg" id={one.id}>
                <p class="pre" lang={lang === locale ? undefined : lang}>
                  {f.number(index + 1)}. {text}
                </p>
                <p class="meta">
                  <span>{one.addressee}</span>
                  <span>{one.dueOn === null ? t('instruments.no-day') : t('instruments.until', { date: f.date(one.dueOn) })}</span>
                </p>
                <div class="cl g2">
                  {isOverdue(one, today) && <Tag tone="warn">{t('instruments.overdue')}</Tag>}
                  {one.countries.map(({ country, state, on }) => (
                    <span class="cl g1 s">
                      {f.countryName(country)} <FollowUpTag speech={speech} state={state} /> <span class="m">{f.date(on)}</span>
                    </span>
                  ))}
                </div>
                <form class="cl g2" method="post" action={`${base}/recommendations/${one.id}/order#${one.id}`}>
                  <a href={`${base}/recommendations/${one.id}`}>
                    {t('instruments.work-on')}
                    <span class="vh"> {f.number(index + 1)}</span>
                  </a>
                  <Hidden name="place" value={String(one.place)} />
                  {index > 0 && (
                    <button class="b q sm" name="to" value="up">
                      {t('instruments.up')}
                      <span class="vh"> {f.number(index + 1)}</span>
                    </button>
                  )}
                  {index < recommendations.length - 1 && (
                    <button class="b q sm" name="to" value="down">
                      {t('instruments.down')}
                      <span class="vh"> {f.number(index + 1)}</span>
                    </button>
                  )}
                </form>
              </li>
            )
          })}
        </ol>
      )}
      <p>
        <a class="b q" href={`${base}/recommendations`}>
          {t('instruments.recommendation.add')}
        </a>
      </p>
    </section>
  )
}
