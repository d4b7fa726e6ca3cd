import type { consent as en } from '../en/consent.ts'
import type { Texts } from '../texts.ts'

/** What readers are told of their consent, its end, and why nothing is sent. */
export const consent: Texts<typeof en> = {
  'consent.agreed': 'U bent hiermee akkoord gegaan:',
  'consent.change.busy': 'Op dit moment gaat een nummer naar het oude adres. Er is nog niets gewijzigd; druk over twee minuten opnieuw op de knop.',
  'consent.subscribe-again': 'Opnieuw abonneren',
  'readers.reason.erasure': 'vroeg om vergeten te worden',
  'readers.reason.left': 'heeft zich lang geleden afgemeld en is vergeten',
  'consent.nobody': 'Naar deze mailbox wordt niets meer gestuurd',
  'consent.nobody.text': 'Wie de nieuwsbrief hier kreeg, heeft een ander adres of vroeg om vergeten te worden. Er valt niets meer te beëindigen.',
  'consent.busy':
    'Er komen overal vandaan zeer veel aanvragen binnen, dus gaan er een tijdje geen e-mails van deze soort uit. Alles wat u hebt ingevuld, staat hier nog; probeer het over een uur opnieuw.',
}
