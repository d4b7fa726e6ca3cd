import type { campaigns as en } from '../en/campaigns.ts'
import type { Texts } from '../texts.ts'

/** Campaigns of the newsletter in the console: who gets them, when, following them, the monthly digest; and what a quote stands in. */
export const campaigns: Texts<typeof en> = {
  'campaigns.quote': '„{words}“',
  'campaigns.zone.brussels': 'Zeit in Brüssel',
  'campaigns.zone.athens': 'Zeit in Athen',
  'campaigns.zone.lisbon': 'Zeit in Lissabon',
  'campaigns.zone.utc': 'Weltzeit (UTC)',
  'campaigns.at': '{at}, {zone}',
  'campaigns.live': 'Diese Seite erneuert sich alle {seconds} Sekunden, bis die Ausgabe verschickt ist. Sonst bewegt sich darauf nichts.',
  'campaigns.live.stop': 'Nicht mehr erneuern',
  'campaigns.live.start': 'Von selbst erneuern',
  'campaigns.reach.countries': 'Nach gewähltem Land',
  'campaigns.reach.everywhere': 'Alle Länder',
  'campaigns.reach.countries.hint': 'Leserinnen und Leser zählen in jedem Land, das sie gewählt haben.',
  'campaigns.reach.sample': 'Einige von ihnen',
  'campaigns.reach.sample.text': 'Aus allen gezogen; Adressen sind nicht ganz zu sehen.',
  'campaigns.left.suppressed': 'Gesperrt: {reason}',
  'campaigns.reach.none': 'Niemand, der gemeint ist, wird ausgelassen.',
  'campaigns.digest': 'Monatsüberblick',
  'campaigns.digest.text':
    'In den ersten drei Tagen eines Monats entsteht ein Entwurf aus dem, was im Monat davor veröffentlicht wurde. Jemand prüft, genehmigt und gibt ihn frei.',
  'campaigns.digest.none': 'Noch ist kein Monat vergangen.',
  'campaigns.digest.month': 'Monat',
  'campaigns.digest.outcome': 'Was daraus wurde',
  'campaigns.digest.holds': 'Was er enthält',
  'campaigns.digest.made': 'Erstellt',
  'campaigns.digest.empty': 'Ausgelassen: Es wurde nichts veröffentlicht',
  'campaigns.digest.item': { one: '{count} Eintrag', other: '{count} Einträge' },
  'campaigns.digest.topics': 'Themen: {list}',
  'campaigns.digest.countries': 'Länder: {list}',
  'campaigns.digest.languages': 'In eigener Sprache: {list}',
  'campaigns.digest.coalition': 'ganze Koalition',
}
