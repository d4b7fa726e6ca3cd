import type { about as en } from '../en/about.ts'
import type { Texts } from '../texts.ts'

/** About the coalition, and how it works. */
export const about: Texts<typeof en> = {
  'about.title': 'À propos de la coalition',
  'about.description': 'Ce qu’est l’EU STEM Coalition, comment elle est née, comment elle est dirigée et ce que d’autres en disent.',
  'about.lead':
    'Un réseau européen de plateformes STIM nationales et régionales qui aide les gouvernements à mieux bâtir leurs stratégies d’enseignement des sciences et des technologies.',
  'about.who': 'Qui nous sommes',
  'about.who.1':
    'L’Europe a besoin de plus de personnes capables de travailler dans les sciences, la technologie, l’ingénierie et les mathématiques. Chaque pays y répond à sa manière : par une plateforme dédiée, un ministère, une région, un conseil de la recherche, une agence ou un réseau d’universités.',
  'about.who.2':
    'La coalition réunit ces organisations. Elles partagent ce qui fonctionne, regardent les mêmes chiffres et s’entraident lorsqu’un pays veut se doter d’une stratégie ou améliorer la sienne.',
  'about.who.members': 'Voir les membres',
  'about.who.work': 'Voir notre action',
  'about.history': 'Histoire',
  'about.history.lead': 'De trois signatures à Amsterdam à un réseau qui se réunit chaque année.',
  'about.history.launch': 'La coalition naît à Amsterdam : le Danemark, l’Estonie et les Pays-Bas signent une déclaration de soutien.',
  'about.governance': 'Comment nous sommes dirigés',
  'about.governance.1': 'L’assemblée générale des organisations membres est le lieu où le réseau décide de ses travaux.',
  'about.governance.2':
    'Le secrétariat est installé chez Platform Talent voor Technologie, aux Pays-Bas, la plateforme publique-privée néerlandaise qui compte parmi les fondateurs.',
  'about.governance.3':
    'Des pôles rapprochent les voisins : un pôle nordique et un pôle sud, que des partenaires basques animent avec la France, l’Espagne et la Grèce.',
  'about.voices': 'Ce que d’autres disent',
  'about.voices.lead': 'Entre guillemets quand nous avons les mots exacts, avec nos mots sinon.',
  'about.projects': 'Projets européens',
  'about.projects.lead': 'Des projets qui ont porté les travaux de la coalition ou de ses membres.',
  'work.title': 'Notre action',
  'work.description':
    'Notes de recommandation, groupes d’appui et tables rondes pour les gouvernements ; conférences, groupes de travail, webinaires, apprentissage entre pairs et répertoires pour tous.',
  'work.lead':
    'Nous aidons directement les gouvernements, et nous apprenons ensemble. L’un et l’autre sont l’œuvre de personnes qui dirigent une plateforme STIM.',
  'work.support': 'Appui direct',
  'work.support.lead': 'Il commence par une question d’un ministère, d’une région ou d’une plateforme.',
  'work.policy-briefing': 'Note de recommandation',
  'work.policy-briefing.text':
    'Une question, une recommandation rédigée pour votre pays, nourrie de l’expérience des plateformes qui ont rencontré la même question.',
  'work.policy-briefing.result': 'Ce que vous recevez : un texte court sur lequel une décision peut s’appuyer.',
  'work.taskforce': 'Groupe d’appui',
  'work.taskforce.text': 'Un appui plus long : des visites, des réunions et des conseils sur plusieurs mois, avec des pairs qui l’ont déjà fait.',
  'work.taskforce.result': 'Ce que vous recevez : un plan éprouvé avec les personnes qui le mettront en œuvre.',
  'work.roundtable': 'Table ronde',
  'work.roundtable.text': 'Pouvoirs publics, enseignement et entreprises s’assoient à la même table et repèrent les blocages qu’aucun ne peut lever seul.',
  'work.roundtable.result': 'Ce que vous recevez : une liste partagée des blocages, et qui fait le prochain pas.',
  'work.taskforces': { one: '{count} groupe d’appui à ce jour', other: '{count} groupes d’appui à ce jour' },
  'work.taskforces.lead': 'Chacun tel qu’il a été demandé, et ce qu’il a produit.',
  'work.together': 'Apprendre ensemble',
  'work.together.lead': 'Ouvert à tout le réseau, et souvent au-delà.',
  'work.on-file': { one: '{count} répertorié', other: '{count} répertoriés' },
  'work.conferences': 'Conférences et assemblées',
  'work.conferences.text': 'Une fois par an, tout le réseau se réunit : des séances de travail pour les membres et une partie ouverte à tous.',
  'work.working-groups': 'Groupes de travail thématiques',
  'work.working-groups.text': 'Des membres confrontés à la même question y travaillent un temps et remettent leur résultat aux autres.',
  'work.webinars': 'Webinaires',
  'work.webinars.text': 'De courtes rencontres en ligne où l’on présente et discute une pratique ou une étude.',
  'work.peer-learning': 'Apprentissage entre pairs',
  'work.peer-learning.text': 'Une délégation visite une plateforme, observe sur place et emporte ce qui lui convient.',
  'work.repositories': 'Répertoires et données',
  'work.repositories.text': 'Pratiques, publications et chiffres, réunis en un lieu et ouverts à tous.',
  'work.practices': { one: 'Voir {count} pratique', other: 'Voir {count} pratiques' },
  'work.latest': 'Dernières rencontres',
}
