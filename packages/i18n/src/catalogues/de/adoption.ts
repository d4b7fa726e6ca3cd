import type { adoption as en } from '../en/adoption.ts'
import type { Texts } from '../texts.ts'

/** Practices that somebody took over. */
export const adoption: Texts<typeof en> = {
  'list.adoptions.title': 'Übernommene Praxisbeispiele',
  'list.adoptions.lead': 'Was in einem Land gelang und in einem anderen übernommen wurde: woher, wohin, wann und was dabei geändert wurde.',
  'list.adoptions.description': 'Praxisbeispiele, die von einem Land in ein anderes kamen, mit Jahr, Stand, Änderungen und Ergebnis.',
  'list.adoptions.feed': 'Übernommene Praxisbeispiele der EU STEM Coalition',
  'list.adoptions.search': 'Übernahmen durchsuchen',
  'list.adoptions.more-than': 'Mehr als {count} Übernahmen',
  'list.adoptions.none': 'Nichts passt zu alledem.',
  'list.adoptions.empty': 'Noch keine Übernahme ist erfasst.',
  'list.adoptions.empty.do': 'Was Mitglieder als übernommen bestätigen, erscheint hier.',
  'adoption.title': 'Wer von wem gelernt hat',
  'adoption.way': '{from} → {to}',
  'adoption.practice': 'Praxisbeispiel',
  'adoption.practice.open': 'Praxisbeispiel öffnen',
  'adoption.from': 'Von',
  'adoption.to': 'Nach',
  'adoption.organisation': 'Übernommen von',
  'adoption.changed': 'Was geändert wurde',
  'adoption.result': 'Was daraus wurde',
  'adoption.picture': 'Links die Länder, aus denen ein Praxisbeispiel kam, rechts die, die es übernahmen; eine dickere Linie steht für mehr Praxisbeispiele.',
  'adoption.list': 'Als Liste mit Filtern und Dateien',
  'search.type.adoption': 'Übernommene Praxisbeispiele',
  'search.one.adoption': 'Übernommenes Praxisbeispiel',
  'composer.type.adoption': 'Übernommenes Praxisbeispiel',
  'terms.status.confirmed': 'Bestätigt',
  'terms.status.piloted': 'Erprobt',
  'terms.status.in-use': 'In Gebrauch',
  'terms.status.stopped': 'Beendet',
  'list.adoptions.count': { one: '{count} Übernahme', other: '{count} Übernahmen' },
  'adoption.told': {
    one: '{count} Praxisbeispiel wurde übernommen; {countries} Länder sind beteiligt.',
    other: '{count} Praxisbeispiele wurden übernommen; {countries} Länder sind beteiligt.',
  },
}
