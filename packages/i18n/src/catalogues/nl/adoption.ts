import type { adoption as en } from '../en/adoption.ts'
import type { Texts } from '../texts.ts'

/** Practices that somebody took over. */
export const adoption: Texts<typeof en> = {
  'list.adoptions.title': 'Overgenomen praktijken',
  'list.adoptions.lead': 'Wat in het ene land werkte en in het andere is overgenomen: van waar naar waar, wanneer en wat er werd aangepast.',
  'list.adoptions.description': 'Praktijken die van het ene naar het andere land gingen, met jaar, stand, aanpassingen en resultaat.',
  'list.adoptions.feed': 'Overgenomen praktijken van de EU STEM Coalition',
  'list.adoptions.search': 'Zoek in overgenomen praktijken',
  'list.adoptions.more-than': 'Meer dan {count} keer overgenomen',
  'list.adoptions.none': 'Niets past bij dit alles.',
  'list.adoptions.empty': 'Er is nog geen overgenomen praktijk vastgelegd.',
  'list.adoptions.empty.do': 'Wat leden bevestigen te hebben overgenomen, verschijnt hier.',
  'adoption.title': 'Wie van wie leerde',
  'adoption.way': '{from} → {to}',
  'adoption.practice': 'Praktijk',
  'adoption.practice.open': 'Open de praktijk',
  'adoption.from': 'Van',
  'adoption.to': 'Naar',
  'adoption.organisation': 'Overgenomen door',
  'adoption.changed': 'Wat is aangepast',
  'adoption.result': 'Wat ervan kwam',
  'adoption.picture': 'Links de landen waar een praktijk vandaan kwam, rechts die haar overnamen; een dikkere lijn staat voor meer praktijken.',
  'adoption.list': 'Als lijst met filters en bestanden',
  'search.type.adoption': 'Overgenomen praktijken',
  'search.one.adoption': 'Overgenomen praktijk',
  'composer.type.adoption': 'Overgenomen praktijk',
  'terms.status.confirmed': 'Bevestigd',
  'terms.status.piloted': 'Beproefd',
  'terms.status.in-use': 'In gebruik',
  'terms.status.stopped': 'Gestopt',
  'list.adoptions.count': { one: '{count} keer overgenomen', other: '{count} keer overgenomen' },
  'adoption.told': {
    one: '{count} praktijk is overgenomen; {countries} landen doen mee.',
    other: '{count} praktijken zijn overgenomen; {countries} landen doen mee.',
  },
}
