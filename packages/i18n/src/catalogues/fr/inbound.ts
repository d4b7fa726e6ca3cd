import type { inbound as en } from '../en/inbound.ts'
import type { Texts } from '../texts.ts'

/** Mails that come in: how they show in a case, and what the secretariat decides about them. */
export const inbound: Texts<typeof en> = {
  'inbound.answer-by-mail': 'Vous pouvez aussi répondre à ce courriel. Votre réponse rejoint votre demande.',
  'inbound.via': 'par courriel',
  'inbound.earlier': 'Courriels précédents, tels que cités dans celui-ci',
  'inbound.no-text': 'Ce courriel ne contenait pas de texte.',
  'inbound.repeats': 'Dit la même chose qu’un message précédent.',
  'inbound.not-kept': {
    one: '{count} fichier de ce courriel n’a pas été conservé : {names}',
    other: '{count} fichiers de ce courriel n’ont pas été conservés : {names}',
  },
  'inbound.cut': 'Le courriel était plus long. Seul son début a été conservé.',
  'inbound.possible': 'Ceci relève peut-être d’une autre demande',
  'inbound.possible.text': 'Le courriel renvoie à une demande, mais il n’est pas certain qu’il en fasse partie. Lisez les deux, puis décidez.',
  'inbound.possible.open': 'Ouvrir {reference}',
  'inbound.apart': 'Garder à part',
  'request.spam.too-many': 'Un très grand nombre de courriels de cet expéditeur en une heure',
  'request.spam.follows-spam': 'Répond à une demande marquée comme indésirable',
}
