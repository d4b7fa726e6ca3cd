import type { policy as en } from '../en/policy.ts'
import type { Texts } from '../texts.ts'

/** The lists of EU policy and of projects. */
export const policy: Texts<typeof en> = {
  'list.policy.title': 'Politique de l’UE',
  'list.policy.lead': 'Les documents de politique de l’UE dont part le travail de la coalition, et ce qu’ils disent de l’enseignement des STIM.',
  'list.policy.description': 'Communications, résolutions et programmes des institutions de l’UE sur l’enseignement des STIM, par institution et par année.',
  'list.policy.feed': 'Politique de l’UE sur les STIM – EU STEM Coalition',
  'list.policy.search': 'Rechercher dans la politique de l’UE',
  'list.policy.count': { one: '{count} document', other: '{count} documents' },
  'list.policy.more-than': 'Plus de {count} documents',
  'list.policy.none': 'Aucun document ne répond à tous ces critères.',
  'list.policy.empty': 'Aucun document de politique de l’UE n’est encore répertorié.',
  'list.policy.empty.do': 'Les documents importants pour l’enseignement des STIM apparaîtront ici.',
  'list.projects.title': 'Projets de l’UE',
  'list.projects.lead': 'Des projets financés par des programmes européens auxquels la coalition ou ses membres participent, ou qui comptent pour eux.',
  'list.projects.description': 'Projets européens sur l’enseignement des STIM, par programme et selon qu’ils sont en cours ou achevés.',
  'list.projects.feed': 'Nouveaux projets – EU STEM Coalition',
  'list.projects.search': 'Rechercher un projet',
  'list.projects.count': { one: '{count} projet', other: '{count} projets' },
  'list.projects.more-than': 'Plus de {count} projets',
  'list.projects.none': 'Aucun projet ne répond à tous ces critères.',
  'list.projects.empty': 'Aucun projet n’est encore répertorié.',
  'list.projects.empty.do': 'Les projets européens sur l’enseignement des STIM apparaîtront ici.',
}
