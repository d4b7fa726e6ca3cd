import type { Speech } from '@stem/ui/speech'

/** A field of a form as two people have it. `lang`: language of its words. */
export type Difference = { label: string; lang?: string; theirs: string; mine: string }

/** What somebody else saved while a form was open, beside what was typed in it; in words, not in colour alone. */
export const Differences = ({ speech: { t, locale }, parts }: { speech: Speech; parts: readonly Difference[] }) => {
  const none = <span class="m">{t('instruments.nothing')}</span>
  const changed = parts.filter(({ theirs, mine }) => theirs !== mine)
  return (
    <section class="al warn st" aria-labelledby="conflict">
      <h2 id="conflict">{t('instruments.conflict')}</h2>
      <p role="alert">{t('instruments.conflict.text')}</p>
      <div class="cmp">
        {changed.map(({ label, lang, theirs, mine }) => (
          <div>
            <h3 class="s">{label}</h3>
            <div lang={lang}>
              <p class="xs m" lang={locale}>
                {t('instruments.theirs')}
              </p>
              <del class="pre">{theirs === '' ? none : theirs}</del>
            </div>
            <div lang={lang}>
              <p class="xs m" lang={locale}>
                {t('instruments.mine')}
              </p>
              <ins class="pre">{mine === '' ? none : mine}</ins>
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
