import type { inbound as en } from '../en/inbound.ts'
import type { Texts } from '../texts.ts'

/** Mails that come in: how they show in a case, and what the secretariat decides about them. */
export const inbound: Texts<typeof en> = {
  'inbound.answer-by-mail': 'Sie können auch auf diese E-Mail antworten. Was Sie dort schreiben, geht zu Ihrer Anfrage.',
  'inbound.via': 'per E-Mail',
  'inbound.earlier': 'Frühere E-Mails, wie in dieser zitiert',
  'inbound.no-text': 'Diese E-Mail hatte keinen Text.',
  'inbound.repeats': 'Sagt dasselbe wie eine frühere Nachricht.',
  'inbound.not-kept': {
    one: '{count} Datei dieser E-Mail wurde nicht aufbewahrt: {names}',
    other: '{count} Dateien dieser E-Mail wurden nicht aufbewahrt: {names}',
  },
  'inbound.cut': 'Die E-Mail war länger. Nur ihr Anfang wurde aufbewahrt.',
  'inbound.possible': 'Dies könnte zu einer anderen Anfrage gehören',
  'inbound.possible.text': 'Die E-Mail verweist auf eine Anfrage, aber es ist nicht sicher, dass sie dorthin gehört. Lesen Sie beide und entscheiden Sie dann.',
  'inbound.possible.open': '{reference} öffnen',
  'inbound.apart': 'Getrennt halten',
  'request.spam.too-many': 'Sehr viele E-Mails von diesem Absender innerhalb einer Stunde',
  'request.spam.follows-spam': 'Antwort auf eine als Spam markierte Anfrage',
}
