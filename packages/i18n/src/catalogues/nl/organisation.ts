import type { organisation as en } from '../en/organisation.ts'
import type { Texts } from '../texts.ts'

/** The profile of an organisation. */
export const organisation: Texts<typeof en> = {
  'organisation.description': '{name} in de EU STEM Coalition ({standing}): rol, feiten en praktijkvoorbeelden.',
  'organisation.description.place': '{name} ({country}) in de EU STEM Coalition ({standing}): rol, feiten en praktijkvoorbeelden.',
  'organisation.standing.member': 'Lid',
  'organisation.standing.unconfirmed': 'Lidmaatschap te bevestigen',
  'organisation.standing.partner': 'Partner',
  'organisation.standing.contact': 'Contact, geen lid',
  'organisation.practices': 'Praktijkvoorbeelden',
  'organisation.practices.none': 'Er is nog geen praktijkvoorbeeld van deze organisatie vastgelegd.',
  'organisation.practices.none.do': 'Bekijk alle praktijkvoorbeelden',
  'organisation.facts': 'Feiten',
  'organisation.country': 'Land',
  'organisation.region': 'Regio',
  'organisation.role': 'Rol',
  'organisation.kind': 'Soort',
  'organisation.type': 'Type',
  'organisation.website': 'Website',
  'organisation.compiled': 'Samengesteld uit openbare bronnen.',
  'organisation.source': 'Bron: {host}',
  'organisation.neighbours': 'Andere in dit land',
  'organisation.lead.none': 'Er is nog geen beschrijving van deze organisatie vastgelegd.',
  'organisation.updated': 'Gewijzigd op deze site op {date}.',
}
