/** A bar for `value` of `max`; the number stands beside it as text. `height` in units of a 100-wide drawing. */
export const Bar = ({ value, max, height = 8 }: { value: number; max: number; height?: number }) => (
  <svg class="br" viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
    <rect class="bg" width="100" height={height} />
    <rect width={max > 0 ? Math.round((value / max) * 100) : 0} height={height} />
  </svg>
)
