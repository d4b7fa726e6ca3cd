import type { campaigns as en } from '../en/campaigns.ts'
import type { Texts } from '../texts.ts'

/** Campaigns of the newsletter in the console: who gets them, when, following them, the monthly digest; and what a quote stands in. */
export const campaigns: Texts<typeof en> = {
  'campaigns.quote': '‘{words}’',
  'campaigns.zone.brussels': 'tijd in Brussel',
  'campaigns.zone.athens': 'tijd in Athene',
  'campaigns.zone.lisbon': 'tijd in Lissabon',
  'campaigns.zone.utc': 'wereldtijd (UTC)',
  'campaigns.at': '{at}, {zone}',
  'campaigns.live': 'Deze pagina ververst zich elke {seconds} seconden tot het nummer verstuurd is. Verder beweegt er niets.',
  'campaigns.live.stop': 'Niet meer verversen',
  'campaigns.live.start': 'Vanzelf verversen',
  'campaigns.reach.countries': 'Naar gekozen land',
  'campaigns.reach.everywhere': 'Alle landen',
  'campaigns.reach.countries.hint': 'Lezers tellen mee in elk land dat ze kozen.',
  'campaigns.reach.sample': 'Enkelen van hen',
  'campaigns.reach.sample.text': 'Uit allen getrokken; adressen zijn niet volledig te zien.',
  'campaigns.left.suppressed': 'Geblokkeerd: {reason}',
  'campaigns.reach.none': 'Niemand die bedoeld is, wordt overgeslagen.',
  'campaigns.digest': 'Maandoverzicht',
  'campaigns.digest.text':
    'In de eerste drie dagen van een maand ontstaat een concept van wat de maand ervoor is gepubliceerd. Iemand controleert het nog, keurt het goed en geeft het vrij.',
  'campaigns.digest.none': 'Er is nog geen maand voorbij.',
  'campaigns.digest.month': 'Maand',
  'campaigns.digest.outcome': 'Wat ervan werd',
  'campaigns.digest.holds': 'Wat erin staat',
  'campaigns.digest.made': 'Gemaakt',
  'campaigns.digest.empty': 'Overgeslagen: er is niets gepubliceerd',
  'campaigns.digest.item': { one: '{count} item', other: '{count} items' },
  'campaigns.digest.topics': 'Thema’s: {list}',
  'campaigns.digest.countries': 'Landen: {list}',
  'campaigns.digest.languages': 'In hun eigen taal: {list}',
  'campaigns.digest.coalition': 'hele coalitie',
}
