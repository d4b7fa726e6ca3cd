import type { list as en } from '../en/list.ts'
import type { Texts } from '../texts.ts'

/** What every list says. */
export const list: Texts<typeof en> = {
  'list.search': 'Suche',
  'list.filters': 'Filter',
  'list.filters.chosen': 'Filter ({count})',
  'list.facet.topic': 'Thema',
  'list.facet.country': 'Land',
  'list.facet.level': 'Stufe',
  'list.facet.form': 'Art',
  'list.facet.target': 'Zielgruppe',
  'list.facet.status': 'Status',
  'list.facet.publication': 'Typ',
  'list.facet.event': 'Art der Veranstaltung',
  'list.facet.issuer': 'Herausgegeben von',
  'list.facet.programme': 'Programm',
  'list.facet.year': 'Jahr',
  'list.facet.more': { one: '{count} weiterer', other: '{count} weitere' },
  'list.show': 'Ergebnisse anzeigen',
  'list.narrow': 'Nur {count} davon werden aufgelistet. Fügen Sie einen Filter oder ein Wort hinzu, um sie einzugrenzen.',
  'list.sort': 'Reihenfolge',
  'list.sort.title': 'Nach Titel',
  'list.sort.newest': 'Neueste zuerst',
  'list.sort.button': 'Anwenden',
  'list.applied': 'Angewendete Filter:',
  'list.remove': 'Filter entfernen',
  'list.clear': 'Alle Filter löschen',
  'list.none.do': 'Entfernen Sie oben einen Filter oder suchen Sie nach dem Anfang eines Wortes.',
  'list.feed': 'Feed dieser Liste',
}
