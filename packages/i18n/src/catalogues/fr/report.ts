import type { report as en } from '../en/report.ts'
import type { Texts } from '../texts.ts'

/** What became of a campaign of the newsletter. */
export const report: Texts<typeof en> = {
  'report.title': 'Bilan : {name}',
  'report.none': 'Rien n’est encore parti. Une fois l’envoi commencé, vous verrez ici ce qu’il en est advenu.',
  'report.arrived': 'Ce qu’il en est advenu',
  'report.arrived.text': 'Compté à partir des lignes à cet instant, sans pixel ni lien personnel. Ce qu’un collègue a annulé ne compte pas.',
  'report.accepted': 'Acceptés par les serveurs de messagerie',
  'report.delivered': 'Remise confirmée',
  'report.delivered.unknown': 'Non indiqué par ce mode d’envoi',
  'report.rejected': 'Refusés d’emblée',
  'report.unknown': 'Réponse perdue',
  'report.complaints': 'Plaintes',
  'report.left': 'Désinscriptions à partir de ce message',
  'report.replies': 'Destinataires qui ont répondu',
  'report.failures': 'Échecs',
  'report.failures.text':
    'Destinataires selon la raison donnée par leur serveur. Les deux dernières concernent le message ou son expéditeur : elles n’excluent personne.',
  'report.kind': 'Raison',
  'report.readers': 'Destinataires',
  'report.codes': 'Codes',
  'report.code.none': 'sans code',
  'report.kind.hard': 'Boîte inexistante',
  'report.kind.soft': 'Boîte pleine ou serveur en panne',
  'report.kind.policy': 'Message refusé par principe',
  'report.kind.block': 'Serveur d’envoi bloqué',
  'report.domains': 'Domaines avec des échecs',
  'report.domains.text': {
    one: 'Seulement ceux qui ont reçu au moins {count} message.',
    other: 'Seulement ceux qui ont reçu au moins {count} messages.',
  },
  'report.domain': 'Domaine',
  'report.mails': 'Messages',
  'report.failed': 'Échecs',
  'report.links': 'Liens',
  'report.links.text': 'Nombre total de clics sur chacun depuis le message.',
  'report.links.none': 'Aucun n’a encore été suivi.',
  'report.link': 'Lien',
  'report.followed': 'Clics',
  'report.csv': 'Enregistrer en CSV',
}
