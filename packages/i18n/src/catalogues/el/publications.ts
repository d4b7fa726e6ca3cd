import type { publications as en } from '../en/publications.ts'
import type { Texts } from '../texts.ts'

/** The lists of publications and news. */
export const publications: Texts<typeof en> = {
  'list.publications.title': 'Εκδόσεις',
  'list.publications.lead':
    'Εκθέσεις, στρατηγικές, εργαλεία, πρακτικά συναντήσεων και μέσα παρακολούθησης για την εκπαίδευση STEM στην Ευρώπη, με την πηγή τους.',
  'list.publications.description': 'Αναζητήστε και φιλτράρετε εκδόσεις για την εκπαίδευση STEM στην Ευρώπη ανά τύπο, θέμα, χώρα και έτος.',
  'list.publications.feed': 'Νέες εκδόσεις – EU STEM Coalition',
  'list.publications.search': 'Αναζήτηση εκδόσεων',
  'list.publications.count': { one: '{count} έκδοση', other: '{count} εκδόσεις' },
  'list.publications.more-than': 'Περισσότερες από {count} εκδόσεις',
  'list.publications.none': 'Καμία έκδοση δεν ανταποκρίνεται σε όλα αυτά.',
  'list.publications.empty': 'Δεν έχει καταγραφεί ακόμη καμία έκδοση.',
  'list.publications.empty.do': 'Εκθέσεις, στρατηγικές και εργαλεία θα εμφανιστούν εδώ.',
  'list.news.title': 'Νέα',
  'list.news.lead': 'Όσα συνέβησαν στον συνασπισμό και γύρω του, από το νεότερο στο παλαιότερο.',
  'list.news.description': 'Νέα του EU STEM Coalition και των μελών του, ανά χώρα και έτος.',
  'list.news.feed': 'Νέα – EU STEM Coalition',
  'list.news.search': 'Αναζήτηση στα νέα',
  'list.news.count': { one: '{count} νέο', other: '{count} νέα' },
  'list.news.more-than': 'Περισσότερα από {count} νέα',
  'list.news.none': 'Κανένα νέο δεν ανταποκρίνεται σε όλα αυτά.',
  'list.news.empty': 'Δεν υπάρχουν ακόμη νέα.',
  'list.news.empty.do': 'Τα νέα του συνασπισμού και των μελών του θα εμφανιστούν εδώ.',
}
