import type { services as en } from '../en/services.ts'
import type { Texts } from '../texts.ts'

/** Newsletter, support and contact. */
export const services: Texts<typeof en> = {
  'newsletter.title': 'Nieuwsbrief',
  'newsletter.description': 'Nieuws van de EU STEM Coalition per e-mail.',
  'newsletter.lead': 'Enkele keren per jaar: wat leden hebben geprobeerd, wat ervan is gekomen, en waar het netwerk hierna bijeenkomt.',
  'support.title': 'Ondersteuning krijgen',
  'support.description': 'Vraag de EU STEM Coalition om een beleidsadvies, een taskforce of een rondetafel voor uw land of regio.',
  'support.lead': 'Wilt u een STEM-strategie opzetten, of komt de bestaande niet van de grond? Vraag het mensen die dit hebben meegemaakt.',
  'support.request': 'Ondersteuning aanvragen',
  'support.forms': 'Drie vormen van ondersteuning',
  'support.question': 'Alleen een vraag?',
  'support.forms.lead': 'U hoeft niet te weten welke past. Wij kiezen die samen met u.',
  'support.who': 'Wie kan aanvragen',
  'support.who.text':
    'Ministeries, regionale autoriteiten en STEM-platforms. Ook een organisatie die geen lid is, kan aanvragen, bij voorkeur samen met haar ministerie of regio.',
  'support.examples': 'Bekijk waartoe eerdere ondersteuning heeft geleid',
  'support.request.description': 'Hoe u een beleidsadvies, een taskforce of een rondetafel aanvraagt.',
  'contact.title': 'Contact',
}
