import type { record as en } from '../en/record.ts'
import type { Texts } from '../texts.ts'

/** One record of a list, and the page that leads to all lists. */
export const record: Texts<typeof en> = {
  'record.facts': 'In breve',
  'record.date': 'Data',
  'record.publisher': 'Pubblicato da',
  'record.issuer': 'Emesso da',
  'record.programme': 'Programma',
  'record.reference': 'Riferimento',
  'record.period': 'Periodo',
  'record.country': 'Paese',
  'record.topics': 'Temi',
  'record.read': 'Aprire su {host}',
  'record.nowhere': 'Non conosciamo alcun luogo sul web in cui si possa aprire.',
  'record.caution': 'Da verificare:',
  'record.compiled': 'Compilato da fonti pubbliche.',
  'record.source': 'Fonte: {host}',
  'record.updated': 'Modificato in questo sito il {date}.',
  'record.related': 'Collegati a questo',
  'record.close': 'Vedere anche',
  'record.beside.publications': 'Pubblicazioni di questo paese',
  'record.beside.practices': 'Pratiche di questo paese',
  'record.cite': 'Citare',
  'record.cite.save': 'Salva come BibTeX',
  'record.cite.link': 'Indirizzo permanente',
  'knowledge.title': 'Conoscenza',
  'knowledge.lead': 'Tutto ciò che la coalizione sa e ha messo per iscritto, da leggere, filtrare e prendere come dati aperti.',
  'knowledge.description': 'Pratiche, pubblicazioni, notizie, politiche e progetti dell’UE sull’istruzione STEM in Europa, in un solo luogo.',
}
