import type { record as en } from '../en/record.ts'
import type { Texts } from '../texts.ts'

/** One record of a list, and the page that leads to all lists. */
export const record: Texts<typeof en> = {
  'record.facts': 'In het kort',
  'record.date': 'Datum',
  'record.publisher': 'Gepubliceerd door',
  'record.issuer': 'Uitgegeven door',
  'record.programme': 'Programma',
  'record.reference': 'Referentie',
  'record.period': 'Periode',
  'record.country': 'Land',
  'record.topics': 'Thema’s',
  'record.read': 'Openen op {host}',
  'record.nowhere': 'Wij kennen geen plaats op het web waar het kan worden geopend.',
  'record.caution': 'Te controleren:',
  'record.compiled': 'Samengesteld uit openbare bronnen.',
  'record.source': 'Bron: {host}',
  'record.updated': 'Gewijzigd op deze site op {date}.',
  'record.related': 'Hieraan gekoppeld',
  'record.close': 'Zie ook',
  'record.beside.publications': 'Publicaties uit dit land',
  'record.beside.practices': 'Praktijkvoorbeelden uit dit land',
  'record.cite': 'Citeren',
  'record.cite.save': 'Opslaan als BibTeX',
  'record.cite.link': 'Permanent adres',
  'knowledge.title': 'Kennis',
  'knowledge.lead': 'Alles wat de coalitie weet en heeft opgeschreven, om te lezen, te filteren en mee te nemen als open data.',
  'knowledge.description': 'Praktijkvoorbeelden, publicaties, nieuws, EU-beleid en projecten over STEM-onderwijs in Europa, op één plaats.',
}
