import type { legal as en } from '../en/legal.ts'
import type { Texts } from '../texts.ts'

/** Languages, accessibility, privacy. */
export const legal: Texts<typeof en> = {
  'languages.title': 'Langues',
  'languages.description': 'Les langues dans lesquelles vous pouvez lire le site de l’EU STEM Coalition, et ce qui se passe quand une traduction manque.',
  'languages.lead': 'Le site est conçu pour les 24 langues officielles de l’Union européenne. Il ouvre une langue lorsque toutes ses pages sont traduites.',
  'languages.open': 'Vous pouvez lire le site en',
  'languages.coming': 'En préparation',
  'languages.coming.text': 'Les dates, les nombres et les noms sont déjà justes dans ces langues ; les textes ne sont pas encore traduits.',
  'languages.content': 'Ce qu’écrivent les membres',
  'languages.content.text':
    'Les pratiques et les descriptions s’affichent dans la langue de la page quand une traduction existe. Sinon vous voyez l’original, signalé comme tel avec sa langue.',
  'languages.choice': 'Comment changer',
  'languages.choice.text':
    'Utilisez le bouton de langue en haut de chaque page : il garde la page où vous êtes. La langue fait partie de l’adresse, si bien qu’un lien partagé s’ouvre dans la même langue. Nous ne changeons jamais la langue de nous-mêmes ; si votre navigateur en préfère une autre, un avis vous la propose à votre arrivée.',
  'accessibility.title': 'Déclaration d’accessibilité',
  'accessibility.description': 'À quel point le site de l’EU STEM Coalition est accessible, ce qui ne l’est pas, et comment nous signaler un obstacle.',
  'accessibility.lead':
    'Chacun doit pouvoir utiliser ce site : au clavier, avec un lecteur d’écran, agrandi, en couleurs sombres ou forcées, sur papier et sans JavaScript.',
  'accessibility.status': 'Où nous en sommes',
  'accessibility.status.text':
    'Nous visons les règles WCAG 2.2, niveau AA, et la norme EN 301 549. Selon nos propres tests, le site y répond, sauf sur les points ci-dessous. Aucun audit externe n’a encore eu lieu.',
  'accessibility.known': 'Limites connues',
  'accessibility.known.1':
    'Les descriptions des pratiques n’existent qu’en anglais. Leur langue est indiquée, afin que les lecteurs d’écran les lisent correctement.',
  'accessibility.known.2': 'Les publications s’ouvrent sur les sites de leurs éditeurs ; nous ignorons si ces documents sont accessibles.',
  'accessibility.known.3': 'La carte des membres ne s’utilise pas au clavier. La liste à côté contient les mêmes liens.',
  'accessibility.tested': 'Comment nous testons',
  'accessibility.tested.text':
    'Chaque modification est testée par des programmes avant sa mise en ligne : infractions aux règles, usage au clavier seul, de 320 à 1920 pixels de large, espacement du texte élargi, lecture de droite à gauche, couleurs sombres et forcées, papier. Des personnes qui utilisent chaque jour un lecteur d’écran n’ont pas encore testé le site.',
  'accessibility.tell': 'Nous signaler un obstacle',
  'accessibility.tell.text':
    'Écrivez au secrétariat ; la page de contact dit comment. Nommez la page et ce que vous vouliez faire. Nous répondons dans les 15 jours ouvrables.',
  'accessibility.enforce': 'Si notre réponse ne suffit pas',
  'accessibility.enforce.text':
    'Vous pouvez vous adresser à l’organisme chargé de l’accessibilité du web dans votre pays, ou au Médiateur européen lorsqu’il s’agit de travaux financés par l’Union européenne.',
  'accessibility.date': 'Cette déclaration a été établie le {date} après une auto-évaluation.',
  'accessibility.contact': 'Contact',
  'privacy.title': 'Vie privée',
  'privacy.description': 'Ce que le site de l’EU STEM Coalition sait de vous : le moins possible.',
  'privacy.lead':
    'Vous pouvez lire toutes les pages publiques sans nous dire qui vous êtes. Les pages publiques n’ont ni cookies, ni compteurs, ni publicité, ni rien qui vienne d’autres entreprises.',
  'privacy.visit': 'Quand vous lisez une page',
  'privacy.visit.text':
    'Votre navigateur nous transmet votre adresse réseau, comme à tout site. Nous l’utilisons un instant pour vous répondre et pour contenir les afflux de requêtes. Nos journaux ne la conservent pas, ni ce que vous avez cherché. Les journaux techniques sont effacés après sept jours.',
  'privacy.theme': 'Quand vous choisissez clair ou sombre',
  'privacy.theme.text':
    'Nous gardons votre choix dans un seul cookie de votre navigateur, nommé __Host-theme. Il contient un mot et disparaît quand vous choisissez « Système », ou après un an.',
  'privacy.register': 'Les organisations sur ce site',
  'privacy.register.text':
    'Le registre décrit des organisations, non des personnes. Les notices viennent de sources publiques et les citent. Des personnes ne sont nommées que lorsqu’elles ont parlé en public au titre de leur fonction.',
  'privacy.account': 'Quand vous avez un compte',
  'privacy.account.text':
    'Nous gardons votre adresse électronique pour vous laisser entrer et vous écrire, et votre nom, fonction et téléphone si vous les donnez ; vous choisissez qui, dans le réseau, voit chacun. Qui a eu quel rôle, et quand, est conservé pour rendre compte de ce qui a été fait. Tout reste jusqu’à la suppression de votre compte, que vous faites vous-même sous « Mes données », où vous pouvez aussi tout voir et emporter.',
  'privacy.sessions': 'Quand vous vous connectez',
  'privacy.sessions.text':
    'Deux cookies sont nécessaires : __Host-login pendant dix minutes, le temps de vous connecter, et __Host-session tant que vous êtes connecté, 30 jours au plus (12 heures pour le personnel). Nous notons le navigateur et le système, pour distinguer vos sessions, et oublions une session 30 jours après sa fin. Une demande de connexion est oubliée après un jour. Contre les abus, nous comptons les essais par adresse et réseau sous forme d’empreintes à clé, un jour au plus. Les clés d’accès restent jusqu’à leur retrait.',
  'privacy.mails': 'Quand nous vous écrivons',
  'privacy.mails.text':
    'L’adresse et le contenu d’un courriel sont oubliés à l’envoi, ou après 30 jours s’il ne peut être remis. Le fait de l’envoi est gardé 90 jours. Nos courriels ne contiennent ni image ni rien qui nous dise si vous les avez ouverts.',
  'privacy.joining': 'Quand vous faites une demande ou êtes invité',
  'privacy.joining.text':
    'Une demande est oubliée après sept jours si l’adresse n’est pas confirmée. Les coordonnées d’une demande décidée sont gardées un an. L’adresse d’une invitation est oubliée à votre réponse, ou 30 jours après son expiration.',
  'privacy.requests': 'Quand vous demandez un appui',
  'privacy.requests.text':
    'Ce que vous écrivez, qui vous êtes et les fichiers que vous joignez sont conservés chiffrés (AES-256) et lus par le secrétariat pour vous répondre ; les personnes que le secrétariat invite à aider voient la conversation. Tout est oublié deux ans après la clôture, les indésirables après 90 jours, un formulaire gardé pour plus tard après 30. Vous pouvez répondre par courriel ; l’arrivée d’un courriel est conservée 90 jours sous forme d’empreinte à clé. Nos courriels contiennent la référence et un lien, jamais ce qui a été écrit.',
  'privacy.programs': 'Quand des programmes sont prévenus',
  'privacy.programs.text':
    'Un programme d’un partenaire peut être prévenu qu’une demande a changé : sa référence, son type et son état, et rien sur vous. Ces messages sont oubliés après 30 jours.',
  'privacy.where': 'Où sont les données',
  'privacy.where.text':
    'Cloudflare exploite le site pour nous en tant que sous-traitant. Les bases de données sont stockées dans l’Union européenne. Des copies des pages publiques sont gardées près des lecteurs, aussi hors de l’Union ; elles ne contiennent rien sur vous.',
  'privacy.rights': 'Vos droits',
  'privacy.rights.text':
    'Vous pouvez demander ce que nous détenons sur vous, le faire corriger ou effacer, et vous opposer à son usage (règlement général sur la protection des données, articles 15 à 21). Écrivez au secrétariat. Vous pouvez aussi saisir l’autorité de protection des données de votre pays.',
  'privacy.who': 'Qui est responsable',
  'privacy.who.text': 'Le secrétariat de l’EU STEM Coalition auprès de Platform Talent voor Technologie, aux Pays-Bas.',
}
