import type { practices as en } from '../en/practices.ts'
import type { Texts } from '../texts.ts'

/** The list of practices. */
export const practices: Texts<typeof en> = {
  'list.practices.title': 'Praxisbeispiele',
  'list.practices.lead':
    'Programme, Netzwerke, Werkzeuge und Maßnahmen, die Menschen für Naturwissenschaft und Technik gewinnen, einheitlich beschrieben, damit Sie sie vergleichen können.',
  'list.practices.description': 'Praxisbeispiele der MINT-Bildung aus ganz Europa suchen und filtern: nach Thema, Land, Stufe, Art und Zielgruppe.',
  'list.practices.feed': 'Neue Praxisbeispiele – EU STEM Coalition',
  'list.practices.search': 'Praxisbeispiele suchen',
  'list.practices.count': { one: '{count} Praxisbeispiel', other: '{count} Praxisbeispiele' },
  'list.practices.more-than': 'Mehr als {count} Praxisbeispiele',
  'list.practices.none': 'Kein Praxisbeispiel entspricht all diesen Angaben.',
  'list.practices.empty': 'Noch ist kein Praxisbeispiel veröffentlicht.',
  'list.practices.empty.do': 'Praxisbeispiele der Mitgliedsorganisationen werden hier erscheinen.',
}
