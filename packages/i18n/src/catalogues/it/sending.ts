import type { sending as en } from '../en/sending.ts'
import type { Texts } from '../texts.ts'

/** Releasing campaigns of the newsletter, and how far they are. */
export const sending: Texts<typeof en> = {
  'sending.title': 'Invio: {name}',
  'sending.draft.text': 'È una bozza. Prima la controlli e la approvi; poi qualcun altro ne autorizza qui l’invio.',
  'sending.own': 'Ha scritto o approvato questa versione, quindi ne autorizza l’invio qualcun altro.',
  'sending.release': 'Autorizza l’invio',
  'sending.release.text': {
    one: 'Va a {count} persona, come è stato approvato.',
    many: 'Va a {count} persone, come è stato approvato.',
    other: 'Va a {count} persone, come è stato approvato.',
  },
  'sending.release.day': 'Giorno',
  'sending.release.day.hint': 'Lasci vuoto per inviare subito.',
  'sending.release.time': 'Ora',
  'sending.release.time.hint': 'Come la mostra l’orologio lì, per esempio 09:30',
  'sending.release.zone': 'Fuso orario',
  'sending.release.number': 'Scriva il numero dei destinatari',
  'sending.release.number.hint': 'Un ultimo sguardo a quanti lo ricevono.',
  'sending.problem.own': 'Qualcun altro deve autorizzare ciò che ha scritto o approvato.',
  'sending.problem.transport':
    'Qui i messaggi partono da un servizio per messaggi singoli: non ha un mittente di busta proprio per ogni messaggio, quindi nessuno saprebbe di mancati recapiti e reclami. Chi gestisce la piattaforma deve configurare un server di posta o un fornitore che trasporti newsletter; poi si può autorizzare.',
  'sending.deaf':
    'Nessuno saprebbe quali messaggi non arrivano: gli eventi del fornitore di posta non sono ascoltati. Chi gestisce la piattaforma dovrebbe prima impostare MAIL_EVENTS_KEY.',
  'sending.problem.nobody': 'Nessuno lo riceverebbe. Prima cambi i destinatari.',
  'sending.problem.number': 'Non sono tanti quelli che lo ricevono ora. Guardi il numero qui sopra e lo scriva.',
  'sending.problem.past': 'Scelga un’ora ancora da venire, entro un anno.',
  'sending.problem.clock':
    'Gli orologi lì non mostrano mai quest’ora. Scelga un giorno e un’ora come 09:30; nella notte in cui gli orologi vanno avanti manca un’ora.',
  'sending.problem.sure': 'Spunti per confermare. Nulla è stato annullato.',
  'sending.problem.stale': 'Nel frattempo è cambiato. Ecco com’è ora.',
  'sending.scheduled': 'Comincia il {at}. Una modifica termina l’autorizzazione.',
  'sending.held.text':
    'Ha mancato la sua ora di oltre quindici minuti, questa banca dati è stata ripristinata da una copia, o i messaggi partono per una via che non trasporta newsletter. Nulla è inviato finché qualcuno non ha guardato: una parte può essere già partita.',
  'sending.take-over': 'Ho guardato: riprendi',
  'sending.pause': 'Pausa',
  'sending.resume': 'Continua',
  'sending.cancel': 'Annulla per sempre',
  'sending.cancel.sure': 'Sì: chi finora non l’ha ricevuto non lo riceverà mai',
  'sending.cancel.text': 'Non si può riprendere.',
  'sending.refresh': 'Conta di nuovo',
  'sending.numbers': 'Numeri',
  'sending.numbers.text': 'Contati da una riga per ogni persona, in questo momento.',
  'sending.language': 'Lingua',
  'sending.all': 'Tutte',
  'sending.n.prepared': 'preparati',
  'sending.n.pending': 'in attesa',
  'sending.n.claimed': 'in invio',
  'sending.n.accepted': 'accettati',
  'sending.n.rejected': 'respinti',
  'sending.n.cancelled': 'esclusi',
  'sending.n.unknown': 'sconosciuti',
  'sending.unknown': 'Risposta perduta',
  'sending.unknown.text': 'Questi possono essere arrivati o no. Non sono inviati di nuovo se non lo decide Lei: una persona può allora riceverlo due volte.',
  'sending.unknown.accepted': 'Sono arrivati',
  'sending.unknown.again': 'Invia ancora una volta',
}
