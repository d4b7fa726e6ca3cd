import type { adoption as en } from '../en/adoption.ts'
import type { Texts } from '../texts.ts'

/** Practices that somebody took over. */
export const adoption: Texts<typeof en> = {
  'list.adoptions.title': 'Pratiche riprese',
  'list.adoptions.lead': 'Ciò che ha funzionato in un paese ed è stato ripreso in un altro: da dove a dove, quando e che cosa è cambiato lungo la strada.',
  'list.adoptions.description': 'Pratiche passate da un paese all’altro, con anno, stato, adattamenti ed esiti.',
  'list.adoptions.feed': 'Pratiche riprese – EU STEM Coalition',
  'list.adoptions.search': 'Cerca tra le pratiche riprese',
  'list.adoptions.more-than': 'Riprese più di {count} volte',
  'list.adoptions.none': 'Nulla corrisponde a tutto questo.',
  'list.adoptions.empty': 'Non è ancora registrata alcuna pratica ripresa.',
  'list.adoptions.empty.do': 'Qui comparirà ciò che i membri confermano di aver ripreso.',
  'adoption.title': 'Chi ha imparato da chi',
  'adoption.way': '{from} → {to}',
  'adoption.practice': 'Pratica',
  'adoption.practice.open': 'Apri la pratica',
  'adoption.from': 'Da',
  'adoption.to': 'A',
  'adoption.organisation': 'Ripresa da',
  'adoption.changed': 'Che cosa è stato adattato',
  'adoption.result': 'Che cosa ne è risultato',
  'adoption.picture': 'A sinistra i paesi da cui viene una pratica, a destra quelli che l’hanno ripresa; una linea più spessa indica più pratiche.',
  'adoption.list': 'Come elenco con filtri e file',
  'search.type.adoption': 'Pratiche riprese',
  'search.one.adoption': 'Pratica ripresa',
  'composer.type.adoption': 'Pratica ripresa',
  'terms.status.confirmed': 'Confermata',
  'terms.status.piloted': 'In sperimentazione',
  'terms.status.in-use': 'In uso',
  'terms.status.stopped': 'Interrotta',
  'list.adoptions.count': { one: 'Ripresa {count} volta', many: 'Ripresa {count} volte', other: 'Ripresa {count} volte' },
  'adoption.told': {
    one: 'È stata ripresa {count} pratica; paesi coinvolti: {countries}.',
    many: 'Sono state riprese {count} pratiche; paesi coinvolti: {countries}.',
    other: 'Sono state riprese {count} pratiche; paesi coinvolti: {countries}.',
  },
}
