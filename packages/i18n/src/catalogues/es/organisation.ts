import type { organisation as en } from '../en/organisation.ts'
import type { Texts } from '../texts.ts'

/** The profile of an organisation. */
export const organisation: Texts<typeof en> = {
  'organisation.description': '{name} en la EU STEM Coalition ({standing}): función, datos y prácticas.',
  'organisation.description.place': '{name} ({country}) en la EU STEM Coalition ({standing}): función, datos y prácticas.',
  'organisation.standing.member': 'Miembro',
  'organisation.standing.unconfirmed': 'Adhesión por confirmar',
  'organisation.standing.partner': 'Socio',
  'organisation.standing.contact': 'Contacto, no miembro',
  'organisation.practices': 'Prácticas',
  'organisation.practices.none': 'Aún no hay ninguna práctica registrada de esta organización.',
  'organisation.practices.none.do': 'Ver todas las prácticas',
  'organisation.facts': 'Datos',
  'organisation.country': 'País',
  'organisation.region': 'Región',
  'organisation.role': 'Función',
  'organisation.kind': 'Tipo',
  'organisation.type': 'Clase',
  'organisation.website': 'Sitio web',
  'organisation.compiled': 'Recopilado de fuentes públicas.',
  'organisation.source': 'Fuente: {host}',
  'organisation.neighbours': 'Otras en este país',
  'organisation.lead.none': 'Aún no hay una descripción registrada de esta organización.',
  'organisation.updated': 'Modificado en este sitio el {date}.',
}
