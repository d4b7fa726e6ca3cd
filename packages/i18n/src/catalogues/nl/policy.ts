import type { policy as en } from '../en/policy.ts'
import type { Texts } from '../texts.ts'

/** The lists of EU policy and of projects. */
export const policy: Texts<typeof en> = {
  'list.policy.title': 'EU-beleid',
  'list.policy.lead': 'Documenten van het EU-beleid waarvan het werk van de coalitie uitgaat, met hun betekenis voor STEM-onderwijs.',
  'list.policy.description': 'Mededelingen, resoluties en programma’s van EU-instellingen over STEM-onderwijs, per instelling en jaar.',
  'list.policy.feed': 'EU-beleid inzake STEM – EU STEM Coalition',
  'list.policy.search': 'EU-beleid doorzoeken',
  'list.policy.count': { one: '{count} document', other: '{count} documenten' },
  'list.policy.more-than': 'Meer dan {count} documenten',
  'list.policy.none': 'Geen document voldoet aan dit alles.',
  'list.policy.empty': 'Er is nog geen document van EU-beleid vastgelegd.',
  'list.policy.empty.do': 'Documenten die van belang zijn voor STEM-onderwijs verschijnen hier.',
  'list.projects.title': 'EU-projecten',
  'list.projects.lead': 'Door Europese programma’s betaalde projecten waaraan de coalitie of haar leden deelnemen, of die voor hen van belang zijn.',
  'list.projects.description': 'Europese projecten over STEM-onderwijs, per programma en naargelang zij lopen.',
  'list.projects.feed': 'Nieuwe projecten – EU STEM Coalition',
  'list.projects.search': 'Projecten zoeken',
  'list.projects.count': { one: '{count} project', other: '{count} projecten' },
  'list.projects.more-than': 'Meer dan {count} projecten',
  'list.projects.none': 'Geen project voldoet aan dit alles.',
  'list.projects.empty': 'Er is nog geen project vastgelegd.',
  'list.projects.empty.do': 'Europese projecten over STEM-onderwijs verschijnen hier.',
}
