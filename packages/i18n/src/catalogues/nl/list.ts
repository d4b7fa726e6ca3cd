import type { list as en } from '../en/list.ts'
import type { Texts } from '../texts.ts'

/** What every list says. */
export const list: Texts<typeof en> = {
  'list.search': 'Zoeken',
  'list.filters': 'Filters',
  'list.filters.chosen': 'Filters ({count})',
  'list.facet.topic': 'Thema',
  'list.facet.country': 'Land',
  'list.facet.level': 'Niveau',
  'list.facet.form': 'Soort',
  'list.facet.target': 'Doelgroep',
  'list.facet.status': 'Status',
  'list.facet.publication': 'Type',
  'list.facet.event': 'Soort evenement',
  'list.facet.issuer': 'Uitgegeven door',
  'list.facet.programme': 'Programma',
  'list.facet.year': 'Jaar',
  'list.facet.more': { one: 'nog {count}', other: 'nog {count}' },
  'list.show': 'Resultaten tonen',
  'list.narrow': 'Slechts {count} daarvan worden getoond. Voeg een filter of een woord toe om te verfijnen.',
  'list.sort': 'Volgorde',
  'list.sort.title': 'Op titel',
  'list.sort.newest': 'Nieuwste eerst',
  'list.sort.button': 'Toepassen',
  'list.applied': 'Toegepaste filters:',
  'list.remove': 'Filter verwijderen',
  'list.clear': 'Alle filters wissen',
  'list.none.do': 'Verwijder hierboven een filter, of zoek op het begin van een woord.',
  'list.feed': 'Feed van deze lijst',
}
