import type { files as en } from '../en/files.ts'
import type { Texts } from '../texts.ts'

/** Files on requests: choosing, refusing, listing and downloading them. */
export const files: Texts<typeof en> = {
  'files.attach': 'Joindre des fichiers',
  'files.hint': 'Jusqu’à {most} fichiers, 10 Mo chacun et 25 Mo au total : PDF, Word, Excel, PowerPoint, OpenDocument ou images (PNG, JPEG, GIF, WebP).',
  'files.attached': 'Fichiers joints',
  'files.none': 'Aucun',
  'files.full': 'Un message ne peut pas contenir plus de fichiers. Retirez-en un pour en joindre un autre.',
  'files.remove': 'Retirer',
  'files.remove.named': 'Retirer {name}',
  'files.with': 'Fichiers de ce message',
  'files.unchecked': 'Aucune recherche de virus n’a été faite. Ouvrez ce fichier seulement si vous l’attendiez.',
  'files.kilobytes': '{size} Ko',
  'files.megabytes': '{size} Mo',
  'files.lost':
    'Un fichier a été joint il y a trop longtemps et n’est plus disponible. Regardez la liste ci-dessous : joignez-le à nouveau, ou envoyez la demande sans lui.',
  'files.over': 'Ce lien de téléchargement n’est plus valable',
  'files.over.text': 'Par sécurité, il ne fonctionne que dix minutes. Revenez à la page d’où il vient, rechargez-la et choisissez à nouveau le fichier.',
  'files.refused.empty': 'Ce fichier est vide. Choisissez-le à nouveau, ou prenez-en un autre.',
  'files.refused.type': 'Nous ne pouvons pas recevoir ce type de fichier. Enregistrez-le en PDF et joignez le PDF.',
  'files.refused.macros': 'Ce document contient des macros, que nous ne pouvons pas recevoir. Enregistrez-le sans macros, par exemple en PDF ou en .docx.',
  'files.refused.locked': 'Ce document est protégé par un mot de passe. Enregistrez-le sans mot de passe et joignez-le à nouveau.',
  'files.refused.mixed': 'Ce fichier en contient un autre. Joignez les fichiers un par un.',
  'files.refused.too_large': 'Ce fichier dépasse 10 Mo. Réduisez sa taille, ou divisez-le.',
  'files.refused.too_many': 'Il y a déjà cinq fichiers. Retirez-en un, ou envoyez celui-ci avec votre prochain message.',
  'files.refused.too_much': 'Ensemble, les fichiers dépassent 25 Mo. Envoyez celui-ci avec votre prochain message.',
  'files.refused.case_full': 'Cette demande ne peut pas contenir plus de fichiers. Dites-nous dans votre message ce que vous avez encore.',
  'files.refused.limited': 'Beaucoup de fichiers sont venus de votre réseau aujourd’hui. Tout ce que vous avez écrit est conservé ; envoyez ce fichier demain.',
  'files.refused.later': 'Ce fichier n’a pas pu être enregistré pour le moment. Joignez-le encore une fois, ou continuez sans lui.',
}
