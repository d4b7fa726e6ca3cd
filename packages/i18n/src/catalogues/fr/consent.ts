import type { consent as en } from '../en/consent.ts'
import type { Texts } from '../texts.ts'

/** What readers are told of their consent, its end, and why nothing is sent. */
export const consent: Texts<typeof en> = {
  'consent.agreed': 'Vous avez accepté ceci :',
  'consent.change.busy': 'Un numéro part en ce moment vers l’ancienne adresse. Rien n’est encore changé ; pressez de nouveau le bouton dans deux minutes.',
  'consent.subscribe-again': 'Se réabonner',
  'readers.reason.erasure': 'a demandé l’effacement',
  'readers.reason.left': 'désabonné depuis longtemps, puis effacé',
  'consent.nobody': 'Plus rien n’est envoyé à cette boîte',
  'consent.nobody.text': 'La personne qui recevait la lettre ici a changé d’adresse ou a demandé à être oubliée. Il n’y a plus rien à arrêter.',
  'consent.busy':
    'De très nombreuses demandes arrivent de partout ; aucun message de ce type ne part pour un moment. Votre saisie est conservée ; réessayez dans une heure.',
}
