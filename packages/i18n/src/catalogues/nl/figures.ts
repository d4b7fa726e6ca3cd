import type { figures as en } from '../en/figures.ts'
import type { Texts } from '../texts.ts'

/** The public page of figures about requests for support. */
export const figures: Texts<typeof en> = {
  'figures.title': 'Ondersteuning in cijfers',
  'figures.description':
    'Hoeveel aanvragen om ondersteuning bij de EU STEM Coalition binnenkomen, van welke soort, hoe snel zij worden beantwoord en hoeveel er openstaan.',
  'figures.lead': 'Hoeveel aanvragen binnenkomen, van welke soort, en hoe snel zij worden beantwoord.',
  'figures.finding': { one: '{count} aanvraag kwam binnen in {year}.', other: '{count} aanvragen kwamen binnen in {year}.' },
  'figures.half': {
    one: 'De helft van de eerste antwoorden kwam binnen {days} werkdag.',
    other: 'De helft van de eerste antwoorden kwam binnen {days} werkdagen.',
  },
  'figures.as-of': 'Stand op {date}',
  'figures.open': 'Nu open',
  'figures.open.total': { one: '{count} aanvraag in totaal.', other: '{count} aanvragen in totaal.' },
  'figures.open.text': 'Nog niet beantwoord, of in afwachting van de aanvrager.',
  'figures.received': 'Ontvangen',
  'figures.received.text': 'Naar de dag waarop een aanvraag binnenkwam.',
  'figures.quarters': 'Aanvragen per kwartaal',
  'figures.years': 'Aanvragen per jaar en soort',
  'figures.quarter': 'Kwartaal {quarter}, {year}',
  'figures.period': 'Periode',
  'figures.total': 'Alle',
  'figures.speed': 'Hoe snel',
  'figures.speed.text': 'De coalitie belooft een antwoord, of een vraag, binnen {days} werkdagen.',
  'figures.speed.table': 'Eerste antwoorden naar de periode waarin de aanvraag binnenkwam',
  'figures.answered': 'Beantwoord of gesloten',
  'figures.median': 'De helft binnen (werkdagen)',
  'figures.within': 'Op tijd',
  'figures.few': 'te weinig om iets te zeggen',
  'figures.how': 'Hoe wij tellen',
  'figures.how.time':
    'Werkdagen zijn maandag tot en met vrijdag, van 9.00 tot 17.00 uur in Brussel, zonder de feestdagen van de EU-instellingen daar. Zolang wij op de aanvrager wachten, staat de klok stil.',
  'figures.how.share': 'Op tijd is het aandeel eerste antwoorden dat zoals beloofd kwam, van de gegeven en de achterstallige antwoorden.',
  'figures.how.left-out': 'Spam en aanvragen die met een andere zijn samengevoegd, tellen niet mee. Ingetrokken aanvragen tellen als ontvangen.',
  'figures.how.small': 'Bij minder dan vijf antwoorden zeggen wij niets over de snelheid. Er zijn geen namen en geen landen.',
  'figures.csv': 'Cijfers als CSV',
  'figures.json': 'Cijfers als JSON',
  'figures.link': 'Ondersteuning in cijfers: hoeveel vragen erom, hoe snel antwoorden wij',
}
