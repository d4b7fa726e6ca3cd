import type { record as en } from '../en/record.ts'
import type { Texts } from '../texts.ts'

/** One record of a list, and the page that leads to all lists. */
export const record: Texts<typeof en> = {
  'record.facts': 'En bref',
  'record.date': 'Date',
  'record.publisher': 'Publié par',
  'record.issuer': 'Émis par',
  'record.programme': 'Programme',
  'record.reference': 'Référence',
  'record.period': 'Période',
  'record.country': 'Pays',
  'record.topics': 'Thèmes',
  'record.read': 'Ouvrir sur {host}',
  'record.nowhere': 'Nous ne connaissons aucun endroit sur le web où l’ouvrir.',
  'record.caution': 'À vérifier :',
  'record.compiled': 'Établi d’après des sources publiques.',
  'record.source': 'Source : {host}',
  'record.updated': 'Dernière modification sur ce site le {date}.',
  'record.related': 'Liés à cette fiche',
  'record.close': 'Voir aussi',
  'record.beside.publications': 'Publications de ce pays',
  'record.beside.practices': 'Pratiques de ce pays',
  'record.cite': 'Citer',
  'record.cite.save': 'Enregistrer en BibTeX',
  'record.cite.link': 'Adresse permanente',
  'knowledge.title': 'Savoirs',
  'knowledge.lead': 'Tout ce que la coalition sait et a consigné, à lire, à filtrer et à emporter en données ouvertes.',
  'knowledge.description': 'Pratiques, publications, actualités, politique et projets de l’UE sur l’enseignement des STIM, en un seul endroit.',
}
