import type { freshness as en } from '../en/freshness.ts'
import type { Texts } from '../texts.ts'

/** Practices and whether they still hold. */
export const freshness: Texts<typeof en> = {
  'console.freshness': 'Πρακτικές προς έλεγχο',
  'freshness.lead':
    'Πρώτα οι πρακτικές που δεν έλεγξε ακόμη κανείς, έπειτα όσες έχουν καθυστερήσει περισσότερο. Ρωτήστε τον υπεύθυνο και βεβαιώστε ότι η πρακτική ισχύει ακόμη.',
  'freshness.none': 'Καμία πρακτική δεν είναι ακόμη δημόσια.',
  'freshness.state.never': 'Δεν ελέγχθηκε ποτέ',
  'freshness.state.fresh': 'Ελεγμένη',
  'freshness.state.due': 'Έλεγχος σύντομα',
  'freshness.state.overdue': 'Εκπρόθεσμη',
  'freshness.owner.none': 'Δεν έχει καταχωριστεί υπεύθυνος',
  'freshness.on': 'Ελέγχθηκε στις {date}, επόμενος έλεγχος έως {next}',
  'freshness.next': 'Νέος έλεγχος έως',
  'freshness.verify': 'Ελέγχθηκε σήμερα',
  'freshness.done': 'Καταγράφηκε, με το όνομά σας και τη σημερινή ημερομηνία.',
  'freshness.review': 'Επιλέξτε ημέρα από αύριο και μετά, μέσα σε πέντε χρόνια',
  'freshness.since': 'Δεν έχει ελεγχθεί από {date}',
  'freshness.due': 'Ελέγχθηκε στις {date}· νέος έλεγχος έως {next}',
  'list.facet.checked': 'Έλεγχος',
  'terms.checked.current': 'Ελεγμένη και επίκαιρη',
}
