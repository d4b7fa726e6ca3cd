import { isTarget, type PublicIndicator } from '../indicators/read-indicator.ts'

/** A target of the EU beside the latest EU value of the same share; null where none is on file. `toGo`: points that are missing, 0 when it is reached. */
export type Target = {
  indicator: PublicIndicator
  goal: { value: number; year: number }
  now: { indicator: PublicIndicator; value: number; year: number; toGo: number } | null
}

const PREFIX = 'target_'

/** Targets in the order of the plan: each share, then that of women in it. The values of `target_x` are those of the indicator `x`. */
export function readTargets(indicators: PublicIndicator[]): Target[] {
  const bySlug = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  const base = (code: string) => code.slice(PREFIX.length).replace('women_', '')
  const order = ['stem_vet', 'stem_tertiary', 'ict_phd']
  const place = ({ code }: PublicIndicator) => order.indexOf(base(code)) * 2 + (code.includes('women_') ? 1 : 0)
  return indicators
    .filter(isTarget)
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((indicator) => {
      const goal = indicator.series['EU']?.at(-1)
      if (!goal) return []
      const measured = bySlug.get(indicator.code.slice(PREFIX.length))
      const last = measured?.series['EU']?.at(-1)
      const now =
        measured && last ? { indicator: measured, value: last.value, year: last.year, toGo: Math.max(0, Number((goal.value - last.value).toFixed(1))) } : null
      return [{ indicator, goal: { value: goal.value, year: goal.year }, now }]
    })
}
