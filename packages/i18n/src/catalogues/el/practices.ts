import type { practices as en } from '../en/practices.ts'
import type { Texts } from '../texts.ts'

/** The list of practices. */
export const practices: Texts<typeof en> = {
  'list.practices.title': 'Πρακτικές',
  'list.practices.lead':
    'Προγράμματα, δίκτυα, εργαλεία και μέτρα που φέρνουν ανθρώπους στις επιστήμες και την τεχνολογία, με κοινό τρόπο περιγραφής ώστε να συγκρίνονται.',
  'list.practices.description': 'Αναζητήστε και φιλτράρετε πρακτικές εκπαίδευσης STEM από όλη την Ευρώπη ανά θέμα, χώρα, βαθμίδα, είδος και κοινό.',
  'list.practices.feed': 'Νέες πρακτικές – EU STEM Coalition',
  'list.practices.search': 'Αναζήτηση πρακτικών',
  'list.practices.count': { one: '{count} πρακτική', other: '{count} πρακτικές' },
  'list.practices.more-than': 'Περισσότερες από {count} πρακτικές',
  'list.practices.none': 'Καμία πρακτική δεν ανταποκρίνεται σε όλα αυτά.',
  'list.practices.empty': 'Δεν έχει δημοσιευθεί ακόμη καμία πρακτική.',
  'list.practices.empty.do': 'Οι πρακτικές των φορέων-μελών θα εμφανιστούν εδώ.',
}
