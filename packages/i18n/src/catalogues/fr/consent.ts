import type { consent as en } from '../en/consent.ts'
import type { Texts } from '../texts.ts'

/** What readers are told of their consent, its end, and why nothing is sent. */
export const consent: Texts<typeof en> = {
  'consent.agreed': 'Vous avez accepté ceci :',
  'consent.subscribe-again': 'Se réabonner',
  'readers.reason.erasure': 'a demandé l’effacement',
  'readers.reason.left': 'désabonné depuis longtemps, puis effacé',
}
