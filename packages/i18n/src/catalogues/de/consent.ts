import type { consent as en } from '../en/consent.ts'
import type { Texts } from '../texts.ts'

/** What readers are told of their consent, its end, and why nothing is sent. */
export const consent: Texts<typeof en> = {
  'consent.agreed': 'Sie haben dem zugestimmt:',
  'consent.change.busy': 'Gerade geht eine Ausgabe an die alte Adresse hinaus. Noch ist nichts geändert; drücken Sie den Knopf in zwei Minuten noch einmal.',
  'consent.subscribe-again': 'Wieder abonnieren',
  'readers.reason.erasure': 'wollte vergessen werden',
  'readers.reason.left': 'hat sich vor langer Zeit abgemeldet und wurde vergessen',
  'consent.nobody': 'An dieses Postfach wird nichts mehr gesendet',
  'consent.nobody.text': 'Wer den Newsletter hier bekam, hat eine andere Adresse oder wollte vergessen werden. Es gibt nichts mehr zu beenden.',
  'consent.busy':
    'Von überall kommen sehr viele Anfragen, daher gehen für eine Weile keine solchen E-Mails hinaus. Alles, was Sie eingegeben haben, steht noch hier; versuchen Sie es in einer Stunde wieder.',
}
