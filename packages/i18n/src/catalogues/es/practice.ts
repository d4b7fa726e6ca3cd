import type { practice as en } from '../en/practice.ts'
import type { Texts } from '../texts.ts'

/** One practice. */
export const practice: Texts<typeof en> = {
  'practice.printed': 'EU STEM Coalition, resumen de práctica.',
  'practice.topics': 'Temas',
  'practice.unknown': 'Lo que aún no sabemos',
  'practice.unknown.lead': 'Estos puntos deciden si una práctica puede adoptarse. Hasta ahora nadie nos ha informado de ellos.',
  'practice.results': 'Resultados',
  'practice.cost': 'Coste por alumno',
  'practice.transfer': 'Qué se necesita para replicarla',
  'practice.not-reported': 'Sin información',
  'practice.close': 'Próximas a esta',
  'practice.facts': 'De un vistazo',
  'practice.country': 'País',
  'practice.organisation': 'Gestionada por',
  'practice.since': 'Desde',
  'practice.levels': 'Niveles',
  'practice.targets': 'Para',
  'practice.website': 'Página web',
  'practice.checked': 'Última comprobación',
  'practice.not-checked': 'Aún no comprobada por un miembro',
  'practice.use': 'Usarla en su país',
  'practice.use.text': 'La coalición puede llevar a su mesa a quienes la gestionan.',
  'practice.caution': 'Por comprobar:',
  'practice.compiled': 'Recopilado de fuentes públicas.',
  'practice.source': 'Fuente: {host}',
  'practice.updated': 'Modificado en este sitio el {date}.',
}
