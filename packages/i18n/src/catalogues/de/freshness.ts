import type { freshness as en } from '../en/freshness.ts'
import type { Texts } from '../texts.ts'

/** Practices and whether they still hold. */
export const freshness: Texts<typeof en> = {
  'console.freshness': 'Zu prüfende Praxisbeispiele',
  'freshness.lead':
    'Zuerst stehen Praxisbeispiele, die noch niemand geprüft hat, dann die am längsten überfälligen. Fragen Sie die zuständige Stelle und bestätigen Sie dann, dass es noch gilt.',
  'freshness.none': 'Noch kein Praxisbeispiel ist öffentlich.',
  'freshness.state.never': 'Nie geprüft',
  'freshness.state.fresh': 'Geprüft',
  'freshness.state.due': 'Bald zu prüfen',
  'freshness.state.overdue': 'Überfällig',
  'freshness.owner.none': 'Zuständige Stelle nicht erfasst',
  'freshness.on': 'Geprüft am {date}, wieder bis {next}',
  'freshness.next': 'Wieder prüfen bis',
  'freshness.verify': 'Heute geprüft',
  'freshness.done': 'Es ist vermerkt, mit Ihrem Namen und dem heutigen Datum.',
  'freshness.review': 'Wählen Sie einen Tag ab morgen, innerhalb von fünf Jahren',
  'freshness.since': 'Nicht geprüft seit {date}',
  'freshness.due': 'Zuletzt geprüft am {date}; wieder zu prüfen bis {next}',
  'list.facet.checked': 'Prüfung',
  'terms.checked.current': 'Geprüft und aktuell',
}
