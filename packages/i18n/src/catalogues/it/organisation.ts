import type { organisation as en } from '../en/organisation.ts'
import type { Texts } from '../texts.ts'

/** The profile of an organisation. */
export const organisation: Texts<typeof en> = {
  'organisation.description': '{name}, {standing} di EU STEM Coalition: ruolo, fatti e pratiche.',
  'organisation.description.place': '{name} ({country}), {standing} di EU STEM Coalition: ruolo, fatti e pratiche.',
  'organisation.standing.member': 'Membro',
  'organisation.standing.unconfirmed': 'Adesione da confermare',
  'organisation.standing.partner': 'Partner',
  'organisation.standing.contact': 'Contatto, non membro',
  'organisation.practices': 'Pratiche',
  'organisation.practices.none': 'Nessuna pratica di questa organizzazione è ancora registrata.',
  'organisation.practices.none.do': 'Vedere tutte le pratiche',
  'organisation.facts': 'Fatti',
  'organisation.country': 'Paese',
  'organisation.region': 'Regione',
  'organisation.role': 'Ruolo',
  'organisation.kind': 'Tipo',
  'organisation.type': 'Tipologia',
  'organisation.website': 'Sito web',
  'organisation.compiled': 'Compilato da fonti pubbliche.',
  'organisation.source': 'Fonte: {host}',
  'organisation.neighbours': 'Altri in questo paese',
  'organisation.lead.none': 'Una descrizione di questa organizzazione non è ancora registrata.',
  'organisation.updated': 'Modificato in questo sito il {date}.',
}
