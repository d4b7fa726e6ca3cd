import type { forms as en } from '../en/forms.ts'
import type { Texts } from '../texts.ts'

/** What every form says. */
export const forms: Texts<typeof en> = {
  'forms.problem': 'Il y a un problème',
  'forms.error': 'Erreur :',
  'forms.error.title': 'Erreur : {title}',
  'forms.optional': '(facultatif)',
  'forms.required': 'Remplissez ce champ',
  'forms.choose': 'Choisissez une réponse',
  'forms.tick': 'Cochez cette case pour continuer',
  'forms.too_long': 'Ce texte est trop long. Raccourcissez-le',
  'forms.address': 'Écrivez l’adresse électronique sous la forme nom@exemple.org',
  'forms.web': 'Écrivez une adresse web sous la forme https://exemple.org',
  'forms.year': 'Écrivez une année en quatre chiffres, pas dans le futur',
  'forms.date': 'Indiquez un jour comme 2027-03-31',
  'forms.key': 'Ce formulaire est resté ouvert trop longtemps. Envoyez-le de nouveau',
  'forms.code': 'Ce code ne correspond pas. Vérifiez le courriel et saisissez-le de nouveau',
  'forms.file': 'Choisissez une image PNG ou JPEG de 400 Ko au plus, entre 64 et 2 000 pixels de large et de haut',
  'forms.alternative': 'Dites en mots ce que montre l’image',
  'forms.save': 'Enregistrer',
  'forms.cancel': 'Annuler',
  'forms.back': 'Retour',
  'forms.continue': 'Continuer',
  'forms.saved': 'Enregistré.',
  'forms.yes': 'Oui',
  'forms.no': 'Non',
  'forms.languages.more': { one: 'Dans {count} autre langue', many: 'Dans {count} autres langues', other: 'Dans {count} autres langues' },
}
