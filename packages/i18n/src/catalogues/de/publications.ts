import type { publications as en } from '../en/publications.ts'
import type { Texts } from '../texts.ts'

/** The lists of publications and news. */
export const publications: Texts<typeof en> = {
  'list.publications.title': 'Veröffentlichungen',
  'list.publications.lead': 'Berichte, Strategien, Werkzeuge, Tagungsberichte und Monitoringinstrumente zur MINT-Bildung in Europa, jeweils mit Quelle.',
  'list.publications.description': 'Veröffentlichungen zur MINT-Bildung in Europa suchen und filtern: nach Typ, Thema, Land und Jahr.',
  'list.publications.feed': 'Neue Veröffentlichungen – EU STEM Coalition',
  'list.publications.search': 'Veröffentlichungen suchen',
  'list.publications.count': { one: '{count} Veröffentlichung', other: '{count} Veröffentlichungen' },
  'list.publications.more-than': 'Mehr als {count} Veröffentlichungen',
  'list.publications.none': 'Keine Veröffentlichung entspricht all diesen Angaben.',
  'list.publications.empty': 'Noch ist keine Veröffentlichung erfasst.',
  'list.publications.empty.do': 'Berichte, Strategien und Werkzeuge werden hier erscheinen.',
  'list.news.title': 'Aktuelles',
  'list.news.lead': 'Was in der Koalition und in ihrem Umfeld geschah, das Neueste zuerst.',
  'list.news.description': 'Aktuelles von der EU STEM Coalition und ihren Mitgliedern, nach Land und Jahr.',
  'list.news.feed': 'Aktuelles – EU STEM Coalition',
  'list.news.search': 'Aktuelles durchsuchen',
  'list.news.count': { one: '{count} Meldung', other: '{count} Meldungen' },
  'list.news.more-than': 'Mehr als {count} Meldungen',
  'list.news.none': 'Keine Meldung entspricht all diesen Angaben.',
  'list.news.empty': 'Es gibt noch keine Meldungen.',
  'list.news.empty.do': 'Aktuelles von der Koalition und ihren Mitgliedern wird hier erscheinen.',
}
