import type { freshness as en } from '../en/freshness.ts'
import type { Texts } from '../texts.ts'

/** Practices and whether they still hold. */
export const freshness: Texts<typeof en> = {
  'console.freshness': 'Prácticas por comprobar',
  'freshness.lead':
    'Primero las prácticas que nadie ha comprobado todavía, luego las más atrasadas. Pregunte al responsable y confirme que la práctica sigue vigente.',
  'freshness.none': 'Todavía no hay ninguna práctica pública.',
  'freshness.state.never': 'Nunca comprobada',
  'freshness.state.fresh': 'Comprobada',
  'freshness.state.due': 'Comprobar pronto',
  'freshness.state.overdue': 'Atrasada',
  'freshness.owner.none': 'Responsable no registrado',
  'freshness.on': 'Comprobada el {date}, de nuevo antes del {next}',
  'freshness.next': 'Comprobar de nuevo antes del',
  'freshness.verify': 'Comprobada hoy',
  'freshness.done': 'Queda anotado, con su nombre y la fecha de hoy.',
  'freshness.review': 'Elija un día a partir de mañana, dentro de cinco años',
  'freshness.since': 'Sin comprobar desde el {date}',
  'freshness.due': 'Comprobada el {date}; de nuevo antes del {next}',
  'list.facet.checked': 'Comprobación',
  'terms.checked.current': 'Comprobada y vigente',
}
