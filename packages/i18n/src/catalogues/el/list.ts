import type { list as en } from '../en/list.ts'
import type { Texts } from '../texts.ts'

/** What every list says. */
export const list: Texts<typeof en> = {
  'list.search': 'Αναζήτηση',
  'list.filters': 'Φίλτρα',
  'list.filters.chosen': 'Φίλτρα ({count})',
  'list.facet.topic': 'Θέμα',
  'list.facet.country': 'Χώρα',
  'list.facet.level': 'Βαθμίδα',
  'list.facet.form': 'Είδος',
  'list.facet.target': 'Κοινό',
  'list.facet.status': 'Κατάσταση',
  'list.facet.publication': 'Τύπος',
  'list.facet.event': 'Είδος εκδήλωσης',
  'list.facet.issuer': 'Εκδότης',
  'list.facet.programme': 'Πρόγραμμα',
  'list.facet.year': 'Έτος',
  'list.facet.more': { one: '{count} ακόμη', other: '{count} ακόμη' },
  'list.show': 'Εμφάνιση αποτελεσμάτων',
  'list.narrow': 'Εμφανίζονται μόνο τα πρώτα {count} αποτελέσματα. Προσθέστε ένα φίλτρο ή μια λέξη για να τα περιορίσετε.',
  'list.sort': 'Σειρά',
  'list.sort.title': 'Κατά τίτλο',
  'list.sort.newest': 'Από το νεότερο στο παλαιότερο',
  'list.sort.button': 'Εφαρμογή',
  'list.applied': 'Ενεργά φίλτρα:',
  'list.remove': 'Αφαίρεση φίλτρου',
  'list.clear': 'Κατάργηση όλων των φίλτρων',
  'list.none.do': 'Αφαιρέστε ένα φίλτρο παραπάνω, ή αναζητήστε την αρχή μιας λέξης.',
  'list.feed': 'Ροή αυτού του καταλόγου',
}
