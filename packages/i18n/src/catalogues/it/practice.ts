import type { practice as en } from '../en/practice.ts'
import type { Texts } from '../texts.ts'

/** One practice. */
export const practice: Texts<typeof en> = {
  'practice.printed': 'EU STEM Coalition, scheda della pratica.',
  'practice.topics': 'Temi',
  'practice.unknown': 'Che cosa non sappiamo ancora',
  'practice.unknown.lead': 'Questi punti decidono se una pratica può essere ripresa. Finora nessuno ce li ha comunicati.',
  'practice.results': 'Risultati',
  'practice.cost': 'Costo per partecipante',
  'practice.transfer': 'Che cosa serve per riprenderla',
  'practice.not-reported': 'Non comunicato',
  'practice.close': 'Simili a questa',
  'practice.facts': 'In breve',
  'practice.country': 'Paese',
  'practice.organisation': 'Gestita da',
  'practice.since': 'Dal',
  'practice.levels': 'Livelli',
  'practice.targets': 'Per',
  'practice.website': 'Pagina web',
  'practice.checked': 'Ultima verifica',
  'practice.not-checked': 'Non ancora verificata da un membro',
  'practice.use': 'Usarla nel Suo paese',
  'practice.use.text': 'La coalizione può portare al Suo tavolo le persone che la gestiscono.',
  'practice.caution': 'Da verificare:',
  'practice.compiled': 'Compilato da fonti pubbliche.',
  'practice.source': 'Fonte: {host}',
  'practice.updated': 'Modificato in questo sito il {date}.',
}
