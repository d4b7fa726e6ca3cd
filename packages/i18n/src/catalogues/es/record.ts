import type { record as en } from '../en/record.ts'
import type { Texts } from '../texts.ts'

/** One record of a list, and the page that leads to all lists. */
export const record: Texts<typeof en> = {
  'record.facts': 'De un vistazo',
  'record.date': 'Fecha',
  'record.publisher': 'Publicado por',
  'record.issuer': 'Emitido por',
  'record.programme': 'Programa',
  'record.reference': 'Referencia',
  'record.period': 'Período',
  'record.country': 'País',
  'record.topics': 'Temas',
  'record.read': 'Abrir en {host}',
  'record.nowhere': 'No conocemos ningún lugar de la web donde pueda abrirse.',
  'record.caution': 'Por comprobar:',
  'record.compiled': 'Recopilado de fuentes públicas.',
  'record.source': 'Fuente: {host}',
  'record.updated': 'Modificado en este sitio el {date}.',
  'record.related': 'Vinculado con esto',
  'record.close': 'Véase también',
  'record.beside.publications': 'Publicaciones de este país',
  'record.beside.practices': 'Prácticas de este país',
  'record.cite': 'Citar',
  'record.cite.save': 'Guardar como BibTeX',
  'record.cite.link': 'Dirección permanente',
  'knowledge.title': 'Conocimiento',
  'knowledge.lead': 'Todo lo que la coalición sabe y ha puesto por escrito, para leer, filtrar y llevarse como datos abiertos.',
  'knowledge.description': 'Prácticas, publicaciones, noticias, política de la UE y proyectos sobre educación STEM en Europa, en un solo lugar.',
}
