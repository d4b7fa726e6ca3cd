import type { policy as en } from '../en/policy.ts'
import type { Texts } from '../texts.ts'

/** The lists of EU policy and of projects. */
export const policy: Texts<typeof en> = {
  'list.policy.title': 'EU-Politik',
  'list.policy.lead': 'Dokumente der EU-Politik, von denen die Arbeit der Koalition ausgeht, mit ihrem Bezug zur MINT-Bildung.',
  'list.policy.description': 'Mitteilungen, Entschließungen und Programme der EU-Organe zur MINT-Bildung, nach Organ und Jahr.',
  'list.policy.feed': 'EU-Politik zu MINT – EU STEM Coalition',
  'list.policy.search': 'EU-Politik durchsuchen',
  'list.policy.count': { one: '{count} Dokument', other: '{count} Dokumente' },
  'list.policy.more-than': 'Mehr als {count} Dokumente',
  'list.policy.none': 'Kein Dokument entspricht all diesen Angaben.',
  'list.policy.empty': 'Noch ist kein Dokument der EU-Politik erfasst.',
  'list.policy.empty.do': 'Für die MINT-Bildung wichtige Dokumente werden hier erscheinen.',
  'list.projects.title': 'EU-Projekte',
  'list.projects.lead':
    'Aus europäischen Programmen finanzierte Projekte, an denen die Koalition oder ihre Mitglieder teilnehmen oder die für sie wichtig sind.',
  'list.projects.description': 'Europäische Projekte zur MINT-Bildung, nach Programm und Laufzeit.',
  'list.projects.feed': 'Neue Projekte – EU STEM Coalition',
  'list.projects.search': 'Projekte suchen',
  'list.projects.count': { one: '{count} Projekt', other: '{count} Projekte' },
  'list.projects.more-than': 'Mehr als {count} Projekte',
  'list.projects.none': 'Kein Projekt entspricht all diesen Angaben.',
  'list.projects.empty': 'Noch ist kein Projekt erfasst.',
  'list.projects.empty.do': 'Europäische Projekte zur MINT-Bildung werden hier erscheinen.',
}
