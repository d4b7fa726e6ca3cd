import type { inbound as en } from '../en/inbound.ts'
import type { Texts } from '../texts.ts'

/** Mails that come in: how they show in a case, and what the secretariat decides about them. */
export const inbound: Texts<typeof en> = {
  'inbound.answer-by-mail': 'U kunt ook op deze e-mail antwoorden. Wat u daar schrijft, gaat naar uw aanvraag.',
  'inbound.via': 'per e-mail',
  'inbound.earlier': 'Eerdere e-mails, zoals in deze geciteerd',
  'inbound.no-text': 'Deze e-mail had geen tekst.',
  'inbound.repeats': 'Zegt hetzelfde als een eerder bericht.',
  'inbound.not-kept': {
    one: '{count} bestand van deze e-mail is niet bewaard: {names}',
    other: '{count} bestanden van deze e-mail zijn niet bewaard: {names}',
  },
  'inbound.cut': 'De e-mail was langer. Alleen het begin is bewaard.',
  'inbound.possible': 'Dit hoort misschien bij een andere aanvraag',
  'inbound.possible.text': 'De e-mail verwijst naar een aanvraag, maar het is niet zeker dat hij daar hoort. Lees beide en beslis dan.',
  'inbound.possible.open': '{reference} openen',
  'inbound.apart': 'Gescheiden houden',
  'request.spam.too-many': 'Zeer veel e-mails van deze afzender binnen een uur',
  'request.spam.follows-spam': 'Antwoord op een aanvraag die als spam was gemarkeerd',
}
