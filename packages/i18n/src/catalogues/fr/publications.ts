import type { publications as en } from '../en/publications.ts'
import type { Texts } from '../texts.ts'

/** The lists of publications and news. */
export const publications: Texts<typeof en> = {
  'list.publications.title': 'Publications',
  'list.publications.lead': 'Rapports, stratégies, outils, comptes rendus et outils de suivi sur l’enseignement des STIM en Europe, chacun avec sa source.',
  'list.publications.description': 'Chercher et filtrer des publications sur l’enseignement des STIM en Europe par type, thème, pays et année.',
  'list.publications.feed': 'Nouvelles publications – EU STEM Coalition',
  'list.publications.search': 'Rechercher une publication',
  'list.publications.count': { one: '{count} publication', other: '{count} publications' },
  'list.publications.more-than': 'Plus de {count} publications',
  'list.publications.none': 'Aucune publication ne répond à tous ces critères.',
  'list.publications.empty': 'Aucune publication n’est encore répertoriée.',
  'list.publications.empty.do': 'Les rapports, stratégies et outils apparaîtront ici.',
  'list.news.title': 'Actualités',
  'list.news.lead': 'Ce qui s’est passé dans la coalition et autour d’elle, du plus récent au plus ancien.',
  'list.news.description': 'Actualités de l’EU STEM Coalition et de ses membres, par pays et par année.',
  'list.news.feed': 'Actualités – EU STEM Coalition',
  'list.news.search': 'Rechercher dans les actualités',
  'list.news.count': { one: '{count} actualité', other: '{count} actualités' },
  'list.news.more-than': 'Plus de {count} actualités',
  'list.news.none': 'Aucune actualité ne répond à tous ces critères.',
  'list.news.empty': 'Il n’y a pas encore d’actualités.',
  'list.news.empty.do': 'Les actualités de la coalition et de ses membres apparaîtront ici.',
}
