import type { freshness as en } from '../en/freshness.ts'
import type { Texts } from '../texts.ts'

/** Practices and whether they still hold. */
export const freshness: Texts<typeof en> = {
  'console.freshness': 'Te controleren praktijken',
  'freshness.lead':
    'Eerst staan praktijken die nog niemand heeft gecontroleerd, dan de langst achterstallige. Vraag het de eigenaar en bevestig dan dat de praktijk nog klopt.',
  'freshness.none': 'Er is nog geen praktijk openbaar.',
  'freshness.state.never': 'Nooit gecontroleerd',
  'freshness.state.fresh': 'Gecontroleerd',
  'freshness.state.due': 'Binnenkort controleren',
  'freshness.state.overdue': 'Achterstallig',
  'freshness.owner.none': 'Eigenaar niet vastgelegd',
  'freshness.on': 'Gecontroleerd op {date}, opnieuw vóór {next}',
  'freshness.next': 'Opnieuw controleren vóór',
  'freshness.verify': 'Vandaag gecontroleerd',
  'freshness.done': 'Het is vastgelegd, met uw naam en de datum van vandaag.',
  'freshness.review': 'Kies een dag vanaf morgen, binnen vijf jaar',
  'freshness.since': 'Niet gecontroleerd sinds {date}',
  'freshness.due': 'Laatst gecontroleerd op {date}; opnieuw te controleren vóór {next}',
  'list.facet.checked': 'Controle',
  'terms.checked.current': 'Gecontroleerd en actueel',
}
