import type { forms as en } from '../en/forms.ts'
import type { Texts } from '../texts.ts'

/** What every form says. */
export const forms: Texts<typeof en> = {
  'forms.problem': 'Υπάρχει ένα πρόβλημα',
  'forms.error': 'Σφάλμα:',
  'forms.error.title': 'Σφάλμα: {title}',
  'forms.optional': '(προαιρετικό)',
  'forms.required': 'Συμπληρώστε αυτό το πεδίο',
  'forms.choose': 'Επιλέξτε μία απάντηση',
  'forms.tick': 'Επιλέξτε το πλαίσιο για να συνεχίσετε',
  'forms.too_long': 'Το κείμενο είναι πολύ μεγάλο. Συντομεύστε το',
  'forms.address': 'Γράψτε τη διεύθυνση ηλεκτρονικού ταχυδρομείου όπως όνομα@example.org',
  'forms.web': 'Γράψτε διεύθυνση ιστού όπως https://example.org',
  'forms.year': 'Γράψτε έτος με τέσσερα ψηφία, όχι στο μέλλον',
  'forms.date': 'Γράψτε μια ημέρα όπως 2027-03-31',
  'forms.key': 'Η φόρμα έμεινε ανοιχτή πολλή ώρα. Στείλτε την ξανά',
  'forms.code': 'Ο κωδικός δεν ταιριάζει. Ελέγξτε το μήνυμα και πληκτρολογήστε τον ξανά',
  'forms.file': 'Επιλέξτε εικόνα PNG ή JPEG έως 400 KB, με πλάτος και ύψος από 64 έως 2.000 εικονοστοιχεία',
  'forms.alternative': 'Περιγράψτε με λόγια τι δείχνει η εικόνα',
  'forms.save': 'Αποθήκευση',
  'forms.cancel': 'Ακύρωση',
  'forms.back': 'Πίσω',
  'forms.continue': 'Συνέχεια',
  'forms.saved': 'Αποθηκεύτηκε.',
  'forms.yes': 'Ναι',
  'forms.no': 'Όχι',
  'forms.languages.more': { one: 'Σε {count} ακόμη γλώσσα', other: 'Σε {count} ακόμη γλώσσες' },
}
