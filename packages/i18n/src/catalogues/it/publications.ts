import type { publications as en } from '../en/publications.ts'
import type { Texts } from '../texts.ts'

/** The lists of publications and news. */
export const publications: Texts<typeof en> = {
  'list.publications.title': 'Pubblicazioni',
  'list.publications.lead':
    'Rapporti, strategie, strumenti, resoconti di incontri e strumenti di monitoraggio sull’istruzione STEM in Europa, ciascuno con la sua fonte.',
  'list.publications.description': 'Cerchi e filtri le pubblicazioni sull’istruzione STEM in Europa per tipo, tema, paese e anno.',
  'list.publications.feed': 'Nuove pubblicazioni – EU STEM Coalition',
  'list.publications.search': 'Cerca tra le pubblicazioni',
  'list.publications.count': { one: '{count} pubblicazione', many: '{count} pubblicazioni', other: '{count} pubblicazioni' },
  'list.publications.more-than': 'Più di {count} pubblicazioni',
  'list.publications.none': 'Nessuna pubblicazione corrisponde a tutto questo.',
  'list.publications.empty': 'Nessuna pubblicazione è ancora registrata.',
  'list.publications.empty.do': 'Qui compariranno rapporti, strategie e strumenti.',
  'list.news.title': 'Notizie',
  'list.news.lead': 'Che cosa è successo nella coalizione e intorno a essa, prima le più recenti.',
  'list.news.description': 'Notizie di EU STEM Coalition e dei suoi membri, per paese e anno.',
  'list.news.feed': 'Notizie – EU STEM Coalition',
  'list.news.search': 'Cerca tra le notizie',
  'list.news.count': { one: '{count} notizia', many: '{count} notizie', other: '{count} notizie' },
  'list.news.more-than': 'Più di {count} notizie',
  'list.news.none': 'Nessuna notizia corrisponde a tutto questo.',
  'list.news.empty': 'Non ci sono ancora notizie.',
  'list.news.empty.do': 'Qui compariranno le notizie della coalizione e dei suoi membri.',
}
