import type { list as en } from '../en/list.ts'
import type { Texts } from '../texts.ts'

/** What every list says. */
export const list: Texts<typeof en> = {
  'list.search': 'Búsqueda',
  'list.filters': 'Filtros',
  'list.filters.chosen': 'Filtros ({count})',
  'list.facet.topic': 'Tema',
  'list.facet.country': 'País',
  'list.facet.level': 'Nivel',
  'list.facet.form': 'Tipo',
  'list.facet.target': 'Grupo destinatario',
  'list.facet.status': 'Estado',
  'list.facet.publication': 'Clase',
  'list.facet.event': 'Tipo de acto',
  'list.facet.issuer': 'Emitido por',
  'list.facet.programme': 'Programa',
  'list.facet.year': 'Año',
  'list.facet.more': { one: '{count} más', other: '{count} más' },
  'list.show': 'Mostrar resultados',
  'list.narrow': 'Solo se muestran {count} de ellos. Añada un filtro o una palabra para acotarlos.',
  'list.sort': 'Orden',
  'list.sort.title': 'Por título',
  'list.sort.newest': 'Más recientes primero',
  'list.sort.button': 'Aplicar',
  'list.applied': 'Filtros aplicados:',
  'list.remove': 'Quitar filtro',
  'list.clear': 'Borrar todos los filtros',
  'list.none.do': 'Quite un filtro de arriba o busque el comienzo de una palabra.',
  'list.feed': 'Canal de esta lista',
}
