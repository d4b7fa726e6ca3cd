import type { figures as en } from '../en/figures.ts'
import type { Texts } from '../texts.ts'

/** The public page of figures about requests for support. */
export const figures: Texts<typeof en> = {
  'figures.title': 'Unterstützung in Zahlen',
  'figures.description':
    'Wie viele Anfragen um Unterstützung bei der EU STEM Coalition eingehen, welcher Art sie sind, wie schnell sie beantwortet werden und wie viele offen sind.',
  'figures.lead': 'Wie viele Anfragen eingehen, welcher Art sie sind und wie schnell sie beantwortet werden.',
  'figures.finding': { one: '{count} Anfrage ist {year} eingegangen.', other: '{count} Anfragen sind {year} eingegangen.' },
  'figures.half': {
    one: 'Die Hälfte der ersten Antworten kam innerhalb von {days} Arbeitstag.',
    other: 'Die Hälfte der ersten Antworten kam innerhalb von {days} Arbeitstagen.',
  },
  'figures.as-of': 'Stand: {date}',
  'figures.open': 'Derzeit offen',
  'figures.open.total': { one: '{count} Anfrage insgesamt.', other: '{count} Anfragen insgesamt.' },
  'figures.open.text': 'Noch nicht beantwortet oder in Erwartung einer Rückmeldung.',
  'figures.received': 'Eingegangen',
  'figures.received.text': 'Nach dem Tag des Eingangs.',
  'figures.quarters': 'Anfragen nach Quartal',
  'figures.years': 'Anfragen nach Jahr und Art',
  'figures.quarter': '{quarter}. Quartal {year}',
  'figures.period': 'Zeitraum',
  'figures.total': 'Alle',
  'figures.speed': 'Wie schnell',
  'figures.speed.text': 'Die Koalition verspricht eine Antwort oder eine Rückfrage innerhalb von {days} Arbeitstagen.',
  'figures.speed.table': 'Erste Antworten nach dem Zeitraum des Eingangs',
  'figures.answered': 'Beantwortet oder abgeschlossen',
  'figures.median': 'Die Hälfte innerhalb von (Arbeitstage)',
  'figures.within': 'Fristgerecht',
  'figures.few': 'zu wenige für eine Aussage',
  'figures.how': 'Wie wir zählen',
  'figures.how.time':
    'Arbeitstage sind Montag bis Freitag, 9:00 bis 17:00 Uhr in Brüssel, ohne die dortigen Feiertage der EU-Organe. Solange wir auf die anfragende Person warten, ruht die Frist.',
  'figures.how.share': 'Fristgerecht ist der Anteil der ersten Antworten, die wie versprochen kamen, an den gegebenen und den überfälligen.',
  'figures.how.left-out': 'Spam und mit anderen zusammengeführte Anfragen bleiben außer Betracht. Zurückgezogene Anfragen zählen als eingegangen.',
  'figures.how.small': 'Bei weniger als fünf Antworten machen wir keine Angabe zur Dauer. Namen und Länder werden nicht genannt.',
  'figures.csv': 'Zahlen als CSV',
  'figures.json': 'Zahlen als JSON',
  'figures.link': 'Unterstützung in Zahlen: wie viele anfragen, wie schnell wir antworten',
}
