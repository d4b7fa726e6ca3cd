import type { record as en } from '../en/record.ts'
import type { Texts } from '../texts.ts'

/** One record of a list, and the page that leads to all lists. */
export const record: Texts<typeof en> = {
  'record.facts': 'Auf einen Blick',
  'record.date': 'Datum',
  'record.publisher': 'Veröffentlicht von',
  'record.issuer': 'Herausgegeben von',
  'record.programme': 'Programm',
  'record.reference': 'Referenz',
  'record.period': 'Zeitraum',
  'record.country': 'Land',
  'record.topics': 'Themen',
  'record.read': 'Öffnen auf {host}',
  'record.nowhere': 'Uns ist keine Stelle im Internet bekannt, an der es geöffnet werden kann.',
  'record.caution': 'Zu prüfen:',
  'record.compiled': 'Aus öffentlichen Quellen zusammengestellt.',
  'record.source': 'Quelle: {host}',
  'record.updated': 'Auf dieser Website geändert am {date}.',
  'record.related': 'Damit verknüpft',
  'record.close': 'Siehe auch',
  'record.beside.publications': 'Veröffentlichungen aus diesem Land',
  'record.beside.practices': 'Praxisbeispiele aus diesem Land',
  'record.cite': 'Zitieren',
  'record.cite.save': 'Als BibTeX speichern',
  'record.cite.link': 'Dauerhafte Adresse',
  'knowledge.title': 'Wissen',
  'knowledge.lead': 'Alles, was die Koalition weiß und festgehalten hat, zum Lesen, Filtern und Mitnehmen als offene Daten.',
  'knowledge.description': 'Praxisbeispiele, Veröffentlichungen, Aktuelles, EU-Politik und Projekte zur MINT-Bildung in Europa an einem Ort.',
}
