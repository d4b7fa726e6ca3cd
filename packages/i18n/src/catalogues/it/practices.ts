import type { practices as en } from '../en/practices.ts'
import type { Texts } from '../texts.ts'

/** The list of practices. */
export const practices: Texts<typeof en> = {
  'list.practices.title': 'Pratiche',
  'list.practices.lead':
    'Programmi, reti, strumenti e misure che avvicinano le persone a scienza e tecnologia, descritti allo stesso modo per poterli confrontare.',
  'list.practices.description': 'Cerchi e filtri le pratiche dell’istruzione STEM di tutta Europa per tema, paese, livello, tipo e destinatari.',
  'list.practices.feed': 'Nuove pratiche – EU STEM Coalition',
  'list.practices.search': 'Cerca tra le pratiche',
  'list.practices.count': { one: '{count} pratica', many: '{count} pratiche', other: '{count} pratiche' },
  'list.practices.more-than': 'Più di {count} pratiche',
  'list.practices.none': 'Nessuna pratica corrisponde a tutto questo.',
  'list.practices.empty': 'Nessuna pratica è ancora pubblicata.',
  'list.practices.empty.do': 'Qui compariranno le pratiche delle organizzazioni aderenti.',
}
