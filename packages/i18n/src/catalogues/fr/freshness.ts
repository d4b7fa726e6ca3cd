import type { freshness as en } from '../en/freshness.ts'
import type { Texts } from '../texts.ts'

/** Practices and whether they still hold. */
export const freshness: Texts<typeof en> = {
  'console.freshness': 'Pratiques à vérifier',
  'freshness.lead':
    'D’abord les pratiques que personne n’a encore vérifiées, puis celles dont la vérification tarde le plus. Demandez au responsable, puis confirmez que la pratique est toujours valable.',
  'freshness.none': 'Aucune pratique n’est encore publique.',
  'freshness.state.never': 'Jamais vérifiée',
  'freshness.state.fresh': 'Vérifiée',
  'freshness.state.due': 'À vérifier bientôt',
  'freshness.state.overdue': 'En retard',
  'freshness.owner.none': 'Responsable non enregistré',
  'freshness.on': 'Vérifiée le {date}, à revoir avant le {next}',
  'freshness.next': 'À revoir avant le',
  'freshness.verify': 'Vérifiée aujourd’hui',
  'freshness.done': 'C’est noté, avec votre nom et la date du jour.',
  'freshness.review': 'Choisissez un jour à partir de demain, dans les cinq ans',
  'freshness.since': 'Pas vérifiée depuis le {date}',
  'freshness.due': 'Vérifiée le {date} ; à revoir avant le {next}',
  'list.facet.checked': 'Vérification',
  'terms.checked.current': 'Vérifiée et à jour',
}
