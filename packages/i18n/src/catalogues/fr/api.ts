import type { api as en } from '../en/api.ts'
import type { Texts } from '../texts.ts'

/** The reference of the API. */
export const api: Texts<typeof en> = {
  'api.title': 'Données ouvertes et API',
  'api.description':
    'Reprenez les pratiques, les organisations, les indicateurs et la lettre d’information de l’EU STEM Coalition dans vos propres outils : fichiers, flux et API JSON sans clé.',
  'api.lead':
    'Tout ce qui est public sur ce site peut être lu par des programmes, gratuitement et sans clé. La même requête donne la page, le fichier et le flux.',
  'api.files': 'Fichiers et flux',
  'api.files.text': 'Ajoutez .csv, .json ou .atom à l’adresse d’une liste ; ses filtres restent.',
  'api.document': 'Document OpenAPI 3.1',
  'api.rules': 'Comment cela fonctionne',
  'api.rules.paging': 'Les listes viennent par pages. Prenez la valeur de next comme cursor pour la page suivante ; null signifie qu’il n’y en a plus.',
  'api.rules.errors':
    'Un refus est au format application/problem+json (RFC 9457) avec un code, une raison et les champs fautifs. Un paramètre inconnu est refusé : un filtre mal écrit n’est donc jamais ignoré.',
  'api.rules.cache': 'Chaque réponse porte un ETag : renvoyez-le dans If-None-Match et vous recevez 304 sans contenu si rien n’a changé.',
  'api.rules.limits': 'Au plus 600 réponses par minute pour un réseau. Au-delà, vous recevez 429 avec Retry-After.',
  'api.rules.language': 'L’API répond dans la langue de la notice et la nomme. Les programmes d’autres sites peuvent la lire (CORS) avec GET.',
  'api.routes': 'Adresses',
  'api.more': 'Adresses de modification et adresses privées',
  'api.more.text':
    'Elles modifient quelque chose, ou ne répondent qu’à la clé d’une organisation, au jeton d’un lien figurant dans un courriel de la lettre d’information, ou à un membre connecté du secrétariat. Le document le précise pour chacune. L’abonnement suit les règles du formulaire : la personne voit d’abord le texte du consentement, puis appuie sur le bouton du courriel, et la réponse est la même pour toutes les adresses.',
  'api.webhooks': 'Webhooks',
  'api.webhooks.text':
    'Les programmes ajoutés par le secrétariat sont prévenus quand quelque chose se passe : identifiants, états et nombres, signés selon Standard Webhooks, jamais rien qui concerne une personne.',
  'api.parameter': 'Paramètre',
  'api.meaning': 'Sens',
  'api.values': 'Valeurs',
  'api.many': 'peut être répété',
  'api.try': 'Ouvrir',
  'api.english': 'Les descriptions des adresses sont en anglais.',
}
