import type { practices as en } from '../en/practices.ts'
import type { Texts } from '../texts.ts'

/** The list of practices. */
export const practices: Texts<typeof en> = {
  'list.practices.title': 'Pratiques',
  'list.practices.lead':
    'Des programmes, réseaux, outils et dispositifs qui mènent vers les sciences et les technologies, décrits de la même façon pour que vous puissiez les comparer.',
  'list.practices.description': 'Chercher et filtrer des pratiques d’enseignement des STIM dans toute l’Europe par thème, pays, niveau, type et public.',
  'list.practices.feed': 'Nouvelles pratiques – EU STEM Coalition',
  'list.practices.search': 'Rechercher une pratique',
  'list.practices.count': { one: '{count} pratique', other: '{count} pratiques' },
  'list.practices.more-than': 'Plus de {count} pratiques',
  'list.practices.none': 'Aucune pratique ne répond à tous ces critères.',
  'list.practices.empty': 'Aucune pratique n’est encore publiée.',
  'list.practices.empty.do': 'Les pratiques des organisations membres apparaîtront ici.',
}
