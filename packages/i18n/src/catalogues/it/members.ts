import type { members as en } from '../en/members.ts'
import type { Texts } from '../texts.ts'

/** The register of organisations. */
export const members: Texts<typeof en> = {
  'members.title': 'Membri',
  'members.description':
    'Piattaforme STEM nazionali e regionali, ministeri, autorità, consigli della ricerca, agenzie e reti di università di EU STEM Coalition.',
  'members.lead':
    '{listed} organizzazioni aderenti e {unconfirmed} con adesione da confermare, in {countries} paesi: piattaforme, ministeri, regioni, agenzie e associazioni.',
  'members.find': 'Trova un membro',
  'members.kind': 'Tipo di organizzazione',
  'members.kind.all': 'Tutti i tipi',
  'members.country.all': 'Tutti i paesi',
  'members.show': 'Mostra i membri',
  'members.clear': 'Togli tutti i filtri',
  'members.map': 'Leggere la mappa',
  'members.map.member': {
    one: 'Pieno, con sigla: membro in elenco, {count} paese',
    many: 'Pieno, con sigla: membro in elenco, {count} paesi',
    other: 'Pieno, con sigla: membro in elenco, {count} paesi',
  },
  'members.map.unconfirmed': {
    one: 'A strisce, con sigla: adesione da confermare, {count} paese',
    many: 'A strisce, con sigla: adesione da confermare, {count} paesi',
    other: 'A strisce, con sigla: adesione da confermare, {count} paesi',
  },
  'members.map.none': 'Semplice, senza sigla: nessun membro registrato',
  'members.map.borders':
    'Confini come riconosciuti dall’Unione europea. Kosovo: tale designazione non pregiudica le posizioni riguardo allo status ed è in linea con la risoluzione 1244/1999 dell’UNSC e con il parere della CIG sulla dichiarazione di indipendenza del Kosovo.',
  'members.roles': 'Ruoli nella rete',
  'members.role.none': 'Nessun ruolo registrato',
  'members.unconfirmed': 'Adesione da confermare',
  'members.count': { one: '{count} membro per paese', many: '{count} membri per paese', other: '{count} membri per paese' },
  'members.none': 'Nessun membro corrisponde a tutto questo.',
  'members.none.do': 'Scelga tutti i tipi o tutti i paesi, o cerchi una parte del nome.',
  'members.empty': 'Nessun membro è ancora registrato.',
  'members.empty.do': 'Qui compariranno le organizzazioni aderenti.',
  'members.partners': { one: '{count} partner', many: '{count} partner', other: '{count} partner' },
  'members.partners.lead': 'Organizzazioni che lavorano con la coalizione senza esserne membri.',
  'members.contacts': { one: '{count} contatto', many: '{count} contatti', other: '{count} contatti' },
  'members.contacts.lead': 'Organizzazioni che hanno partecipato a una task force o a un incontro. Non sono membri.',
  'members.compiled': 'Compilato da fonti pubbliche. L’elenco può essere incompleto; ogni organizzazione indica la sua fonte.',
}
