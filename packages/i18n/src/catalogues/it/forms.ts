import type { forms as en } from '../en/forms.ts'
import type { Texts } from '../texts.ts'

/** What every form says. */
export const forms: Texts<typeof en> = {
  'forms.problem': 'C’è un problema',
  'forms.error': 'Errore:',
  'forms.error.title': 'Errore: {title}',
  'forms.optional': '(facoltativo)',
  'forms.required': 'Compili questo campo',
  'forms.choose': 'Scelga un’opzione',
  'forms.tick': 'Spunti questa casella per continuare',
  'forms.too_long': 'È troppo lungo. Lo accorci',
  'forms.address': 'Scriva l’indirizzo e-mail come name@example.org',
  'forms.web': 'Scriva un indirizzo web come https://example.org',
  'forms.year': 'Scriva un anno in quattro cifre, non nel futuro',
  'forms.date': 'Scriva un giorno come 2027-03-31',
  'forms.key': 'Questo modulo è rimasto aperto troppo a lungo. Lo invii ancora una volta',
  'forms.code': 'Questo codice non corrisponde. Controlli il messaggio e lo scriva di nuovo',
  'forms.file': 'Scelga un’immagine PNG o JPEG di al massimo 400 KB, tra 64 e 2000 pixel di larghezza e altezza',
  'forms.alternative': 'Dica a parole che cosa mostra l’immagine',
  'forms.save': 'Salva',
  'forms.cancel': 'Annulla',
  'forms.back': 'Indietro',
  'forms.continue': 'Continua',
  'forms.saved': 'Salvato.',
  'forms.yes': 'Sì',
  'forms.no': 'No',
  'forms.languages.more': { one: 'In un’altra lingua ({count})', many: 'In altre {count} lingue', other: 'In altre {count} lingue' },
}
