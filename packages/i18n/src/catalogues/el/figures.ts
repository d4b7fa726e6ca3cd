import type { figures as en } from '../en/figures.ts'
import type { Texts } from '../texts.ts'

/** The public page of figures about requests for support. */
export const figures: Texts<typeof en> = {
  'figures.title': 'Η υποστήριξη σε αριθμούς',
  'figures.description': 'Πόσα αιτήματα υποστήριξης φτάνουν στην EU STEM Coalition, τι είδους, πόσο γρήγορα απαντώνται και πόσα είναι ανοιχτά.',
  'figures.lead': 'Πόσα αιτήματα φτάνουν, τι είδους και πόσο γρήγορα απαντώνται.',
  'figures.finding': { one: '{count} αίτημα έφτασε το {year}.', other: '{count} αιτήματα έφτασαν το {year}.' },
  'figures.half': {
    one: 'Οι μισές πρώτες απαντήσεις δόθηκαν εντός {days} εργάσιμης ημέρας.',
    other: 'Οι μισές πρώτες απαντήσεις δόθηκαν εντός {days} εργάσιμων ημερών.',
  },
  'figures.as-of': 'Στις {date}',
  'figures.open': 'Ανοιχτά τώρα',
  'figures.open.total': { one: '{count} αίτημα συνολικά.', other: '{count} αιτήματα συνολικά.' },
  'figures.open.text': 'Δεν έχουν απαντηθεί ακόμη ή αναμένουν τον αιτούντα.',
  'figures.received': 'Ελήφθησαν',
  'figures.received.text': 'Με βάση την ημέρα που έφτασε το αίτημα.',
  'figures.quarters': 'Αιτήματα ανά τρίμηνο',
  'figures.years': 'Αιτήματα ανά έτος και είδος',
  'figures.quarter': 'Τρίμηνο {quarter}, {year}',
  'figures.period': 'Περίοδος',
  'figures.total': 'Όλα',
  'figures.speed': 'Πόσο γρήγορα',
  'figures.speed.text': 'Ο συνασπισμός υπόσχεται απάντηση ή ερώτηση εντός {days} εργάσιμων ημερών.',
  'figures.speed.table': 'Πρώτες απαντήσεις ανά περίοδο άφιξης του αιτήματος',
  'figures.answered': 'Απαντήθηκαν',
  'figures.median': 'Τα μισά εντός (εργάσιμες ημέρες)',
  'figures.within': 'Εμπρόθεσμα',
  'figures.few': 'κάτω από 5',
  'figures.how': 'Πώς μετράμε',
  'figures.how.time':
    'Εργάσιμες ημέρες: Δευτέρα έως Παρασκευή, 9:00 με 17:00 στις Βρυξέλλες, χωρίς τις εκεί αργίες των οργάνων της ΕΕ. Όσο περιμένουμε τον αιτούντα, ο χρόνος σταματά.',
  'figures.how.share': 'Εμπρόθεσμα είναι το ποσοστό των πρώτων απαντήσεων που δόθηκαν όπως υποσχεθήκαμε, ανάμεσα σε όσες δόθηκαν και όσες καθυστερούν.',
  'figures.how.left-out': 'Δεν υπολογίζονται τα ανεπιθύμητα και όσα συγχωνεύτηκαν με άλλο. Όσα αποσύρθηκαν μετρούν ως ληφθέντα.',
  'figures.how.small': 'Κάτω από πέντε απαντήσεις δεν λέμε τίποτα για την ταχύτητά τους. Δεν υπάρχουν ονόματα ούτε χώρες.',
  'figures.csv': 'Αριθμοί σε CSV',
  'figures.json': 'Αριθμοί σε JSON',
  'figures.link': 'Η υποστήριξη σε αριθμούς: πόσοι ρωτούν, πόσο γρήγορα απαντάμε',
}
