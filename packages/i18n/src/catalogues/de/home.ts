import type { home as en } from '../en/home.ts'
import type { Texts } from '../texts.ts'

/** The home page. */
export const home: Texts<typeof en> = {
  'home.title': 'Nationale MINT-Strategien, gemeinsam entwickelt',
  'home.headline': 'Nationale MINT-Strategien, gemeinsam entwickelt.',
  'home.description':
    'Das EU-weite Netzwerk nationaler und regionaler MINT-Plattformen: gemeinsame Praxisbeispiele, vergleichbare Zahlen und Hilfe für Regierungen, die eine eigene Strategie wollen.',
  'home.lead':
    'Die EU STEM Coalition verbindet MINT-Plattformen, Ministerien, Regionen und Agenturen in {countries}. Wir tauschen aus, was sich bewährt, stellen vergleichbare Zahlen nebeneinander und helfen Regierungen, eine eigene Strategie aufzubauen.',
  'home.lead.countries': { one: '{count} Land', other: '{count} Ländern' },
  'home.request': 'Unterstützung anfragen',
  'home.browse': { one: '{count} Praxisbeispiel ansehen', other: '{count} Praxisbeispiele ansehen' },
  'home.finding': 'Stärkster Zuwachs: {country}, {change} von {first} bis {last}. {below}',
  'home.finding.below': { one: 'Ein Land steht niedriger als {first}.', other: '{count} Länder stehen niedriger als {first}.' },
  'home.reading':
    'Zahl und Farbton: {year}. Linie: Veränderung seit dem ersten erfassten Jahr, alle im selben Maßstab; die Haarlinie bedeutet keine Veränderung.',
  'home.tiles': 'MINT-Abschlüsse je 1.000 Personen im Alter von 20–29 Jahren, {year}',
  'home.tiles.data': 'Daten öffnen',
  'home.tiles.source': 'Quelle: {publisher}. Die Kacheln zeigen ungefähre Lagen, keine Flächen oder Grenzen.',
  'home.numbers': 'Die Koalition in Zahlen',
  'home.numbers.members': { one: 'Mitglied auf unseren Listen', other: 'Mitglieder auf unseren Listen' },
  'home.numbers.unconfirmed': { one: 'noch zu bestätigende Mitgliedschaft', other: 'noch zu bestätigende Mitgliedschaften' },
  'home.numbers.practices': { one: 'beschriebenes Praxisbeispiel', other: 'beschriebene Praxisbeispiele' },
  'home.numbers.partners': { one: 'Partner', other: 'Partner' },
  'home.numbers.taskforces': { one: 'Taskforce seit {year}', other: 'Taskforces seit {year}' },
  'home.numbers.meetings': { one: 'Treffen seit {year}', other: 'Treffen seit {year}' },
  'home.help': 'Wie wir Regierungen voranbringen',
  'home.help.lead': 'Wer hilft, betreibt selbst eine Plattform. Es beginnt mit einer Frage.',
  'home.help.start': 'Anfrage beginnen',
  'home.practices': 'Was sich bewährt, und wo',
  'home.practices.lead': 'Programme, die Mitglieder durchführen, fördern oder beobachten, so beschrieben, dass Sie sie vergleichen können.',
  'home.practices.topics': 'Am häufigsten beschriebene Themen',
  'home.practices.all': 'Alle Praxisbeispiele',
  'home.targets': 'Europa hat sich sechs Zahlen für 2030 vorgenommen',
  'home.targets.lead':
    'Strategischer Plan für die MINT-Bildung, Europäische Kommission, 5. März 2025. Die gelbe Linie zeigt den Anteil dieser Plätze, der auf Frauen entfallen soll.',
  'home.targets.vet': 'der Lernenden in der beruflichen Erstausbildung mittlerer Stufe in MINT',
  'home.targets.tertiary': 'der Studierenden im Tertiärbereich in MINT',
  'home.targets.phd': 'der Promovierenden in IKT',
  'home.targets.women': 'davon {share} Frauen',
  'home.meetings': { one: '{count} Jahr der Treffen', other: '{count} Jahre der Treffen' },
  'home.meetings.lead': {
    one: '{count} Treffen seit der Erklärung von Amsterdam erfasst.',
    other: '{count} Versammlungen, Besuche, Seminare und andere Treffen seit der Erklärung von Amsterdam erfasst.',
  },
  'home.meetings.none': 'Noch ist kein neuer Termin bekannt gegeben.',
  'home.meetings.last': 'Letzte erfasste Generalversammlung: {title}, {date}.',
  'home.meetings.ga': 'Generalversammlung',
  'home.meetings.pl': 'Besuch, Peer-Learning oder Taskforce',
  'home.meetings.ot': 'Anderes Treffen',
  'home.meetings.history': 'Die ganze Geschichte',
  'home.publications': 'Aus der Koalition',
  'home.publications.text': { one: '{count} Veröffentlichung erfasst', other: '{count} Veröffentlichungen erfasst' },
}
