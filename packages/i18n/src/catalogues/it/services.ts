import type { services as en } from '../en/services.ts'
import type { Texts } from '../texts.ts'

/** Newsletter, support and contact. */
export const services: Texts<typeof en> = {
  'newsletter.title': 'Newsletter',
  'newsletter.description': 'Notizie di EU STEM Coalition per e-mail.',
  'newsletter.lead': 'Alcune volte l’anno: che cosa hanno provato i membri, che cosa ne è venuto e dove la rete si incontra la prossima volta.',
  'support.title': 'Ottenere sostegno',
  'support.description': 'Chieda a EU STEM Coalition una nota di orientamento, una task force o una tavola rotonda per il Suo paese o la Sua regione.',
  'support.lead': 'Vuole definire una strategia STEM, o quella che ha non avanza? Chieda a chi ci è già passato.',
  'support.request': 'Richiedere sostegno',
  'support.forms': 'Tre forme di sostegno',
  'support.question': 'Solo una domanda?',
  'support.forms.lead': 'Non occorre sapere quale sia adatta. La scegliamo con Lei.',
  'support.who': 'Chi può chiedere',
  'support.who.text':
    'Ministeri, autorità regionali e piattaforme STEM. Può chiedere anche un’organizzazione che non è membro, meglio se insieme al suo ministero o alla sua regione.',
  'support.examples': 'Vedere a che cosa ha portato il sostegno finora',
  'support.request.description': 'Come richiedere una nota di orientamento, una task force o una tavola rotonda.',
  'contact.title': 'Contatti',
}
