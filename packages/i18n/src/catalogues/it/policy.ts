import type { policy as en } from '../en/policy.ts'
import type { Texts } from '../texts.ts'

/** The lists of EU policy and of projects. */
export const policy: Texts<typeof en> = {
  'list.policy.title': 'Politiche dell’UE',
  'list.policy.lead': 'Documenti delle politiche dell’UE da cui parte il lavoro della coalizione, e come riguardano l’istruzione STEM.',
  'list.policy.description': 'Comunicazioni, risoluzioni e programmi delle istituzioni dell’UE sull’istruzione STEM, per istituzione e anno.',
  'list.policy.feed': 'Politiche dell’UE sulle STEM – EU STEM Coalition',
  'list.policy.search': 'Cerca tra le politiche dell’UE',
  'list.policy.count': { one: '{count} documento', many: '{count} documenti', other: '{count} documenti' },
  'list.policy.more-than': 'Più di {count} documenti',
  'list.policy.none': 'Nessun documento corrisponde a tutto questo.',
  'list.policy.empty': 'Nessun documento delle politiche dell’UE è ancora registrato.',
  'list.policy.empty.do': 'Qui compariranno i documenti importanti per l’istruzione STEM.',
  'list.projects.title': 'Progetti europei',
  'list.projects.lead': 'Progetti finanziati da programmi europei a cui partecipano la coalizione o i suoi membri, o che li riguardano.',
  'list.projects.description': 'Progetti europei sull’istruzione STEM, per programma e per stato di avanzamento.',
  'list.projects.feed': 'Nuovi progetti – EU STEM Coalition',
  'list.projects.search': 'Cerca tra i progetti',
  'list.projects.count': { one: '{count} progetto', many: '{count} progetti', other: '{count} progetti' },
  'list.projects.more-than': 'Più di {count} progetti',
  'list.projects.none': 'Nessun progetto corrisponde a tutto questo.',
  'list.projects.empty': 'Nessun progetto è ancora registrato.',
  'list.projects.empty.do': 'Qui compariranno i progetti europei sull’istruzione STEM.',
}
