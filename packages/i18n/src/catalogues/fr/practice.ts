import type { practice as en } from '../en/practice.ts'
import type { Texts } from '../texts.ts'

/** One practice. */
export const practice: Texts<typeof en> = {
  'practice.printed': 'EU STEM Coalition, fiche de pratique.',
  'practice.topics': 'Thèmes',
  'practice.unknown': 'Ce que nous ne savons pas encore',
  'practice.unknown.lead': 'Ces points décident si une pratique peut être reprise. Personne ne nous les a communiqués jusqu’ici.',
  'practice.results': 'Résultats',
  'practice.cost': 'Coût par apprenant',
  'practice.transfer': 'Ce qu’il faut pour la reprendre',
  'practice.not-reported': 'Non communiqué',
  'practice.close': 'Proches de celle-ci',
  'practice.facts': 'En bref',
  'practice.country': 'Pays',
  'practice.organisation': 'Menée par',
  'practice.since': 'Depuis',
  'practice.levels': 'Niveaux',
  'practice.targets': 'Pour',
  'practice.website': 'Page web',
  'practice.checked': 'Dernière vérification',
  'practice.not-checked': 'Pas encore vérifiée par un membre',
  'practice.use': 'L’utiliser dans votre pays',
  'practice.use.text': 'La coalition peut faire venir à votre table celles et ceux qui la mènent.',
  'practice.caution': 'À vérifier :',
  'practice.compiled': 'Établi d’après des sources publiques.',
  'practice.source': 'Source : {host}',
  'practice.updated': 'Modifiée sur ce site le {date}.',
}
