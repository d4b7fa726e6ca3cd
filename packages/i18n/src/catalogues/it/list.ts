import type { list as en } from '../en/list.ts'
import type { Texts } from '../texts.ts'

/** What every list says. */
export const list: Texts<typeof en> = {
  'list.search': 'Cerca',
  'list.filters': 'Filtri',
  'list.filters.chosen': 'Filtri ({count})',
  'list.facet.topic': 'Tema',
  'list.facet.country': 'Paese',
  'list.facet.level': 'Livello',
  'list.facet.form': 'Tipo',
  'list.facet.target': 'Destinatari',
  'list.facet.status': 'Stato',
  'list.facet.publication': 'Tipologia',
  'list.facet.event': 'Tipo di evento',
  'list.facet.issuer': 'Emesso da',
  'list.facet.programme': 'Programma',
  'list.facet.year': 'Anno',
  'list.facet.more': { one: '{count} altro', many: 'altri {count}', other: 'altri {count}' },
  'list.show': 'Mostra i risultati',
  'list.narrow': 'Ne sono elencati solo {count}. Aggiunga un filtro o una parola per restringere.',
  'list.sort': 'Ordine',
  'list.sort.title': 'Per titolo',
  'list.sort.newest': 'Prima i più recenti',
  'list.sort.button': 'Applica',
  'list.applied': 'Filtri applicati:',
  'list.remove': 'Togli il filtro',
  'list.clear': 'Togli tutti i filtri',
  'list.none.do': 'Tolga un filtro qui sopra o cerchi l’inizio di una parola.',
  'list.feed': 'Feed di questo elenco',
}
