import type { report as en } from '../en/report.ts'
import type { Texts } from '../texts.ts'

/** What became of a campaign of the newsletter. */
export const report: Texts<typeof en> = {
  'report.title': 'Resoconto: {name}',
  'report.none': 'Nulla è ancora stato inviato. Dopo l’inizio vedrà qui che cosa ne è stato.',
  'report.arrived': 'Che cosa ne è stato',
  'report.arrived.text': 'Contato dalle righe in questo momento, senza pixel né link personali. Ciò che un collega ha annullato non conta.',
  'report.accepted': 'Accettati dai server di posta',
  'report.delivered': 'Confermati come recapitati',
  'report.delivered.unknown': 'Non comunicato da questo modo di invio',
  'report.rejected': 'Respinti subito',
  'report.unknown': 'Risposta perduta',
  'report.complaints': 'Reclami',
  'report.left': 'Iscrizioni annullate in seguito',
  'report.replies': 'Persone che hanno risposto',
  'report.failures': 'Mancati recapiti',
  'report.failures.text':
    'Persone per motivo indicato dal loro server di posta. Gli ultimi due dicono qualcosa del messaggio o del mittente, quindi non sopprimono nessuno.',
  'report.kind': 'Motivo',
  'report.readers': 'Persone',
  'report.codes': 'Codici',
  'report.code.none': 'nessun codice',
  'report.kind.hard': 'Casella inesistente',
  'report.kind.soft': 'Casella piena o server fuori servizio',
  'report.kind.policy': 'Messaggio non voluto',
  'report.kind.block': 'Server di invio bloccato',
  'report.domains': 'Domini di posta con mancati recapiti',
  'report.domains.text': {
    one: 'Solo quelli a cui è andato almeno {count} messaggio.',
    many: 'Solo quelli a cui sono andati almeno {count} messaggi.',
    other: 'Solo quelli a cui sono andati almeno {count} messaggi.',
  },
  'report.domain': 'Dominio',
  'report.mails': 'Messaggi',
  'report.failed': 'Non riusciti',
  'report.links': 'Link',
  'report.links.text': 'Quante volte ciascuno è stato seguito dal messaggio, in totale.',
  'report.links.none': 'Ancora nessuno è stato seguito.',
  'report.link': 'Link',
  'report.followed': 'Seguito',
  'report.csv': 'Salva in CSV',
}
