import type { campaigns as en } from '../en/campaigns.ts'
import type { Texts } from '../texts.ts'

/** Campaigns of the newsletter in the console: who gets them, when, following them, the monthly digest; and what a quote stands in. */
export const campaigns: Texts<typeof en> = {
  'campaigns.quote': '« {words} »',
  'campaigns.zone.brussels': 'heure de Bruxelles',
  'campaigns.zone.athens': 'heure d’Athènes',
  'campaigns.zone.lisbon': 'heure de Lisbonne',
  'campaigns.zone.utc': 'temps universel (UTC)',
  'campaigns.at': '{at}, {zone}',
  'campaigns.live': 'Cette page se renouvelle toutes les {seconds} secondes jusqu’à ce que le numéro soit parti. Rien d’autre n’y bouge.',
  'campaigns.live.stop': 'Ne plus renouveler',
  'campaigns.live.start': 'Renouveler automatiquement',
  'campaigns.reach.countries': 'Par pays choisi',
  'campaigns.reach.everywhere': 'Tous les pays',
  'campaigns.reach.countries.hint': 'Une personne compte dans chaque pays qu’elle a choisi.',
  'campaigns.reach.sample': 'Quelques-uns d’entre eux',
  'campaigns.reach.sample.text': 'Tirés de l’ensemble ; les adresses ne sont pas montrées en entier.',
  'campaigns.left.suppressed': 'Adresse bloquée : {reason}',
  'campaigns.reach.none': 'Aucune personne visée n’est laissée de côté.',
  'campaigns.digest': 'Résumé mensuel',
  'campaigns.digest.text':
    'Pendant les trois premiers jours d’un mois, un brouillon est établi à partir de ce qui a été publié le mois précédent. Quelqu’un le vérifie, l’approuve et le libère ensuite.',
  'campaigns.digest.none': 'Aucun mois ne s’est encore achevé.',
  'campaigns.digest.month': 'Mois',
  'campaigns.digest.outcome': 'Ce qu’il en est advenu',
  'campaigns.digest.holds': 'Ce qu’il contient',
  'campaigns.digest.made': 'Établi',
  'campaigns.digest.empty': 'Omis : rien n’a été publié',
  'campaigns.digest.item': { one: '{count} élément', many: '{count} d’éléments', other: '{count} éléments' },
  'campaigns.digest.topics': 'Thèmes : {list}',
  'campaigns.digest.countries': 'Pays : {list}',
  'campaigns.digest.languages': 'Dans leur propre langue : {list}',
  'campaigns.digest.coalition': 'toute la coalition',
}
