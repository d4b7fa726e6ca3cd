import type { organisation as en } from '../en/organisation.ts'
import type { Texts } from '../texts.ts'

/** The profile of an organisation. */
export const organisation: Texts<typeof en> = {
  'organisation.description': '{name}, EU STEM Coalition ({standing}): ρόλος, στοιχεία και πρακτικές.',
  'organisation.description.place': '{name} ({country}), EU STEM Coalition ({standing}): ρόλος, στοιχεία και πρακτικές.',
  'organisation.standing.member': 'Μέλος',
  'organisation.standing.unconfirmed': 'Συμμετοχή προς επιβεβαίωση',
  'organisation.standing.partner': 'Εταίρος',
  'organisation.standing.contact': 'Επαφή, όχι μέλος',
  'organisation.practices': 'Πρακτικές',
  'organisation.practices.none': 'Δεν έχει καταγραφεί ακόμη πρακτική αυτού του φορέα.',
  'organisation.practices.none.do': 'Δείτε όλες τις πρακτικές',
  'organisation.facts': 'Στοιχεία',
  'organisation.country': 'Χώρα',
  'organisation.region': 'Περιφέρεια',
  'organisation.role': 'Ρόλος',
  'organisation.kind': 'Είδος',
  'organisation.type': 'Τύπος',
  'organisation.website': 'Ιστότοπος',
  'organisation.compiled': 'Συντάχθηκε από δημόσιες πηγές.',
  'organisation.source': 'Πηγή: {host}',
  'organisation.neighbours': 'Άλλοι φορείς της χώρας',
  'organisation.lead.none': 'Δεν έχει καταχωριστεί ακόμη περιγραφή αυτού του φορέα.',
  'organisation.updated': 'Άλλαξε σε αυτόν τον ιστότοπο στις {date}.',
}
