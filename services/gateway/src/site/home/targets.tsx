import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'

const SQUARES = 20
const STEP = 20
const KINDS = [
  ['vet', 'target_stem_vet', 'target_women_stem_vet'],
  ['tertiary', 'target_stem_tertiary', 'target_women_stem_tertiary'],
  ['phd', 'target_ict_phd', 'target_women_ict_phd'],
] as const

const squares = (from: number, to: number): string =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => `M${(from + index) * STEP} 0h17v17h-17z`).join('')

/** The EU targets for 2030, each a row of twenty squares of five per cent; nothing for a target that is not on file. */
export const Targets = ({ speech: { t, f, locale }, targets }: { speech: Speech; targets: Record<string, number> }) => {
  const known = KINDS.filter(([, share]) => (targets[share] ?? 0) > 0)
  if (known.length === 0) return null
  return (
    <section class="nv" aria-labelledby="targets">
      <div class="w sec st g6">
        <div class="sb r">
          <h2 id="targets">
            <a href={localPath(locale, '/data/targets')}>{t('home.targets')}</a>
          </h2>
          <p>{t('home.targets.lead')}</p>
        </div>
        <div class="tg">
          {known.map(([kind, share, women]) => {
            const value = targets[share] ?? 0
            const ofWomen = targets[women] ?? 0
            const filled = Math.round((value / 100) * SQUARES)
            return (
              <div>
                <p>
                  <b class="v">{f.percent(value)}</b>
                  <br />
                  {t(`home.targets.${kind}`)}
                </p>
                <svg viewBox="0 0 400 26" aria-hidden="true">
                  <path class="f" d={squares(0, filled)} />
                  <path class="g" d={squares(filled, SQUARES)} />
                  <path class="wo" d={`M0 21h${Math.round((filled * STEP * ofWomen) / 100)}v5H0z`} />
                </svg>
                {ofWomen > 0 && <p>{t('home.targets.women', { share: f.percent(ofWomen) })}</p>}
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}
