import type { inbound as en } from '../en/inbound.ts'
import type { Texts } from '../texts.ts'

/** Mails that come in: how they show in a case, and what the secretariat decides about them. */
export const inbound: Texts<typeof en> = {
  'inbound.answer-by-mail': 'Può anche rispondere a questo messaggio. Ciò che scrive va alla Sua richiesta.',
  'inbound.via': 'per e-mail',
  'inbound.earlier': 'Messaggi precedenti, citati in questo',
  'inbound.no-text': 'Questo messaggio non aveva testo.',
  'inbound.repeats': 'Dice la stessa cosa di un messaggio precedente.',
  'inbound.not-kept': {
    one: '{count} file di questo messaggio non è stato conservato: {names}',
    many: '{count} file di questo messaggio non sono stati conservati: {names}',
    other: '{count} file di questo messaggio non sono stati conservati: {names}',
  },
  'inbound.cut': 'Il messaggio era più lungo. Ne è stato conservato solo l’inizio.',
  'inbound.possible': 'Può appartenere a un’altra richiesta',
  'inbound.possible.text': 'Il messaggio rimanda a una richiesta, ma non è certo che le appartenga. Legga entrambi, poi decida.',
  'inbound.possible.open': 'Apri {reference}',
  'inbound.apart': 'Tieni distinte',
  'request.spam.too-many': 'Moltissimi messaggi da questo mittente in un’ora',
  'request.spam.follows-spam': 'Risponde a una richiesta segnata come spam',
}
