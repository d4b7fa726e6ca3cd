import type { signIn as en } from '../en/sign-in.ts'
import type { Texts } from '../texts.ts'

/** Signing in, passkeys, and the mails for it. */
export const signIn: Texts<typeof en> = {
  'sign-in.title': 'Se connecter',
  'sign-in.description': 'Pour les personnes des organisations membres et le secrétariat.',
  'sign-in.lead': 'Pour les membres et le secrétariat. Aucun mot de passe à retenir.',
  'sign-in.address': 'Adresse électronique',
  'sign-in.send': 'M’envoyer un lien',
  'sign-in.passkey': 'Utiliser une clé d’accès',
  'sign-in.passkey.failed': 'La clé d’accès n’a pas été acceptée. Réessayez, ou demandez un lien par courriel.',
  'sign-in.passkey.script': 'Les clés d’accès demandent JavaScript. Sans lui, utilisez le lien par courriel.',
  'sign-in.limited': 'Il y a eu trop d’essais depuis votre réseau. Attendez un quart d’heure et réessayez.',
  'sign-in.new': 'Première visite ?',
  'sign-in.new.text':
    'Les comptes sont ouverts aux personnes qui travaillent dans une organisation membre. Lire, chercher et demander un appui ne demandent pas de compte.',
  'sign-in.new.join': 'Devenir membre',
  'sign-in.new.support': 'Demander un appui sans compte',
  'sign-in.sent.title': 'Regardez votre messagerie',
  'sign-in.sent.text':
    'S’il existe un compte pour cette adresse, un courriel avec un lien et un code est en route. Les deux valent dix minutes, dans ce navigateur.',
  'sign-in.sent.slow': 'Rien après deux minutes ? Regardez les indésirables, vérifiez l’adresse et demandez de nouveau.',
  'sign-in.code': 'Code reçu par courriel',
  'sign-in.code.hint': '8 lettres et chiffres. Vous pouvez le coller.',
  'sign-in.again': 'Utiliser une autre adresse',
  'sign-in.link.title': 'Se connecter maintenant ?',
  'sign-in.link.text': 'Vous allez vous connecter dans ce navigateur.',
  'sign-in.link.button': 'Se connecter',
  'sign-in.expired.title': 'Ce lien ou ce code ne fonctionne plus',
  'sign-in.expired.text': 'Il a peut-être déjà servi, dix minutes sont passées, ou il y a eu trop d’essais erronés. Demandez-en un nouveau.',
  'sign-in.expired.button': 'Demander un nouveau lien',
  'sign-in.other.title': 'Vous avez commencé dans un autre navigateur',
  'sign-in.other.text': 'Pour votre sécurité, un lien ne fonctionne que dans le navigateur qui l’a demandé. Retournez-y et saisissez le code du courriel.',
  'sign-in.out.title': 'Vous êtes déconnecté',
  'sign-in.out.text': 'Fermez le navigateur si d’autres utilisent cet ordinateur.',
  'sign-in.out': 'Se déconnecter',
  'step-up.title': 'Montrez que c’est bien vous',
  'step-up.text': 'Cette partie a de la portée, nous redemandons donc votre clé d’accès. Elle vaut un quart d’heure ici, et douze heures dans la console.',
  'step-up.none':
    'Votre rôle demande une clé d’accès : votre empreinte, votre visage ou le verrouillage de l’écran, sur cet appareil ou votre téléphone. Créez-en une ; cela prend une minute.',
  'step-up.button': 'Utiliser ma clé d’accès',
  'step-up.setup': 'Créer une clé d’accès',
  'step-up.mail': 'Votre connexion date de plus d’un quart d’heure. Connectez-vous de nouveau pour continuer.',
  'step-up.lost': 'Clés d’accès perdues ? Utiliser un code de secours',
  'mail.from': 'EU STEM Coalition. Secrétariat : Platform Talent voor Technologie, Pays-Bas.',
  'mail.sign-in.subject': 'Connexion à l’EU STEM Coalition',
  'mail.sign-in.heading': 'Se connecter',
  'mail.sign-in.text': 'Ouvrez ce lien dans le navigateur où vous l’avez demandé, puis appuyez sur le bouton.',
  'mail.sign-in.code': 'Sur un autre appareil ? Saisissez ce code dans le navigateur où vous avez commencé :',
  'mail.sign-in.life': 'Le lien et le code servent une fois, pendant dix minutes.',
  'mail.sign-in.reason':
    'Vous recevez ce courriel parce que quelqu’un a saisi votre adresse sur notre page de connexion. Si ce n’était pas vous, ne faites rien : sans ce courriel, personne ne peut se connecter.',
  'mail.no-account.subject': 'Aucun compte pour cette adresse',
  'mail.no-account.heading': 'Il n’y a pas de compte pour cette adresse',
  'mail.no-account.text':
    'Quelqu’un, peut-être vous, a demandé à se connecter avec cette adresse. Aucun compte n’y correspond. Peut-être utilisez-vous une autre adresse chez nous.',
  'mail.no-account.join':
    'Les comptes sont ouverts aux personnes qui travaillent dans une organisation membre. Un collègue peut vous inviter, ou votre organisation peut demander à adhérer.',
  'mail.passkey.subject': 'Une clé d’accès a été ajoutée à votre compte',
  'mail.passkey.text': 'Une clé d’accès nommée « {name} » a été ajoutée à votre compte le {date}.',
  'mail.passkey.removed.subject': 'Une clé d’accès a été retirée de votre compte',
  'mail.passkey.removed.text': 'La clé d’accès « {name} » a été retirée de votre compte le {date}.',
  'mail.recovered.subject': 'L’accès à votre compte a été rétabli',
  'mail.recovered.text': 'Le {date}, l’accès à votre compte a été rétabli sans clé d’accès. Toutes les sessions ont été fermées.',
  'mail.security.reason':
    'Vous recevez ce courriel parce qu’il concerne la sécurité de votre compte. Si ce n’était pas vous, écrivez tout de suite au secrétariat.',
}
