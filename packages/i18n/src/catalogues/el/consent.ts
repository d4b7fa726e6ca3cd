import type { consent as en } from '../en/consent.ts'
import type { Texts } from '../texts.ts'

/** What readers are told of their consent, its end, and why nothing is sent. */
export const consent: Texts<typeof en> = {
  'consent.agreed': 'Συμφωνήσατε στο εξής:',
  'consent.change.busy': 'Ένα τεύχος φεύγει αυτή τη στιγμή προς την παλιά διεύθυνση. Τίποτα δεν άλλαξε ακόμη· πατήστε ξανά το κουμπί σε δύο λεπτά.',
  'consent.subscribe-again': 'Νέα εγγραφή',
  'readers.reason.erasure': 'ζητήθηκε διαγραφή των δεδομένων',
  'readers.reason.left': 'διαγράφηκε από το δελτίο παλιά και σβήστηκε',
  'consent.nobody': 'Δεν στέλνεται τίποτε πια σε αυτό το γραμματοκιβώτιο',
  'consent.nobody.text': 'Όποιος λάμβανε εδώ το ενημερωτικό δελτίο έχει αλλάξει διεύθυνση ή ζήτησε να διαγραφεί. Δεν υπάρχει πια τίποτε να διακοπεί.',
  'consent.busy':
    'Φτάνουν πάρα πολλά αιτήματα από παντού, γι’ αυτό για λίγο δεν φεύγουν τέτοια μηνύματα. Όσα πληκτρολογήσατε παραμένουν εδώ· δοκιμάστε ξανά σε μία ώρα.',
}
