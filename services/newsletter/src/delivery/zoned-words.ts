import type { Speech } from '@stem/ui/speech'

/** Zones of the coalition's countries: for each time of the clock one, by a city people know. */
export const ZONES = ['Europe/Brussels', 'Europe/Athens', 'Europe/Lisbon', 'UTC'] as const

/** An instant as clocks show it in the zone in which it was chosen (Brussels, when it was chosen in none), with the name of that zone. */
export function zonedWords({ t, f }: Speech, instant: number, zone: string | null): string {
  const known = ZONES.find((one) => one === zone) ?? 'Europe/Brussels'
  return t('campaigns.at', { at: f.dateTime(instant, known), zone: t(`campaigns.zone.${known}`) })
}
