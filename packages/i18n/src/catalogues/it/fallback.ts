import type { fallback as en } from '../en/fallback.ts'
import type { Texts } from '../texts.ts'

/** Pages that say why there is no page. */
export const fallback: Texts<typeof en> = {
  'fallback.404.title': 'Questo riquadro è vuoto',
  'fallback.404.text':
    'A questo indirizzo non c’è alcuna pagina: si è spostata o non è mai esistita. Gli indirizzi del nostro vecchio sito portano oltre quando conosciamo il nuovo posto.',
  'fallback.soon.title': 'Questa parte del sito non è ancora aperta',
  'fallback.soon.text': 'L’indirizzo è giusto e resterà. Finché la pagina non apre, le parti qui sotto sono pronte per Lei.',
  'fallback.410.title': 'Questa pagina è stata ritirata',
  'fallback.410.text': 'Ciò che era qui è stato tolto di proposito dal pubblico, quindi questo indirizzo non tornerà.',
  'fallback.429.title': 'Troppe pagine in una volta',
  'fallback.429.text': 'La Sua rete ha chiesto moltissime pagine in poco tempo. Attenda un minuto e ricarichi la pagina.',
  'fallback.500.title': 'Qualcosa non ha funzionato da parte nostra',
  'fallback.500.text': 'Non è colpa Sua, e nulla di ciò che ha inviato è andato perduto nel Suo dispositivo. Ricarichi la pagina tra qualche minuto.',
  'fallback.503.title': 'Questa pagina ora non è disponibile',
  'fallback.503.text': 'La parte del sito che contiene questa pagina non risponde. Ne siamo avvisati. Riprovi tra qualche minuto.',
  'fallback.400.title': 'Non abbiamo potuto leggere questa richiesta',
  'fallback.400.text': 'Qualcosa in essa non è come questo sito si aspetta. Torni indietro e riprovi, o cominci dalla pagina iniziale.',
  'fallback.403.title': 'Questa richiesta è venuta da altrove',
  'fallback.403.text':
    'Per la Sua sicurezza il sito accetta solo modifiche inviate da una delle sue pagine. Apra di nuovo la pagina e ripeta ciò che ha fatto.',
  'fallback.405.title': 'Questo indirizzo non lo fa',
  'fallback.405.text': 'L’indirizzo esiste, ma non per questo tipo di richiesta. Cominci dalla pagina iniziale.',
  'fallback.408.title': 'La richiesta ha richiesto troppo tempo',
  'fallback.408.text': 'Ciò che ha inviato non è arrivato in tempo. Controlli la connessione e lo invii di nuovo.',
  'fallback.413.title': 'È troppo grande',
  'fallback.413.text': 'Ha inviato più di quanto questo indirizzo accetti. Torni indietro, accorci o scelga file più piccoli e invii di nuovo.',
  'fallback.search': 'Cerca tra le pratiche',
  'fallback.search.button': 'Cerca',
  'fallback.reference': 'Se ci scrive in proposito, indichi questo numero: {id}',
}
