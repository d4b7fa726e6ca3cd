import type { Speech } from '@stem/ui/speech'
import { FollowUpTag } from '../instruments/instrument-tags.tsx'
import { textFor } from '../instruments/recommendation-list.tsx'
import type { Advice } from './dossier.ts'

/** What an instrument recommends, to whom and until when, and how each country stands to it. */
export const Recommended = ({ speech, advice }: { speech: Speech; advice: readonly Advice[] }) => {
  const { t, f, locale } = speech
  return (
    <ol class="nol st g2">
      {advice.map(({ texts, owner, due, followUps }) => {
        const { text, lang } = textFor(speech, texts)
        return (
          <li>
            <p class="pre" lang={lang === locale ? undefined : lang}>
              {text}
            </p>
            <p class="meta">
              <span>{owner.name}</span>
              {due !== null && <span>{t('instruments.until', { date: f.date(due) })}</span>}
            </p>
            {followUps.map(({ country, state, on, source }) => (
              <p class="cl g2 s">
                {country !== null && f.countryName(country)} <FollowUpTag speech={speech} state={state} />
                {source === null ? <span class="m">{f.date(on)}</span> : <a href={source}>{f.date(on)}</a>}
              </p>
            ))}
          </li>
        )
      })}
    </ol>
  )
}
