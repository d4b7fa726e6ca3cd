import type { consent as en } from '../en/consent.ts'
import type { Texts } from '../texts.ts'

/** What readers are told of their consent, its end, and why nothing is sent. */
export const consent: Texts<typeof en> = {
  'consent.agreed': 'Ha acconsentito a questo:',
  'consent.change.busy':
    'In questo preciso momento un numero sta partendo per il vecchio indirizzo. Nulla è ancora cambiato; prema di nuovo il pulsante tra due minuti.',
  'consent.subscribe-again': 'Iscriviti di nuovo',
  'readers.reason.erasure': 'ha chiesto di essere dimenticato',
  'readers.reason.left': 'iscrizione annullata da tempo e dimenticata',
  'consent.nobody': 'A questa casella non si invia più nulla',
  'consent.nobody.text': 'Chi riceveva qui la newsletter è passato a un altro indirizzo o ha chiesto di essere dimenticato. Non c’è più nulla da annullare.',
  'consent.busy':
    'Arrivano moltissime richieste da ogni parte, perciò per un po’ non partono messaggi di questo tipo. Ciò che ha scritto è ancora qui; riprovi tra un’ora.',
}
