import type { sending as en } from '../en/sending.ts'
import type { Texts } from '../texts.ts'

/** Releasing campaigns of the newsletter, and how far they are. */
export const sending: Texts<typeof en> = {
  'sending.title': 'Envoi : {name}',
  'sending.draft.text': 'C’est un brouillon. Vérifiez-le et approuvez-le d’abord ; une autre personne le libère ensuite ici.',
  'sending.own': 'Vous avez écrit ou approuvé cette version : une autre personne doit la libérer.',
  'sending.release': 'Libérer l’envoi',
  'sending.release.text': {
    one: 'Il part à {count} destinataire, tel qu’il a été approuvé.',
    other: 'Il part à {count} destinataires, tel qu’il a été approuvé.',
  },
  'sending.release.day': 'Jour',
  'sending.release.day.hint': 'Laissez vide pour envoyer tout de suite.',
  'sending.release.time': 'Heure',
  'sending.release.time.hint': 'Comme l’horloge l’indique là-bas, p. ex. 09:30',
  'sending.release.zone': 'Fuseau horaire',
  'sending.release.number': 'Saisissez le nombre de destinataires',
  'sending.release.number.hint': 'Un dernier regard sur le nombre de personnes qui le reçoivent.',
  'sending.problem.own': 'Une autre personne doit libérer ce que vous avez écrit ou approuvé.',
  'sending.problem.transport':
    'Ici, les messages partent par un service réservé aux envois individuels : sans adresse d’enveloppe propre à chaque message, personne n’apprendrait les échecs ni les plaintes. L’exploitant de la plateforme doit d’abord configurer un serveur de messagerie ou un prestataire d’envoi de lettres d’information ; la libération sera alors possible.',
  'sending.deaf':
    'Personne n’apprendrait quels messages échouent : les événements du prestataire ne sont pas écoutés. L’exploitant de la plateforme devrait d’abord définir MAIL_EVENTS_KEY.',
  'sending.problem.nobody': 'Personne ne le recevrait. Modifiez d’abord l’audience.',
  'sending.problem.number': 'Ce n’est pas le nombre actuel de destinataires. Regardez le nombre ci-dessus et saisissez-le.',
  'sending.problem.past': 'Choisissez un moment à venir, dans l’année.',
  'sending.problem.clock':
    'Les horloges n’indiquent jamais cette heure là-bas. Choisissez un jour et une heure comme 09:30 ; la nuit du passage à l’heure d’été, une heure manque.',
  'sending.problem.sure': 'Cochez la case pour confirmer. Rien n’a été annulé.',
  'sending.problem.stale': 'La situation a changé entre-temps. Voici où elle en est.',
  'sending.scheduled': 'L’envoi commence le {at}. Toute modification annule la libération.',
  'sending.held.text':
    'Son heure est passée de plus de quinze minutes, cette base de données a été rétablie depuis une copie, ou les messages partent par une voie qui ne porte pas de lettres d’information. Rien ne part avant que quelqu’un l’ait examiné : une partie est peut-être déjà partie.',
  'sending.take-over': 'Je l’ai examiné : le reprendre',
  'sending.pause': 'Mettre en pause',
  'sending.resume': 'Reprendre',
  'sending.cancel': 'Annuler définitivement',
  'sending.cancel.sure': 'Oui : qui ne l’a pas encore reçu ne le recevra jamais',
  'sending.cancel.text': 'L’envoi ne pourra pas être repris.',
  'sending.refresh': 'Recompter',
  'sending.numbers': 'Chiffres',
  'sending.numbers.text': 'Comptés sur une ligne par destinataire, à cet instant.',
  'sending.language': 'Langue',
  'sending.all': 'Toutes',
  'sending.n.prepared': 'préparés',
  'sending.n.pending': 'en attente',
  'sending.n.claimed': 'en cours',
  'sending.n.accepted': 'acceptés',
  'sending.n.rejected': 'refusés',
  'sending.n.cancelled': 'écartés',
  'sending.n.unknown': 'inconnus',
  'sending.unknown': 'Réponse perdue',
  'sending.unknown.text':
    'Ces messages sont peut-être arrivés. Ils ne repartent que si vous en décidez ainsi : un destinataire peut alors le recevoir deux fois.',
  'sending.unknown.accepted': 'Ils sont arrivés',
  'sending.unknown.again': 'Envoyer une fois de plus',
}
