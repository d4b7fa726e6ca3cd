import type { catalogue as en } from '../en/catalogue.ts'
import type { Texts } from '../texts.ts'

/** The catalogue of data for portals, and the download of all of it. */
export const catalogue: Texts<typeof en> = {
  'data.catalogue.title': 'Dati di EU STEM Coalition',
  'data.catalogue.machines': 'Per portali di dati e raccoglitori automatici',
  'data.catalogue.dcat': 'Catalogo dei dati, DCAT-AP 3 in {format}',
  'data.catalogue.oai': 'Pratiche e pubblicazioni, OAI-PMH 2.0',
  'data.download.title': 'Scaricare tutto',
  'data.download.lead': 'Tutti i dati pubblici di questo sito: ogni elenco come file, o tutto in uno solo.',
  'data.download.all': 'Tutto in un file (NDJSON)',
  'data.download.own': 'I testi e le schede della coalizione possono essere usati alle condizioni {licence}: citi EU STEM Coalition e rimandi alla scheda.',
  'data.download.others': 'Gli indicatori mantengono le condizioni della loro fonte, riportate in ogni file e in ogni pagina.',
  'data.download.list': 'Elenco',
  'data.download.files': 'File',
  'data.download.link': 'Tutti i dati come file, con le loro condizioni',
}
