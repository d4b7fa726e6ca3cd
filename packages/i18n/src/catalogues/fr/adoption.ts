import type { adoption as en } from '../en/adoption.ts'
import type { Texts } from '../texts.ts'

/** Practices that somebody took over. */
export const adoption: Texts<typeof en> = {
  'list.adoptions.title': 'Pratiques reprises',
  'list.adoptions.lead': 'Ce qui a réussi dans un pays et a été repris dans un autre : d’où vers où, quand, et ce qui a été changé.',
  'list.adoptions.description': 'Des pratiques passées d’un pays à un autre, avec l’année, l’état, ce qui a été changé et ce qui en est sorti.',
  'list.adoptions.feed': 'Pratiques reprises – EU STEM Coalition',
  'list.adoptions.search': 'Chercher une pratique reprise',
  'list.adoptions.more-than': 'Plus de {count} reprises',
  'list.adoptions.none': 'Rien ne répond à tout cela.',
  'list.adoptions.empty': 'Aucune pratique reprise n’est encore enregistrée.',
  'list.adoptions.empty.do': 'Ce que des membres confirment avoir repris apparaîtra ici.',
  'adoption.title': 'Qui a appris de qui',
  'adoption.way': '{from} → {to}',
  'adoption.practice': 'Pratique',
  'adoption.practice.open': 'Ouvrir la pratique',
  'adoption.from': 'De',
  'adoption.to': 'Vers',
  'adoption.organisation': 'Reprise par',
  'adoption.changed': 'Ce qui a été changé',
  'adoption.result': 'Ce qui en est sorti',
  'adoption.picture': 'À gauche les pays d’où vient une pratique, à droite ceux qui l’ont reprise ; un trait plus épais signifie plus de pratiques.',
  'adoption.list': 'En liste avec filtres et fichiers',
  'search.type.adoption': 'Pratiques reprises',
  'search.one.adoption': 'Pratique reprise',
  'composer.type.adoption': 'Pratique reprise',
  'terms.status.confirmed': 'Confirmée',
  'terms.status.piloted': 'À l’essai',
  'terms.status.in-use': 'En usage',
  'terms.status.stopped': 'Arrêtée',
  'list.adoptions.count': { one: '{count} reprise', many: '{count} reprises', other: '{count} reprises' },
  'adoption.told': {
    one: '{count} pratique a été reprise ; {countries} pays y participent.',
    many: '{count} pratiques ont été reprises ; {countries} pays y participent.',
    other: '{count} pratiques ont été reprises ; {countries} pays y participent.',
  },
}
