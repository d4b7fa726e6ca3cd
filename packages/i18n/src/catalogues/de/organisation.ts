import type { organisation as en } from '../en/organisation.ts'
import type { Texts } from '../texts.ts'

/** The profile of an organisation. */
export const organisation: Texts<typeof en> = {
  'organisation.description': '{name} in der EU STEM Coalition ({standing}): Rolle, Fakten und Praxisbeispiele.',
  'organisation.description.place': '{name} ({country}) in der EU STEM Coalition ({standing}): Rolle, Fakten und Praxisbeispiele.',
  'organisation.standing.member': 'Mitglied',
  'organisation.standing.unconfirmed': 'Mitgliedschaft noch zu bestätigen',
  'organisation.standing.partner': 'Partner',
  'organisation.standing.contact': 'Kontakt, kein Mitglied',
  'organisation.practices': 'Praxisbeispiele',
  'organisation.practices.none': 'Noch ist kein Praxisbeispiel dieser Organisation erfasst.',
  'organisation.practices.none.do': 'Alle Praxisbeispiele ansehen',
  'organisation.facts': 'Fakten',
  'organisation.country': 'Land',
  'organisation.region': 'Region',
  'organisation.role': 'Rolle',
  'organisation.kind': 'Art',
  'organisation.type': 'Typ',
  'organisation.website': 'Website',
  'organisation.compiled': 'Aus öffentlichen Quellen zusammengestellt.',
  'organisation.source': 'Quelle: {host}',
  'organisation.neighbours': 'Weitere in diesem Land',
  'organisation.lead.none': 'Eine Beschreibung dieser Organisation ist noch nicht erfasst.',
  'organisation.updated': 'Auf dieser Website geändert am {date}.',
}
