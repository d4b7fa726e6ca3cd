import type { inbound as en } from '../en/inbound.ts'
import type { Texts } from '../texts.ts'

/** Mails that come in: how they show in a case, and what the secretariat decides about them. */
export const inbound: Texts<typeof en> = {
  'inbound.answer-by-mail': 'También puede responder a este correo. Lo que escriba allí va a su solicitud.',
  'inbound.via': 'por correo',
  'inbound.earlier': 'Correos anteriores, citados en este',
  'inbound.no-text': 'Este correo no tenía texto.',
  'inbound.repeats': 'Dice lo mismo que un mensaje anterior.',
  'inbound.not-kept': { one: '{count} archivo de este correo no se conservó: {names}', other: '{count} archivos de este correo no se conservaron: {names}' },
  'inbound.cut': 'El correo era más largo. Solo se conservó su comienzo.',
  'inbound.possible': 'Esto puede pertenecer a otra solicitud',
  'inbound.possible.text': 'El correo apunta a una solicitud, pero no es seguro que pertenezca a ella. Lea ambos y después decida.',
  'inbound.possible.open': 'Abrir {reference}',
  'inbound.apart': 'Mantener aparte',
  'request.spam.too-many': 'Muchísimos correos de este remitente en una hora',
  'request.spam.follows-spam': 'Responde a una solicitud marcada como no deseada',
}
