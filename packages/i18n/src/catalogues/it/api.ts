import type { api as en } from '../en/api.ts'
import type { Texts } from '../texts.ts'

/** The reference of the API. */
export const api: Texts<typeof en> = {
  'api.title': 'Dati aperti e API',
  'api.description':
    'Porti le pratiche, le organizzazioni, gli indicatori e la newsletter di EU STEM Coalition nei Suoi strumenti: file, feed e un’API JSON senza chiave.',
  'api.lead':
    'Tutto ciò che è pubblico in questo sito può essere letto da programmi, gratuitamente e senza chiave. La stessa ricerca dà la pagina, il file e il feed.',
  'api.files': 'File e feed',
  'api.files.text': 'Aggiunga .csv, .json o .atom all’indirizzo di un elenco; i filtri restano.',
  'api.document': 'Documento OpenAPI 3.1',
  'api.rules': 'Come funziona',
  'api.rules.paging': 'Gli elenchi arrivano a pagine. Usi il valore di next come cursor per la pagina seguente; null significa che non c’è altro.',
  'api.rules.errors':
    'Un rifiuto è application/problem+json (RFC 9457) con un codice, un motivo e i campi errati. Un parametro sconosciuto è rifiutato, quindi un filtro scritto male non è mai ignorato.',
  'api.rules.cache': 'Ogni risposta ha un ETag: lo rimandi come If-None-Match e riceverà 304 senza corpo se nulla è cambiato.',
  'api.rules.limits': 'Al massimo 600 risposte al minuto per rete. Oltre, riceverà 429 con Retry-After.',
  'api.rules.language': 'L’API risponde nella lingua della scheda e la indica. I programmi di altri siti possono leggerla (CORS) con GET.',
  'api.routes': 'Indirizzi',
  'api.more': 'Indirizzi che modificano e indirizzi riservati',
  'api.more.text':
    'Modificano qualcosa, oppure rispondono solo alla chiave di un’organizzazione, al token di un link in una newsletter o a chi lavora nel segretariato e ha effettuato l’accesso. Il documento dice quali. L’iscrizione segue le regole del modulo: chi legge vede prima il testo del consenso e preme il pulsante nel messaggio, e la risposta è la stessa per ogni indirizzo.',
  'api.webhooks': 'Webhook',
  'api.webhooks.text':
    'I programmi aggiunti dal segretariato sono avvisati quando succede qualcosa: identificativi, stati e numeri, firmati secondo gli Standard Webhooks, mai nulla su una persona.',
  'api.parameter': 'Parametro',
  'api.meaning': 'Significato',
  'api.values': 'Valori',
  'api.many': 'ripetibile',
  'api.try': 'Apri',
  'api.english': 'Le descrizioni degli indirizzi sono in inglese.',
}
