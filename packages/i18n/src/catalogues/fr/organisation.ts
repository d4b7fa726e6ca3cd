import type { organisation as en } from '../en/organisation.ts'
import type { Texts } from '../texts.ts'

/** The profile of an organisation. */
export const organisation: Texts<typeof en> = {
  'organisation.description': '{name}, EU STEM Coalition ({standing}) : rôle, faits et pratiques.',
  'organisation.description.place': '{name} ({country}), EU STEM Coalition ({standing}) : rôle, faits et pratiques.',
  'organisation.standing.member': 'Membre',
  'organisation.standing.unconfirmed': 'Adhésion à confirmer',
  'organisation.standing.partner': 'Partenaire',
  'organisation.standing.contact': 'Contact, non membre',
  'organisation.practices': 'Pratiques',
  'organisation.practices.none': 'Aucune pratique de cette organisation n’est encore répertoriée.',
  'organisation.practices.none.do': 'Voir toutes les pratiques',
  'organisation.facts': 'En bref',
  'organisation.country': 'Pays',
  'organisation.region': 'Région',
  'organisation.role': 'Rôle',
  'organisation.kind': 'Type',
  'organisation.type': 'Statut',
  'organisation.website': 'Site web',
  'organisation.compiled': 'Établi d’après des sources publiques.',
  'organisation.source': 'Source : {host}',
  'organisation.neighbours': 'Autres organisations de ce pays',
  'organisation.lead.none': 'Aucune description de cette organisation n’est encore répertoriée.',
  'organisation.updated': 'Modifié sur ce site le {date}.',
}
