import type { Speech } from '@stem/ui/speech'
import { partsOf, type Profile } from './profile.ts'

/** Name of a part of a profile, with its language. */
export const partName = ({ t, f }: Speech, part: ReturnType<typeof partsOf>[number]['part'], locale: string | null): string =>
  locale === null ? t(`profile.${part}`) : `${t(`profile.${part}`)} (${f.languageName(locale)})`

type Props = { speech: Speech; before: Profile; after: Profile; titles: readonly [string, string] }

/** What differs between two versions of a profile, part by part; in words, not in colour alone. */
export const Comparison = ({ speech, before, after, titles }: Props) => {
  const old = partsOf(before)
  const changed = partsOf(after).flatMap((part, index) => {
    const was = old[index]?.text ?? ''
    return was === part.text ? [] : [{ ...part, was }]
  })
  if (changed.length === 0) return <p class="m">{speech.t('profile.same')}</p>
  const none = <span class="m">{speech.t('chrome.not-on-file')}</span>
  return (
    <div class="cmp">
      {changed.map(({ part, locale, text, was }) => (
        <div>
          <h3 class="s">{partName(speech, part, locale)}</h3>
          <div lang={locale ?? undefined}>
            <p class="xs m" lang={speech.locale}>
              {titles[0]}
            </p>
            <del class="pre">{was === '' ? none : was}</del>
          </div>
          <div lang={locale ?? undefined}>
            <p class="xs m" lang={speech.locale}>
              {titles[1]}
            </p>
            <ins class="pre">{text === '' ? none : text}</ins>
          </div>
        </div>
      ))}
    </div>
  )
}
