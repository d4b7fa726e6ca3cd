import type { about as en } from '../en/about.ts'
import type { Texts } from '../texts.ts'

/** About the coalition, and how it works. */
export const about: Texts<typeof en> = {
  'about.title': 'La coalizione',
  'about.description': 'Che cos’è EU STEM Coalition, come è nata, come è gestita e che cosa ne dicono gli altri.',
  'about.lead':
    'Una rete europea di piattaforme STEM nazionali e regionali che aiuta i governi a costruire strategie migliori per l’istruzione scientifica e tecnologica.',
  'about.who': 'Chi siamo',
  'about.who.1':
    'L’Europa ha bisogno di più persone capaci di lavorare nelle scienze, nella tecnologia, nell’ingegneria e nella matematica. Ogni paese risponde a modo suo: con una piattaforma dedicata, un ministero, una regione, un consiglio della ricerca, un’agenzia o una rete di università.',
  'about.who.2':
    'La coalizione riunisce queste organizzazioni. Condividono ciò che funziona, guardano le stesse cifre e si aiutano quando un paese vuole definire una strategia o migliorare quella che ha.',
  'about.who.members': 'Vedere i membri',
  'about.who.work': 'Vedere come lavoriamo',
  'about.history': 'Storia',
  'about.history.lead': 'Da tre firme ad Amsterdam a una rete che si incontra ogni anno.',
  'about.history.launch': 'La coalizione nasce ad Amsterdam: Danimarca, Estonia e Paesi Bassi firmano una dichiarazione di sostegno.',
  'about.governance': 'Come siamo organizzati',
  'about.governance.1': 'L’assemblea generale delle organizzazioni aderenti è il luogo in cui la rete decide su che cosa lavorare.',
  'about.governance.2':
    'Il segretariato ha sede presso Platform Talent voor Technologie nei Paesi Bassi, la piattaforma pubblico-privata neerlandese che fu tra i fondatori.',
  'about.governance.3': 'I nodi uniscono i vicini: un nodo nordico e un nodo meridionale che i partner baschi gestiscono con Francia, Spagna e Grecia.',
  'about.voices': 'Che cosa dicono gli altri',
  'about.voices.lead': 'Tra virgolette quando abbiamo le parole esatte, con parole nostre quando non le abbiamo.',
  'about.projects': 'Progetti europei',
  'about.projects.lead': 'Progetti che hanno portato avanti il lavoro della coalizione o dei suoi membri.',
  'work.title': 'Come lavoriamo',
  'work.description':
    'Note di orientamento, task force e tavole rotonde per i governi; conferenze, gruppi di lavoro, webinar, apprendimento tra pari e repertori per tutti.',
  'work.lead': 'Aiutiamo direttamente i governi e impariamo insieme. Entrambe le cose le fanno persone che gestiscono a loro volta una piattaforma STEM.',
  'work.support': 'Sostegno diretto',
  'work.support.lead': 'Comincia da una domanda di un ministero, di una regione o di una piattaforma.',
  'work.policy-briefing': 'Nota di orientamento',
  'work.policy-briefing.text':
    'Una domanda, una raccomandazione scritta per il Suo paese, con l’esperienza delle piattaforme che hanno affrontato la stessa questione.',
  'work.policy-briefing.result': 'Che cosa ottiene: un documento breve su cui può poggiare una decisione.',
  'work.taskforce': 'Task force',
  'work.taskforce.text': 'Un sostegno più lungo: visite, incontri e consulenza per mesi, con colleghi che l’hanno già fatto.',
  'work.taskforce.result': 'Che cosa ottiene: un piano messo alla prova con chi lo realizzerà.',
  'work.roundtable': 'Tavola rotonda',
  'work.roundtable.text': 'Governo, istruzione e imprese siedono allo stesso tavolo e trovano gli ostacoli che nessuno di loro può rimuovere da solo.',
  'work.roundtable.result': 'Che cosa ottiene: un elenco condiviso degli ostacoli e chi fa il passo successivo.',
  'work.taskforces': { one: '{count} task force finora', many: '{count} task force finora', other: '{count} task force finora' },
  'work.taskforces.lead': 'Ognuna così come è stata chiesta, e ciò a cui ha portato.',
  'work.together': 'Imparare insieme',
  'work.together.lead': 'Aperto a tutta la rete, e spesso anche oltre.',
  'work.on-file': { one: '{count} registrata', many: '{count} registrate', other: '{count} registrate' },
  'work.conferences': 'Conferenze e assemblee',
  'work.conferences.text': 'Una volta l’anno tutta la rete si incontra, con sessioni di lavoro per i membri e una parte aperta a tutti.',
  'work.working-groups': 'Gruppi di lavoro tematici',
  'work.working-groups.text': 'Membri con la stessa questione ci lavorano per un periodo e consegnano il risultato agli altri.',
  'work.webinars': 'Webinar',
  'work.webinars.text': 'Brevi incontri online in cui si presenta e si discute una pratica o uno studio.',
  'work.peer-learning': 'Apprendimento tra pari',
  'work.peer-learning.text': 'Una delegazione visita una piattaforma, vede sul posto come lavora e porta a casa ciò che le serve.',
  'work.repositories': 'Repertori e dati',
  'work.repositories.text': 'Pratiche, pubblicazioni e cifre, raccolte in un solo luogo e aperte a chiunque voglia usarle.',
  'work.practices': { one: 'Sfogliare {count} pratica', many: 'Sfogliare {count} pratiche', other: 'Sfogliare {count} pratiche' },
  'work.latest': 'Ultimi incontri',
}
