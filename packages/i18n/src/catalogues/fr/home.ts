import type { home as en } from '../en/home.ts'
import type { Texts } from '../texts.ts'

/** The home page. */
export const home: Texts<typeof en> = {
  'home.title': 'Construire ensemble les stratégies nationales pour les STIM',
  'home.headline': 'Les stratégies STIM se construisent ensemble.',
  'home.description':
    'Le réseau européen des plateformes STIM nationales et régionales : pratiques partagées, chiffres comparables et appui aux gouvernements qui veulent leur propre stratégie.',
  'home.lead':
    'L’EU STEM Coalition relie des plateformes STIM, des ministères, des régions et des agences dans {countries}. Nous partageons ce qui fonctionne, mettons des chiffres comparables côte à côte et aidons les gouvernements à bâtir leur propre stratégie.',
  'home.lead.countries': { one: '{count} pays', other: '{count} pays' },
  'home.request': 'Demander un appui',
  'home.browse': { one: 'Voir {count} pratique', other: 'Voir {count} pratiques' },
  'home.finding': '{country} : la plus forte hausse, {change} de {first} à {last}. {below}',
  'home.finding.below': {
    one: 'Un pays se trouve plus bas qu’en {first}.',
    other: '{count} pays se trouvent plus bas qu’en {first}.',
  },
  'home.reading':
    'Nombre et teinte : {year}. Ligne : évolution depuis la première année connue, sur une même échelle ; le filet marque l’absence de changement.',
  'home.tiles': 'Diplômés en STIM pour 1 000 personnes de 20 à 29 ans, {year}',
  'home.tiles.data': 'Ouvrir les données',
  'home.tiles.source': 'Source : {publisher}. Les tuiles indiquent des positions approximatives, ni surfaces ni frontières.',
  'home.numbers': 'La coalition en chiffres',
  'home.numbers.members': { one: 'membre sur nos listes', other: 'membres sur nos listes' },
  'home.numbers.unconfirmed': { one: 'adhésion à confirmer', other: 'adhésions à confirmer' },
  'home.numbers.practices': { one: 'pratique décrite', other: 'pratiques décrites' },
  'home.numbers.partners': { one: 'partenaire', other: 'partenaires' },
  'home.numbers.taskforces': { one: 'groupe d’appui depuis {year}', other: 'groupes d’appui depuis {year}' },
  'home.numbers.meetings': { one: 'rencontre depuis {year}', other: 'rencontres depuis {year}' },
  'home.help': 'Comment nous aidons un gouvernement à avancer',
  'home.help.lead': 'Celles et ceux qui aident dirigent eux-mêmes une plateforme. Tout commence par une question.',
  'home.help.start': 'Commencer une demande',
  'home.practices': 'Ce qui fonctionne, et où',
  'home.practices.lead': 'Des programmes que les membres mènent, financent ou suivent, décrits de façon à pouvoir les comparer.',
  'home.practices.topics': 'Thèmes les plus décrits',
  'home.practices.all': 'Toutes les pratiques',
  'home.targets': 'L’Europe s’est donné six objectifs chiffrés pour 2030',
  'home.targets.lead':
    'Plan stratégique pour l’enseignement des STIM, Commission européenne, 5 mars 2025. La ligne jaune est la part de ces places qui doit revenir à des femmes.',
  'home.targets.vet': 'des élèves de l’enseignement professionnel initial de niveau moyen dans les STIM',
  'home.targets.tertiary': 'des étudiants de l’enseignement supérieur dans les STIM',
  'home.targets.phd': 'des doctorants en informatique (TIC)',
  'home.targets.women': 'dont {share} de femmes',
  'home.meetings': { one: '{count} année de rencontres', other: '{count} années de rencontres' },
  'home.meetings.lead': {
    one: '{count} rencontre connue depuis la déclaration d’Amsterdam.',

    other: '{count} assemblées, visites, séminaires et autres rencontres connus depuis la déclaration d’Amsterdam.',
  },
  'home.meetings.none': 'Aucune nouvelle date n’est publique.',
  'home.meetings.last': 'Dernière assemblée générale connue : {title}, {date}.',
  'home.meetings.ga': 'Assemblée générale',
  'home.meetings.pl': 'Visite, apprentissage entre pairs ou groupe d’appui',
  'home.meetings.ot': 'Autre rencontre',
  'home.meetings.history': 'Toute l’histoire',
  'home.publications': 'Publications de la coalition',
  'home.publications.text': { one: '{count} publication répertoriée', other: '{count} publications répertoriées' },
}
