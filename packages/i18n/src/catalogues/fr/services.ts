import type { services as en } from '../en/services.ts'
import type { Texts } from '../texts.ts'

/** Newsletter, support and contact. */
export const services: Texts<typeof en> = {
  'newsletter.title': 'Lettre d’information',
  'newsletter.description': 'Des nouvelles de l’EU STEM Coalition par courriel.',
  'newsletter.lead': 'Quelques fois par an : ce que les membres ont essayé, ce qui en est sorti et où le réseau se retrouvera.',
  'support.title': 'Demander un appui',
  'support.description': 'Demandez à l’EU STEM Coalition une note de recommandation, un groupe d’appui ou une table ronde pour votre pays ou votre région.',
  'support.lead': 'Vous voulez bâtir une stratégie STIM, ou la vôtre n’avance pas ? Demandez à celles et ceux qui sont passés par là.',
  'support.request': 'Demander un appui',
  'support.forms': 'Trois formes d’appui',
  'support.question': 'Une simple question ?',
  'support.forms.lead': 'Vous n’avez pas à savoir laquelle convient. Nous la choisissons avec vous.',
  'support.who': 'Qui peut demander',
  'support.who.text':
    'Les ministères, les autorités régionales et les plateformes STIM. Une organisation non membre peut aussi demander, de préférence avec son ministère ou sa région.',
  'support.examples': 'Voir ce que les appuis précédents ont produit',
  'support.request.description': 'Comment demander une note de recommandation, un groupe d’appui ou une table ronde.',
  'contact.title': 'Contact',
}
