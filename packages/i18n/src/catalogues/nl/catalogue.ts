import type { catalogue as en } from '../en/catalogue.ts'
import type { Texts } from '../texts.ts'

/** The catalogue of data for portals, and the download of all of it. */
export const catalogue: Texts<typeof en> = {
  'data.catalogue.title': 'Gegevens van de EU STEM Coalition',
  'data.catalogue.machines': 'Voor dataportalen en harvesters',
  'data.catalogue.dcat': 'Catalogus van gegevens, DCAT-AP 3 als {format}',
  'data.catalogue.oai': 'Praktijken en publicaties, OAI-PMH 2.0',
  'data.download.title': 'Alles downloaden',
  'data.download.lead': 'Alle openbare gegevens van deze site: elke lijst als bestand, of alles in één.',
  'data.download.all': 'Alles in één bestand (NDJSON)',
  'data.download.own': 'Teksten en records van de coalitie mogen worden gebruikt onder {licence}: noem de EU STEM Coalition en verwijs naar het record.',
  'data.download.others': 'Indicatoren houden de voorwaarden van hun bron; die staan in elk bestand en op elke pagina.',
  'data.download.list': 'Lijst',
  'data.download.files': 'Bestanden',
  'data.download.link': 'Alle gegevens als bestanden, met hun voorwaarden',
}
