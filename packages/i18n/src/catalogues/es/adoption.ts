import type { adoption as en } from '../en/adoption.ts'
import type { Texts } from '../texts.ts'

/** Practices that somebody took over. */
export const adoption: Texts<typeof en> = {
  'list.adoptions.title': 'Prácticas adoptadas',
  'list.adoptions.lead': 'Lo que funcionó en un país y se adoptó en otro: de dónde a dónde, cuándo y qué se cambió.',
  'list.adoptions.description': 'Prácticas que pasaron de un país a otro, con año, estado, cambios y resultado.',
  'list.adoptions.feed': 'Prácticas adoptadas – EU STEM Coalition',
  'list.adoptions.search': 'Buscar prácticas adoptadas',
  'list.adoptions.more-than': 'Más de {count} adopciones',
  'list.adoptions.none': 'Nada cumple todo esto.',
  'list.adoptions.empty': 'Todavía no consta ninguna práctica adoptada.',
  'list.adoptions.empty.do': 'Lo que los miembros confirmen haber adoptado aparecerá aquí.',
  'adoption.title': 'Quién aprendió de quién',
  'adoption.way': '{from} → {to}',
  'adoption.practice': 'Práctica',
  'adoption.practice.open': 'Abrir la práctica',
  'adoption.from': 'De',
  'adoption.to': 'A',
  'adoption.organisation': 'Adoptada por',
  'adoption.changed': 'Qué se cambió',
  'adoption.result': 'En qué quedó',
  'adoption.picture':
    'A la izquierda los países de los que vino una práctica, a la derecha los que la adoptaron; una línea más gruesa significa más prácticas.',
  'adoption.list': 'Como lista con filtros y archivos',
  'search.type.adoption': 'Prácticas adoptadas',
  'search.one.adoption': 'Práctica adoptada',
  'composer.type.adoption': 'Práctica adoptada',
  'terms.status.confirmed': 'Confirmada',
  'terms.status.piloted': 'A prueba',
  'terms.status.in-use': 'En uso',
  'terms.status.stopped': 'Detenida',
  'list.adoptions.count': { one: '{count} adopción', many: '{count} adopciones', other: '{count} adopciones' },
  'adoption.told': {
    one: 'Se adoptó {count} práctica; participan {countries} países.',
    many: 'Se adoptaron {count} prácticas; participan {countries} países.',
    other: 'Se adoptaron {count} prácticas; participan {countries} países.',
  },
}
