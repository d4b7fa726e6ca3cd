import type { services as en } from '../en/services.ts'
import type { Texts } from '../texts.ts'

/** Newsletter, support and contact. */
export const services: Texts<typeof en> = {
  'newsletter.title': 'Lettre d’information',
  'newsletter.description': 'Des nouvelles de l’EU STEM Coalition par courriel.',
  'newsletter.lead': 'Quelques fois par an : ce que les membres ont essayé, ce qui en est sorti et où le réseau se retrouvera.',
  'newsletter.soon':
    'Vous ne pouvez pas encore vous abonner ici. Nous vous demanderons de confirmer par courriel, nous ne suivrons pas ce que vous ouvrez, et vous pourrez vous désabonner d’un clic.',
  'newsletter.feed': 'En attendant : le flux des nouvelles pratiques pour votre lecteur de flux',
  'support.title': 'Demander un appui',
  'support.description': 'Demandez à l’EU STEM Coalition une note de recommandation, un groupe d’appui ou une table ronde pour votre pays ou votre région.',
  'support.lead': 'Vous voulez bâtir une stratégie STIM, ou la vôtre n’avance pas ? Demandez à celles et ceux qui sont passés par là.',
  'support.request': 'Demander un appui',
  'support.forms': 'Trois formes d’appui',
  'support.forms.lead': 'Vous n’avez pas à savoir laquelle convient. Nous la choisissons avec vous.',
  'support.who': 'Qui peut demander',
  'support.who.text':
    'Les ministères, les autorités régionales et les plateformes STIM. Une organisation non membre peut aussi demander, de préférence avec son ministère ou sa région.',
  'support.examples': 'Voir ce que les appuis précédents ont produit',
  'support.request.description': 'Comment demander une note de recommandation, un groupe d’appui ou une table ronde.',
  'support.request.lead': 'Le formulaire pose trois questions. Vous pouvez préparer les réponses dès maintenant.',
  'support.request.soon': 'Le formulaire n’est pas encore ouvert. D’ici là, adressez-vous au secrétariat ; la page de contact dit comment.',
  'support.prepare': 'Ce que le formulaire demandera',
  'support.prepare.1': 'La question à laquelle vous voulez une réponse, en une ou deux phrases.',
  'support.prepare.2': 'Ce qui a été essayé jusqu’ici, et ce qui a bloqué.',
  'support.prepare.3': 'Qui devrait être à la table : pouvoirs publics, enseignement, entreprises.',
  'contact.title': 'Contact',
  'contact.description': 'Comment joindre le secrétariat de l’EU STEM Coalition.',
  'contact.lead': 'Le secrétariat répond aux questions sur le réseau, sur l’appui et sur ce site.',
  'contact.secretariat':
    'Il est installé chez Platform Talent voor Technologie, aux Pays-Bas. Un formulaire de contact est en préparation sur cette page ; d’ici à son ouverture, passez par le site de la plateforme ou adressez-vous au membre de votre pays.',
  'contact.secretariat.link': 'Platform Talent voor Technologie',
  'contact.members': 'Trouver le membre de votre pays',
}
