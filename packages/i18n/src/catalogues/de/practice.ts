import type { practice as en } from '../en/practice.ts'
import type { Texts } from '../texts.ts'

/** One practice. */
export const practice: Texts<typeof en> = {
  'practice.printed': 'EU STEM Coalition, Kurzbeschreibung eines Praxisbeispiels.',
  'practice.topics': 'Themen',
  'practice.unknown': 'Was wir noch nicht wissen',
  'practice.unknown.lead': 'Diese Punkte entscheiden, ob ein Praxisbeispiel übernommen werden kann. Bisher hat uns niemand dazu berichtet.',
  'practice.results': 'Ergebnisse',
  'practice.cost': 'Kosten je lernende Person',
  'practice.transfer': 'Was die Übernahme erfordert',
  'practice.not-reported': 'Nicht berichtet',
  'practice.close': 'Ähnliches',
  'practice.facts': 'Auf einen Blick',
  'practice.country': 'Land',
  'practice.organisation': 'Durchgeführt von',
  'practice.since': 'Seit',
  'practice.levels': 'Stufen',
  'practice.targets': 'Für',
  'practice.website': 'Webseite',
  'practice.checked': 'Zuletzt geprüft',
  'practice.not-checked': 'Noch nicht von einem Mitglied geprüft',
  'practice.use': 'In Ihrem Land anwenden',
  'practice.use.text': 'Die Koalition kann die Verantwortlichen an Ihren Tisch bringen.',
  'practice.caution': 'Zu prüfen:',
  'practice.compiled': 'Aus öffentlichen Quellen zusammengestellt.',
  'practice.source': 'Quelle: {host}',
  'practice.updated': 'Auf dieser Website geändert am {date}.',
}
