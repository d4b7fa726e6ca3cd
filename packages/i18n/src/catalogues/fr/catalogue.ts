import type { catalogue as en } from '../en/catalogue.ts'
import type { Texts } from '../texts.ts'

/** The catalogue of data for portals, and the download of all of it. */
export const catalogue: Texts<typeof en> = {
  'data.catalogue.title': 'Données de l’EU STEM Coalition',
  'data.catalogue.machines': 'Pour les portails de données et les moissonneurs',
  'data.catalogue.dcat': 'Catalogue des données, DCAT-AP 3 en {format}',
  'data.catalogue.oai': 'Pratiques et publications, OAI-PMH 2.0',
  'data.download.title': 'Tout télécharger',
  'data.download.lead': 'Toutes les données publiques du site : chaque liste en fichier, ou tout en un seul.',
  'data.download.all': 'Tout en un fichier (NDJSON)',
  'data.download.own': 'Les textes et fiches de la coalition s’utilisent sous {licence} : citez l’EU STEM Coalition et liez la fiche.',
  'data.download.others': 'Les indicateurs gardent les conditions de leur source, indiquées dans chaque fichier et sur chaque page.',
  'data.download.list': 'Liste',
  'data.download.files': 'Fichiers',
  'data.download.link': 'Toutes les données en fichiers, avec leurs conditions',
}
