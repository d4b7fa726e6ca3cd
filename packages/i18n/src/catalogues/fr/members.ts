import type { members as en } from '../en/members.ts'
import type { Texts } from '../texts.ts'

/** The register of organisations. */
export const members: Texts<typeof en> = {
  'members.title': 'Membres',
  'members.description':
    'Plateformes STIM nationales et régionales, ministères, autorités, conseils de la recherche, agences et réseaux d’universités de l’EU STEM Coalition.',
  'members.lead':
    '{listed} organisations membres et {unconfirmed} dont l’adhésion est à confirmer, dans {countries} pays : plateformes, ministères, régions, agences et associations.',
  'members.find': 'Trouver un membre',
  'members.kind': 'Type d’organisation',
  'members.kind.all': 'Tous les types',
  'members.country.all': 'Tous les pays',
  'members.show': 'Afficher les membres',
  'members.clear': 'Effacer tous les filtres',
  'members.map': 'Lire la carte',
  'members.map.member': { one: 'Plein, avec code : membre inscrit, {count} pays', other: 'Plein, avec code : membre inscrit, {count} pays' },
  'members.map.unconfirmed': {
    one: 'Hachuré, avec code : adhésion à confirmer, {count} pays',
    other: 'Hachuré, avec code : adhésion à confirmer, {count} pays',
  },
  'members.map.none': 'Clair, sans code : pas de membre connu',
  'members.map.borders':
    'Frontières telles que l’Union européenne les reconnaît. Kosovo : cette désignation est sans préjudice des positions sur le statut et est conforme à la résolution 1244 (1999) du Conseil de sécurité des Nations unies ainsi qu’à l’avis de la CIJ sur la déclaration d’indépendance du Kosovo.',
  'members.roles': 'Rôles dans le réseau',
  'members.role.none': 'Rôle non renseigné',
  'members.unconfirmed': 'Adhésion à confirmer',
  'members.count': { one: '{count} membre, par pays', other: '{count} membres, par pays' },
  'members.none': 'Aucun membre ne répond à tous ces critères.',
  'members.none.do': 'Choisissez tous les types ou tous les pays, ou cherchez une partie du nom.',
  'members.empty': 'Aucun membre n’est encore enregistré.',
  'members.empty.do': 'Les organisations membres apparaîtront ici.',
  'members.partners': { one: '{count} partenaire', other: '{count} partenaires' },
  'members.partners.lead': 'Des organisations qui travaillent avec la coalition sans en être membres.',
  'members.contacts': { one: '{count} contact', other: '{count} contacts' },
  'members.contacts.lead': 'Des organisations qui ont pris part à un groupe d’appui ou à une rencontre. Elles ne sont pas membres.',
  'members.compiled': 'Établi d’après des sources publiques. La liste peut être incomplète ; chaque organisation cite sa source.',
}
