import type { Speech } from '@stem/ui/speech'

const NAMES = { 'Europe/Brussels': 'brussels', 'Europe/Athens': 'athens', 'Europe/Lisbon': 'lisbon', UTC: 'utc' } as const
type Zone = keyof typeof NAMES

/** Zones of the coalition's countries: for each time of the clock one, by a city people know. */
export const ZONES = Object.keys(NAMES) as Zone[]

/** What a zone is called. */
export const zoneName = ({ t }: Pick<Speech, 't'>, zone: Zone): string => t(`campaigns.zone.${NAMES[zone]}`)

/** An instant as clocks show it in the zone in which it was chosen (Brussels, when it was chosen in none), with the name of that zone. */
export function zonedWords(speech: Speech, instant: number, zone: string | null): string {
  const known = ZONES.find((one) => one === zone) ?? 'Europe/Brussels'
  return speech.t('campaigns.at', { at: speech.f.dateTime(instant, known), zone: zoneName(speech, known) })
}
