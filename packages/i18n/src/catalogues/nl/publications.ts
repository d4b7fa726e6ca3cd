import type { publications as en } from '../en/publications.ts'
import type { Texts } from '../texts.ts'

/** The lists of publications and news. */
export const publications: Texts<typeof en> = {
  'list.publications.title': 'Publicaties',
  'list.publications.lead':
    'Rapporten, strategieën, hulpmiddelen, verslagen van bijeenkomsten en monitoringinstrumenten over STEM-onderwijs in Europa, elk met bron.',
  'list.publications.description': 'Zoek en filter publicaties over STEM-onderwijs in Europa op type, thema, land en jaar.',
  'list.publications.feed': 'Nieuwe publicaties – EU STEM Coalition',
  'list.publications.search': 'Publicaties zoeken',
  'list.publications.count': { one: '{count} publicatie', other: '{count} publicaties' },
  'list.publications.more-than': 'Meer dan {count} publicaties',
  'list.publications.none': 'Geen publicatie voldoet aan dit alles.',
  'list.publications.empty': 'Er is nog geen publicatie vastgelegd.',
  'list.publications.empty.do': 'Rapporten, strategieën en hulpmiddelen verschijnen hier.',
  'list.news.title': 'Nieuws',
  'list.news.lead': 'Wat er in en rond de coalitie gebeurde, het nieuwste eerst.',
  'list.news.description': 'Nieuws van de EU STEM Coalition en haar leden, per land en jaar.',
  'list.news.feed': 'Nieuws – EU STEM Coalition',
  'list.news.search': 'Nieuws doorzoeken',
  'list.news.count': { one: '{count} nieuwsbericht', other: '{count} nieuwsberichten' },
  'list.news.more-than': 'Meer dan {count} nieuwsberichten',
  'list.news.none': 'Geen nieuwsbericht voldoet aan dit alles.',
  'list.news.empty': 'Er is nog geen nieuws.',
  'list.news.empty.do': 'Nieuws van de coalitie en haar leden verschijnt hier.',
}
