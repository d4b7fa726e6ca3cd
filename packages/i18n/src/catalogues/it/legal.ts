import type { legal as en } from '../en/legal.ts'
import type { Texts } from '../texts.ts'

/** Languages, accessibility, privacy. */
export const legal: Texts<typeof en> = {
  'languages.title': 'Lingue',
  'languages.description': 'In quali lingue può leggere il sito di EU STEM Coalition e che cosa succede dove manca una traduzione.',
  'languages.lead': 'Il sito è fatto per tutte le 24 lingue ufficiali dell’Unione europea. Apre una lingua quando ogni sua pagina è tradotta.',
  'languages.open': 'Può leggere il sito in',
  'languages.coming': 'In preparazione',
  'languages.coming.text': 'Date, numeri e nomi sono già corretti in queste lingue; i testi non sono ancora tradotti.',
  'languages.content': 'Che cosa scrivono i membri',
  'languages.content.text':
    'Pratiche e descrizioni sono mostrate nella lingua della pagina quando esiste una traduzione. Altrimenti vede l’originale, contrassegnato con la sua lingua, e un avviso lo dice.',
  'languages.choice': 'Come cambiare',
  'languages.choice.text':
    'Usi il pulsante della lingua in cima a ogni pagina: resta nella pagina in cui è. La lingua fa parte dell’indirizzo, quindi un link condiviso si apre nella stessa lingua. Non cambiamo mai lingua da soli; se il Suo browser ne preferisce un’altra, un avviso la propone al Suo arrivo.',
  'accessibility.title': 'Dichiarazione di accessibilità',
  'accessibility.description': 'Quanto è accessibile il sito di EU STEM Coalition, che cosa non lo è e come segnalarci un ostacolo.',
  'accessibility.lead':
    'Tutti dovrebbero poter usare questo sito: da tastiera, con un lettore di schermo, ingrandito, con colori scuri o forzati, su carta e senza JavaScript.',
  'accessibility.status': 'A che punto siamo',
  'accessibility.status.text':
    'Miriamo alle Web Content Accessibility Guidelines 2.2, livello AA, e alla EN 301 549. Secondo le nostre prove il sito le rispetta, salvo i punti qui sotto. Non è ancora stata fatta alcuna verifica esterna.',
  'accessibility.known': 'Limiti noti',
  'accessibility.known.1':
    'Le descrizioni delle pratiche esistono solo in inglese. Sono contrassegnate con la loro lingua, perché i lettori di schermo le leggano correttamente.',
  'accessibility.known.2': 'Le pubblicazioni si aprono nei siti dei loro editori; non sappiamo se quei documenti siano accessibili.',
  'accessibility.known.3': 'La mappa dei membri non si può usare da tastiera. L’elenco accanto contiene gli stessi link.',
  'accessibility.tested': 'Come proviamo',
  'accessibility.tested.text':
    'Ogni modifica è provata da programmi prima di essere messa in linea: violazioni di regole, uso con la sola tastiera, da 320 a 1920 pixel di larghezza, con spaziatura più ampia del testo, da destra a sinistra, con colori scuri e forzati, e su carta. Chi usa ogni giorno un lettore di schermo non ha ancora provato il sito.',
  'accessibility.tell': 'Segnalarci un ostacolo',
  'accessibility.tell.text':
    'Scriva al segretariato; la pagina dei contatti dice come. Indichi la pagina e che cosa ha cercato di fare. Rispondiamo entro 15 giorni lavorativi.',
  'accessibility.enforce': 'Se la nostra risposta non aiuta',
  'accessibility.enforce.text':
    'Può rivolgersi all’organismo che vigila sull’accessibilità del web nel Suo paese, o al Mediatore europeo quando la questione riguarda lavori finanziati dall’Unione europea.',
  'accessibility.date': 'Questa dichiarazione è stata redatta il {date} dopo un’autovalutazione.',
  'accessibility.contact': 'Contatti',
  'privacy.title': 'Privacy',
  'privacy.description': 'Che cosa sa di Lei il sito di EU STEM Coalition: il meno possibile.',
  'privacy.lead':
    'Può leggere ogni pagina pubblica senza dirci chi è. Le pagine pubbliche non contengono cookie, contatori, pubblicità né nulla di altre imprese.',
  'privacy.visit': 'Quando legge una pagina',
  'privacy.visit.text':
    'Il Suo browser ci invia il Suo indirizzo di rete, come a ogni sito. Lo usiamo per un momento per risponderLe e per respingere ondate di richieste. I nostri registri non lo contengono, né ciò che ha cercato. I registri tecnici sono cancellati dopo sette giorni.',
  'privacy.theme': 'Quando sceglie chiaro o scuro',
  'privacy.theme.text':
    'Conserviamo la Sua scelta in un cookie chiamato __Host-theme nel Suo browser. Contiene una parola ed è cancellato quando sceglie «Sistema», o dopo un anno.',
  'privacy.register': 'Organizzazioni in questo sito',
  'privacy.register.text':
    'Il registro descrive organizzazioni, non persone. Le voci vengono da fonti pubbliche e le nominano. Le persone sono citate per nome solo dove hanno parlato in pubblico a nome del loro ufficio.',
  'privacy.account': 'Quando ha un account',
  'privacy.account.text':
    'Conserviamo il Suo indirizzo e-mail per farLa accedere e per scriverLe, e il nome, il ruolo al lavoro e il telefono se li indica; sceglie Lei chi nella rete vede ciascuno. Chi ha avuto quale ruolo, e quando, è conservato per rendere conto di ciò che è stato fatto. Tutto resta finché non elimina l’account; lo fa Lei stessa o Lei stesso in «I miei dati», dove può anche vedere e prendere tutto.',
  'privacy.sessions': 'Quando accede',
  'privacy.sessions.text':
    'Servono due cookie: __Host-login per dieci minuti mentre accede, e __Host-session finché l’accesso dura, al massimo 30 giorni (12 ore per il personale). Annotiamo browser e sistema, perché distingua le Sue sessioni, e dimentichiamo una sessione 30 giorni dopo la fine. Una richiesta di accesso è dimenticata dopo un giorno. Per respingere gli abusi contiamo i tentativi per indirizzo e rete come hash con chiave, al massimo per un giorno. Le passkey restano finché non le rimuove.',
  'privacy.mails': 'Quando Le scriviamo',
  'privacy.mails.text':
    'Indirizzo e contenuto di un messaggio sono dimenticati quando è inviato, o dopo 30 giorni quando non può essere recapitato. Che un messaggio sia stato inviato è conservato per 90 giorni. I nostri messaggi non contengono immagini né nulla che ci dica se li ha aperti.',
  'privacy.joining': 'Quando fa domanda o riceve un invito',
  'privacy.joining.text':
    'Una domanda è dimenticata dopo sette giorni se l’indirizzo non è confermato. I dati di contatto di una domanda decisa sono conservati per un anno. L’indirizzo di un invito è dimenticato quando risponde, o 30 giorni dopo la scadenza.',
  'privacy.requests': 'Quando chiede sostegno',
  'privacy.requests.text':
    'Ciò che scrive, chi è e i file che aggiunge sono conservati cifrati (AES-256) e letti dal segretariato per risponderLe; le persone che il segretariato invita ad aiutare vedono la conversazione. Una richiesta che attende la Sua risposta è chiusa dopo 60 giorni senza attività, una con risposta dopo 30. È dimenticata due anni dopo la chiusura, lo spam dopo 90 giorni, un modulo salvato per più tardi dopo 30. Può rispondere per e-mail; che un messaggio sia arrivato è conservato per 90 giorni come hash con chiave. I nostri messaggi a Lei contengono il riferimento e un link, mai ciò che è stato scritto.',
  'privacy.programs': 'Quando sono avvisati dei programmi',
  'privacy.programs.text':
    'Un programma di un partner può essere avvisato che una richiesta è cambiata: riferimento, tipo e stato, e nulla su di Lei. Questi messaggi sono dimenticati dopo 30 giorni.',
  'privacy.where': 'Dove sono i dati',
  'privacy.where.text':
    'Cloudflare gestisce il sito per noi come responsabile del trattamento. Le banche dati sono conservate nell’Unione europea. Copie delle pagine pubbliche sono tenute vicino a chi legge, anche fuori dall’Unione; non contengono nulla su di Lei.',
  'privacy.rights': 'I Suoi diritti',
  'privacy.rights.text':
    'Può chiedere che cosa conserviamo su di Lei, farlo correggere o cancellare, e opporsi al suo uso (regolamento generale sulla protezione dei dati, articoli da 15 a 21). Scriva al segretariato. Può anche presentare reclamo all’autorità per la protezione dei dati del Suo paese.',
  'privacy.who': 'Chi è responsabile',
  'privacy.who.text': 'Il segretariato di EU STEM Coalition presso Platform Talent voor Technologie nei Paesi Bassi.',
}
