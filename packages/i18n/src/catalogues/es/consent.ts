import type { consent as en } from '../en/consent.ts'
import type { Texts } from '../texts.ts'

/** What readers are told of their consent, its end, and why nothing is sent. */
export const consent: Texts<typeof en> = {
  'consent.agreed': 'Usted aceptó esto:',
  'consent.change.busy':
    'En este mismo momento sale un número hacia la dirección anterior. Aún no se ha cambiado nada; pulse el botón de nuevo dentro de dos minutos.',
  'consent.subscribe-again': 'Suscribirse de nuevo',
  'readers.reason.erasure': 'pidió ser olvidado',
  'readers.reason.left': 'se dio de baja hace mucho y fue olvidado',
  'consent.nobody': 'Ya no se envía nada a este buzón',
  'consent.nobody.text': 'Quien recibía aquí el boletín tiene otra dirección o pidió ser olvidado. No queda nada que terminar.',
  'consent.busy':
    'Llegan muchísimas solicitudes de todas partes, así que durante un rato no salen correos de este tipo. Todo lo que escribió sigue aquí; inténtelo de nuevo dentro de una hora.',
}
