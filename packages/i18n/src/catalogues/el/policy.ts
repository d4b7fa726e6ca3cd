import type { policy as en } from '../en/policy.ts'
import type { Texts } from '../texts.ts'

/** The lists of EU policy and of projects. */
export const policy: Texts<typeof en> = {
  'list.policy.title': 'Πολιτική της ΕΕ',
  'list.policy.lead': 'Έγγραφα πολιτικής της ΕΕ στα οποία στηρίζεται το έργο του συνασπισμού, και πώς αφορούν την εκπαίδευση STEM.',
  'list.policy.description': 'Ανακοινώσεις, ψηφίσματα και προγράμματα των θεσμικών οργάνων της ΕΕ για την εκπαίδευση STEM, ανά όργανο και έτος.',
  'list.policy.feed': 'Πολιτική της ΕΕ για το STEM – EU STEM Coalition',
  'list.policy.search': 'Αναζήτηση στην πολιτική της ΕΕ',
  'list.policy.count': { one: '{count} έγγραφο', other: '{count} έγγραφα' },
  'list.policy.more-than': 'Περισσότερα από {count} έγγραφα',
  'list.policy.none': 'Κανένα έγγραφο δεν ανταποκρίνεται σε όλα αυτά.',
  'list.policy.empty': 'Δεν έχει καταγραφεί ακόμη κανένα έγγραφο πολιτικής της ΕΕ.',
  'list.policy.empty.do': 'Έγγραφα σημαντικά για την εκπαίδευση STEM θα εμφανιστούν εδώ.',
  'list.projects.title': 'Έργα της ΕΕ',
  'list.projects.lead': 'Έργα με χρηματοδότηση ευρωπαϊκών προγραμμάτων στα οποία συμμετέχουν ο συνασπισμός ή τα μέλη του, ή που τους αφορούν.',
  'list.projects.description': 'Ευρωπαϊκά έργα για την εκπαίδευση STEM, ανά πρόγραμμα και ανάλογα με το αν βρίσκονται σε εξέλιξη.',
  'list.projects.feed': 'Νέα έργα – EU STEM Coalition',
  'list.projects.search': 'Αναζήτηση έργων',
  'list.projects.count': { one: '{count} έργο', other: '{count} έργα' },
  'list.projects.more-than': 'Περισσότερα από {count} έργα',
  'list.projects.none': 'Κανένα έργο δεν ανταποκρίνεται σε όλα αυτά.',
  'list.projects.empty': 'Δεν έχει καταγραφεί ακόμη κανένα έργο.',
  'list.projects.empty.do': 'Ευρωπαϊκά έργα για την εκπαίδευση STEM θα εμφανιστούν εδώ.',
}
