import type { catalogue as en } from '../en/catalogue.ts'
import type { Texts } from '../texts.ts'

/** The catalogue of data for portals, and the download of all of it. */
export const catalogue: Texts<typeof en> = {
  'data.catalogue.title': 'Daten der EU STEM Coalition',
  'data.catalogue.machines': 'Für Datenportale und Harvester',
  'data.catalogue.dcat': 'Datenkatalog, DCAT-AP 3 als {format}',
  'data.catalogue.oai': 'Praxisbeispiele und Veröffentlichungen, OAI-PMH 2.0',
  'data.download.title': 'Alles herunterladen',
  'data.download.lead': 'Alle öffentlichen Daten dieser Website: jede Liste als Datei oder alles in einer.',
  'data.download.all': 'Alles in einer Datei (NDJSON)',
  'data.download.own':
    'Texte und Datensätze der Koalition dürfen unter {licence} genutzt werden: Nennen Sie die EU STEM Coalition und verweisen Sie auf den Datensatz.',
  'data.download.others': 'Indikatoren behalten die Bedingungen ihrer Quelle; sie stehen in jeder Datei und auf jeder Seite.',
  'data.download.list': 'Liste',
  'data.download.files': 'Dateien',
  'data.download.link': 'Alle Daten als Dateien, mit ihren Bedingungen',
}
