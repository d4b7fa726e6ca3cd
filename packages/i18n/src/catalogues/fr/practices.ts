import type { practices as en } from '../en/practices.ts'
import type { Texts } from '../texts.ts'

/** The list of practices. */
export const practices: Texts<typeof en> = {
  'practices.title': 'Pratiques',
  'practices.lead':
    'Des programmes, réseaux, outils et dispositifs qui mènent vers les sciences et les technologies, décrits de la même façon pour que vous puissiez les comparer.',
  'practices.description': 'Chercher et filtrer des pratiques d’enseignement des STIM dans toute l’Europe par thème, pays, niveau, type et public.',
  'practices.feed': 'Nouvelles pratiques – EU STEM Coalition',
  'practices.feed.link': 'Flux de cette liste',
  'practices.search': 'Rechercher une pratique',
  'practices.search.button': 'Rechercher',
  'practices.filters': 'Filtres',
  'practices.filters.chosen': 'Filtres ({count})',
  'practices.facet.topic': 'Thème',
  'practices.facet.country': 'Pays',
  'practices.facet.level': 'Niveau',
  'practices.facet.form': 'Type',
  'practices.facet.target': 'Public',
  'practices.facet.status': 'État',
  'practices.facet.more': { one: '{count} de plus', other: '{count} de plus' },
  'practices.show': 'Afficher les résultats',
  'practices.count': { one: '{count} pratique', other: '{count} pratiques' },
  'practices.more-than': 'Plus de {count} pratiques',
  'practices.narrow': 'Seules {count} d’entre elles sont affichées. Ajoutez un filtre ou un mot pour préciser.',
  'practices.sort': 'Ordre',
  'practices.sort.title': 'Par titre',
  'practices.sort.newest': 'Les plus récentes d’abord',
  'practices.sort.button': 'Appliquer',
  'practices.applied': 'Filtres appliqués :',
  'practices.remove': 'Retirer le filtre',
  'practices.clear': 'Effacer tous les filtres',
  'practices.none': 'Aucune pratique ne répond à tous ces critères.',
  'practices.none.do': 'Retirez un filtre ci-dessus, ou cherchez le début d’un mot.',
  'practices.empty': 'Aucune pratique n’est encore publiée.',
  'practices.empty.do': 'Les pratiques des organisations membres apparaîtront ici.',
}
