import type { adoption as en } from '../en/adoption.ts'
import type { Texts } from '../texts.ts'

/** Practices that somebody took over. */
export const adoption: Texts<typeof en> = {
  'list.adoptions.title': 'Πρακτικές που υιοθετήθηκαν',
  'list.adoptions.lead': 'Ό,τι πέτυχε σε μια χώρα και υιοθετήθηκε σε άλλη: από πού προς τα πού, πότε και τι άλλαξε.',
  'list.adoptions.description': 'Πρακτικές που πέρασαν από μια χώρα σε άλλη, με έτος, κατάσταση, τι άλλαξε και τι προέκυψε.',
  'list.adoptions.feed': 'Πρακτικές που υιοθετήθηκαν – EU STEM Coalition',
  'list.adoptions.search': 'Αναζήτηση υιοθετημένων πρακτικών',
  'list.adoptions.more-than': 'Πάνω από {count} υιοθετήσεις',
  'list.adoptions.none': 'Τίποτε δεν ταιριάζει σε όλα αυτά.',
  'list.adoptions.empty': 'Δεν υπάρχει ακόμη καταχωρισμένη υιοθέτηση.',
  'list.adoptions.empty.do': 'Όσα επιβεβαιώνουν τα μέλη ότι υιοθέτησαν θα εμφανίζονται εδώ.',
  'adoption.title': 'Ποιος έμαθε από ποιον',
  'adoption.way': '{from} → {to}',
  'adoption.practice': 'Πρακτική',
  'adoption.practice.open': 'Άνοιγμα της πρακτικής',
  'adoption.from': 'Από',
  'adoption.to': 'Προς',
  'adoption.organisation': 'Υιοθετήθηκε από',
  'adoption.changed': 'Τι άλλαξε',
  'adoption.result': 'Τι προέκυψε',
  'adoption.picture': 'Αριστερά οι χώρες από τις οποίες προήλθε μια πρακτική, δεξιά όσες την υιοθέτησαν· παχύτερη γραμμή σημαίνει περισσότερες πρακτικές.',
  'adoption.list': 'Ως κατάλογος με φίλτρα και αρχεία',
  'search.type.adoption': 'Πρακτικές που υιοθετήθηκαν',
  'search.one.adoption': 'Πρακτική που υιοθετήθηκε',
  'composer.type.adoption': 'Πρακτική που υιοθετήθηκε',
  'terms.status.confirmed': 'Επιβεβαιωμένη',
  'terms.status.piloted': 'Σε δοκιμή',
  'terms.status.in-use': 'Σε χρήση',
  'terms.status.stopped': 'Διακόπηκε',
  'list.adoptions.count': { one: '{count} υιοθέτηση', other: '{count} υιοθετήσεις' },
  'adoption.told': {
    one: '{count} πρακτική υιοθετήθηκε· συμμετέχουν {countries} χώρες.',
    other: '{count} πρακτικές υιοθετήθηκαν· συμμετέχουν {countries} χώρες.',
  },
}
