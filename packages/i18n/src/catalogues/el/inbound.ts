import type { inbound as en } from '../en/inbound.ts'
import type { Texts } from '../texts.ts'

/** Mails that come in: how they show in a case, and what the secretariat decides about them. */
export const inbound: Texts<typeof en> = {
  'inbound.answer-by-mail': 'Μπορείτε επίσης να απαντήσετε σε αυτό το μήνυμα. Η απάντησή σας προστίθεται στο αίτημά σας.',
  'inbound.via': 'με ηλεκτρονικό ταχυδρομείο',
  'inbound.earlier': 'Προηγούμενα μηνύματα, όπως παρατίθενται σε αυτό',
  'inbound.no-text': 'Το μήνυμα δεν είχε κείμενο.',
  'inbound.repeats': 'Λέει το ίδιο με προηγούμενο μήνυμα.',
  'inbound.not-kept': {
    one: '{count} αρχείο αυτού του μηνύματος δεν κρατήθηκε: {names}',
    other: '{count} αρχεία αυτού του μηνύματος δεν κρατήθηκαν: {names}',
  },
  'inbound.cut': 'Το μήνυμα ήταν μεγαλύτερο. Κρατήθηκε μόνο η αρχή του.',
  'inbound.possible': 'Ίσως ανήκει σε άλλο αίτημα',
  'inbound.possible.text': 'Το μήνυμα αναφέρεται σε ένα αίτημα, αλλά δεν είναι βέβαιο ότι ανήκει εκεί. Διαβάστε και τα δύο και αποφασίστε.',
  'inbound.possible.open': 'Άνοιγμα {reference}',
  'inbound.apart': 'Να μείνει χωριστά',
  'request.spam.too-many': 'Πάρα πολλά μηνύματα από αυτόν τον αποστολέα μέσα σε μία ώρα',
  'request.spam.follows-spam': 'Απαντά σε αίτημα που έχει σημειωθεί ως ανεπιθύμητο',
}
