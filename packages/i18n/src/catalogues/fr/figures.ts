import type { figures as en } from '../en/figures.ts'
import type { Texts } from '../texts.ts'

/** The public page of figures about requests for support. */
export const figures: Texts<typeof en> = {
  'figures.title': 'L’appui en chiffres',
  'figures.description': 'Combien de demandes d’appui arrivent à l’EU STEM Coalition, de quel type, avec quel délai de réponse, et combien sont ouvertes.',
  'figures.lead': 'Combien de demandes arrivent, de quel type, et en combien de temps elles reçoivent une réponse.',
  'figures.finding': { one: '{count} demande est arrivée en {year}.', other: '{count} demandes sont arrivées en {year}.' },
  'figures.half': {
    one: 'La moitié des premières réponses est venue en {days} jour ouvré au plus.',
    other: 'La moitié des premières réponses est venue en {days} jours ouvrés au plus.',
  },
  'figures.as-of': 'Au {date}',
  'figures.open': 'Ouvertes actuellement',
  'figures.open.total': { one: '{count} demande en tout.', other: '{count} demandes en tout.' },
  'figures.open.text': 'Sans réponse encore, ou en attente du demandeur.',
  'figures.received': 'Reçues',
  'figures.received.text': 'Selon le jour d’arrivée de la demande.',
  'figures.quarters': 'Demandes par trimestre',
  'figures.years': 'Demandes par année et par type',
  'figures.quarter': 'Trimestre {quarter}, {year}',
  'figures.period': 'Période',
  'figures.total': 'Total',
  'figures.speed': 'En combien de temps',
  'figures.speed.text': 'La coalition promet une réponse, ou une question, sous {days} jours ouvrés.',
  'figures.speed.table': 'Premières réponses selon la période d’arrivée de la demande',
  'figures.answered': 'Répondues',
  'figures.median': 'La moitié en (jours ouvrés)',
  'figures.within': 'À temps',
  'figures.few': 'moins de 5',
  'figures.how': 'Comment nous comptons',
  'figures.how.time':
    'Les jours ouvrés vont du lundi au vendredi, de 9 h à 17 h à Bruxelles, sans les jours fériés des institutions de l’UE sur place. Pendant que nous attendons le demandeur, le temps s’arrête.',
  'figures.how.share': '« À temps » est la part des premières réponses venues comme promis, parmi celles données et celles en retard.',
  'figures.how.left-out': 'Les indésirables et les demandes fusionnées avec une autre sont exclues. Les demandes retirées comptent comme reçues.',
  'figures.how.small': 'En dessous de cinq réponses, nous ne disons rien de leur délai. Il n’y a ni noms ni pays.',
  'figures.csv': 'Chiffres en CSV',
  'figures.json': 'Chiffres en JSON',
  'figures.link': 'L’appui en chiffres : combien demandent, en combien de temps nous répondons',
}
