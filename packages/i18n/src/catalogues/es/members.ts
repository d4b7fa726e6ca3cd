import type { members as en } from '../en/members.ts'
import type { Texts } from '../texts.ts'

/** The register of organisations. */
export const members: Texts<typeof en> = {
  'members.title': 'Miembros',
  'members.description':
    'Plataformas STEM nacionales y regionales, ministerios, autoridades, consejos de investigación, agencias y redes universitarias de la EU STEM Coalition.',
  'members.lead':
    '{listed} organizaciones miembros y {unconfirmed} cuya adhesión está por confirmar, en {countries} países: plataformas, ministerios, regiones, agencias y asociaciones.',
  'members.find': 'Encontrar un miembro',
  'members.kind': 'Tipo de organización',
  'members.kind.all': 'Todos los tipos',
  'members.country.all': 'Todos los países',
  'members.show': 'Mostrar miembros',
  'members.clear': 'Borrar todos los filtros',
  'members.map': 'Cómo leer el mapa',
  'members.map.member': { one: 'Relleno, con código: miembro en la lista, {count} país', other: 'Relleno, con código: miembro en la lista, {count} países' },
  'members.map.unconfirmed': {
    one: 'Rayado, con código: adhesión por confirmar, {count} país',
    other: 'Rayado, con código: adhesión por confirmar, {count} países',
  },
  'members.map.none': 'Liso, sin código: ningún miembro registrado',
  'members.map.borders':
    'Fronteras según las reconoce la Unión Europea. Kosovo: esta denominación se entiende sin perjuicio de las posiciones sobre su estatuto y está en consonancia con la Resolución 1244/1999 del Consejo de Seguridad de las Naciones Unidas y con la Opinión de la Corte Internacional de Justicia sobre la declaración de independencia de Kosovo.',
  'members.roles': 'Funciones en la red',
  'members.role.none': 'Ninguna función registrada',
  'members.unconfirmed': 'Adhesión por confirmar',
  'members.count': { one: '{count} miembro por país', other: '{count} miembros por país' },
  'members.none': 'Ningún miembro coincide con todo esto.',
  'members.none.do': 'Elija todos los tipos o todos los países, o busque una parte del nombre.',
  'members.empty': 'Aún no hay ningún miembro registrado.',
  'members.empty.do': 'Las organizaciones miembros aparecerán aquí.',
  'members.partners': { one: '{count} socio', other: '{count} socios' },
  'members.partners.lead': 'Organizaciones que trabajan con la coalición sin ser miembros.',
  'members.contacts': { one: '{count} contacto', other: '{count} contactos' },
  'members.contacts.lead': 'Organizaciones que participaron en un grupo de apoyo o una reunión. No son miembros.',
  'members.compiled': 'Recopilado de fuentes públicas. La lista puede estar incompleta; cada organización indica su fuente.',
}
