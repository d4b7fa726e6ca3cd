import type { practice as en } from '../en/practice.ts'
import type { Texts } from '../texts.ts'

/** One practice. */
export const practice: Texts<typeof en> = {
  'practice.printed': 'EU STEM Coalition, σημείωμα πρακτικής.',
  'practice.topics': 'Θέματα',
  'practice.unknown': 'Τι δεν γνωρίζουμε ακόμη',
  'practice.unknown.lead': 'Από αυτά κρίνεται αν μια πρακτική μπορεί να μεταφερθεί. Κανείς δεν μας τα έχει γνωστοποιήσει έως τώρα.',
  'practice.results': 'Αποτελέσματα',
  'practice.cost': 'Κόστος ανά εκπαιδευόμενο',
  'practice.transfer': 'Τι χρειάζεται για να μεταφερθεί',
  'practice.not-reported': 'Δεν έχει γνωστοποιηθεί',
  'practice.close': 'Παρόμοιες πρακτικές',
  'practice.facts': 'Με μια ματιά',
  'practice.country': 'Χώρα',
  'practice.organisation': 'Φορέας υλοποίησης',
  'practice.since': 'Από',
  'practice.levels': 'Βαθμίδες',
  'practice.targets': 'Για',
  'practice.website': 'Ιστοσελίδα',
  'practice.checked': 'Τελευταίος έλεγχος',
  'practice.not-checked': 'Δεν έχει ελεγχθεί ακόμη από μέλος',
  'practice.use': 'Εφαρμόστε την στη χώρα σας',
  'practice.use.text': 'Ο συνασπισμός μπορεί να φέρει στο τραπέζι σας τους ανθρώπους που την υλοποιούν.',
  'practice.caution': 'Προς έλεγχο:',
  'practice.compiled': 'Συντάχθηκε από δημόσιες πηγές.',
  'practice.source': 'Πηγή: {host}',
  'practice.updated': 'Άλλαξε σε αυτόν τον ιστότοπο στις {date}.',
}
