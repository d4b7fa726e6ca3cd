import type { practices as en } from '../en/practices.ts'
import type { Texts } from '../texts.ts'

/** The list of practices. */
export const practices: Texts<typeof en> = {
  'practices.title': 'Πρακτικές',
  'practices.lead':
    'Προγράμματα, δίκτυα, εργαλεία και μέτρα που φέρνουν ανθρώπους στις επιστήμες και την τεχνολογία, με κοινό τρόπο περιγραφής ώστε να συγκρίνονται.',
  'practices.description': 'Αναζητήστε και φιλτράρετε πρακτικές εκπαίδευσης STEM από όλη την Ευρώπη ανά θέμα, χώρα, βαθμίδα, είδος και κοινό.',
  'practices.feed': 'Νέες πρακτικές – EU STEM Coalition',
  'practices.feed.link': 'Ροή αυτού του καταλόγου',
  'practices.search': 'Αναζήτηση πρακτικών',
  'practices.search.button': 'Αναζήτηση',
  'practices.filters': 'Φίλτρα',
  'practices.filters.chosen': 'Φίλτρα ({count})',
  'practices.facet.topic': 'Θέμα',
  'practices.facet.country': 'Χώρα',
  'practices.facet.level': 'Βαθμίδα',
  'practices.facet.form': 'Είδος',
  'practices.facet.target': 'Κοινό',
  'practices.facet.status': 'Κατάσταση',
  'practices.facet.more': { one: '{count} ακόμη', other: '{count} ακόμη' },
  'practices.show': 'Εμφάνιση αποτελεσμάτων',
  'practices.count': { one: '{count} πρακτική', other: '{count} πρακτικές' },
  'practices.more-than': 'Περισσότερες από {count} πρακτικές',
  'practices.narrow': 'Εμφανίζονται μόνο {count} από αυτές. Προσθέστε ένα φίλτρο ή μια λέξη για να τις περιορίσετε.',
  'practices.sort': 'Σειρά',
  'practices.sort.title': 'Κατά τίτλο',
  'practices.sort.newest': 'Πρώτα οι νεότερες',
  'practices.sort.button': 'Εφαρμογή',
  'practices.applied': 'Ενεργά φίλτρα:',
  'practices.remove': 'Αφαίρεση φίλτρου',
  'practices.clear': 'Κατάργηση όλων των φίλτρων',
  'practices.none': 'Καμία πρακτική δεν ανταποκρίνεται σε όλα αυτά.',
  'practices.none.do': 'Αφαιρέστε ένα φίλτρο παραπάνω, ή αναζητήστε την αρχή μιας λέξης.',
  'practices.empty': 'Δεν έχει δημοσιευθεί ακόμη καμία πρακτική.',
  'practices.empty.do': 'Οι πρακτικές των φορέων-μελών θα εμφανιστούν εδώ.',
}
