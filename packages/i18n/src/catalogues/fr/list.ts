import type { list as en } from '../en/list.ts'
import type { Texts } from '../texts.ts'

/** What every list says. */
export const list: Texts<typeof en> = {
  'list.search': 'Rechercher',
  'list.filters': 'Filtres',
  'list.filters.chosen': 'Filtres ({count})',
  'list.facet.topic': 'Thème',
  'list.facet.country': 'Pays',
  'list.facet.level': 'Niveau',
  'list.facet.form': 'Type',
  'list.facet.target': 'Public',
  'list.facet.status': 'État',
  'list.facet.publication': 'Type',
  'list.facet.event': 'Type d’événement',
  'list.facet.issuer': 'Émis par',
  'list.facet.programme': 'Programme',
  'list.facet.year': 'Année',
  'list.facet.more': { one: '{count} de plus', other: '{count} de plus' },
  'list.show': 'Afficher les résultats',
  'list.narrow': 'Seuls les {count} premiers résultats sont affichés. Ajoutez un filtre ou un mot pour préciser.',
  'list.sort': 'Ordre',
  'list.sort.title': 'Par titre',
  'list.sort.newest': 'Du plus récent au plus ancien',
  'list.sort.button': 'Appliquer',
  'list.applied': 'Filtres appliqués :',
  'list.remove': 'Retirer le filtre',
  'list.clear': 'Effacer tous les filtres',
  'list.none.do': 'Retirez un filtre ci-dessus, ou cherchez le début d’un mot.',
  'list.feed': 'Flux de cette liste',
}
