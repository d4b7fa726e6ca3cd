import type { fallback as en } from '../en/fallback.ts'
import type { Texts } from '../texts.ts'

/** Pages that say why there is no page. */
export const fallback: Texts<typeof en> = {
  'fallback.404.title': 'Cette tuile est vide',
  'fallback.404.text':
    'Il n’y a pas de page à cette adresse : elle a été déplacée ou n’a jamais existé. Les adresses de notre ancien site mènent plus loin quand nous connaissons la nouvelle.',
  'fallback.soon.title': 'Cette partie du site n’est pas encore ouverte',
  'fallback.soon.text': 'L’adresse est juste et le restera. En attendant l’ouverture, les parties ci-dessous sont à votre disposition.',
  'fallback.410.title': 'Cette page a été retirée',
  'fallback.410.text': 'Ce qui se trouvait ici a été retiré volontairement ; cette adresse ne reviendra pas.',
  'fallback.429.title': 'Trop de pages à la fois',
  'fallback.429.text': 'Votre réseau a demandé un très grand nombre de pages en peu de temps. Attendez une minute, puis rechargez la page.',
  'fallback.500.title': 'Quelque chose a échoué de notre côté',
  'fallback.500.text': 'Vous n’y êtes pour rien, et rien n’est perdu sur votre appareil. Rechargez la page dans quelques minutes.',
  'fallback.503.title': 'Cette page n’est pas disponible pour le moment',
  'fallback.503.text': 'La partie du site qui détient cette page ne répond pas. Nous en sommes avertis. Réessayez dans quelques minutes.',
  'fallback.400.title': 'Nous n’avons pas pu lire cette demande',
  'fallback.400.text': 'Quelque chose n’y est pas comme ce site l’attend. Revenez en arrière et réessayez, ou repartez de l’accueil.',
  'fallback.403.title': 'Cette demande venait d’ailleurs',
  'fallback.403.text': 'Pour votre sécurité, le site n’accepte que les modifications envoyées depuis ses propres pages. Rouvrez la page et recommencez.',
  'fallback.405.title': 'Cette adresse ne fait pas cela',
  'fallback.405.text': 'L’adresse existe, mais pas pour ce genre de demande. Repartez de l’accueil.',
  'fallback.408.title': 'La demande a pris trop de temps',
  'fallback.408.text': 'Votre envoi n’est pas arrivé à temps. Vérifiez votre connexion et renvoyez-le.',
  'fallback.413.title': 'C’est trop volumineux',
  'fallback.413.text':
    'Vous avez envoyé plus que cette adresse n’accepte. Revenez en arrière, raccourcissez ou choisissez des fichiers plus petits, puis renvoyez.',
  'fallback.search': 'Rechercher une pratique',
  'fallback.search.button': 'Rechercher',
  'fallback.reference': 'Si vous nous écrivez à ce sujet, indiquez ce numéro : {id}',
}
