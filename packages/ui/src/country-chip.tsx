import type { Speech } from './speech.tsx'

/**
 * The code of a country in a tile; the name is there for those who listen.
 * `kind`: `x` small, `k` solid (listed member or origin).
 */
export const CountryChip = ({ speech, country, kind = '' }: { speech: Speech; country: string | null; kind?: string }) => (
  <span class={`cc ${kind}`.trim()}>
    <span class="vh">{country === null ? speech.t('chrome.no-country') : placeName(speech, country)}</span>
    <span aria-hidden="true">{country ?? '–'}</span>
  </span>
)

/** Name of a country, or "EU-wide" for what is not of one country. */
export const placeName = ({ t, f }: Speech, country: string): string => (country === 'EU' ? t('chrome.eu-wide') : f.countryName(country))
