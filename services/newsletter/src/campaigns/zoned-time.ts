const MINUTE = 60_000

/** Local date and time of an instant in a zone, as `2026-03-29T03:30`. */
export function localTime(instant: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

/** Whether the platform knows a zone of the IANA database. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * The instant at which clocks of a zone show a local time (`2026-10-25T02:30`); when they show it twice, the first time. Null when they
 * never do: the hour that is left out in spring, or no date at all.
 */
export function instantOf(local: string, zone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || !isZone(zone)) return null
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return null
  const offsetAt = (instant: number) => Date.parse(`${localTime(instant, zone)}Z`) - Math.floor(instant / MINUTE) * MINUTE
  // The offset on either side of a change is one of those a day before and a day after.
  const candidates = [-1, 1].map((side) => asUtc - offsetAt(asUtc + side * 24 * 60 * MINUTE))
  return candidates.sort((a, b) => a - b).find((instant) => localTime(instant, zone) === local) ?? null
}
