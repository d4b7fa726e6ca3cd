import type { campaigns as en } from '../en/campaigns.ts'
import type { Texts } from '../texts.ts'

/** Campaigns of the newsletter in the console: who gets them, when, following them, the monthly digest; and what a quote stands in. */
export const campaigns: Texts<typeof en> = {
  'campaigns.quote': '«{words}»',
  'campaigns.zone.brussels': 'ώρα Βρυξελλών',
  'campaigns.zone.athens': 'ώρα Αθήνας',
  'campaigns.zone.lisbon': 'ώρα Λισαβόνας',
  'campaigns.zone.utc': 'παγκόσμια ώρα (UTC)',
  'campaigns.at': '{at}, {zone}',
  'campaigns.live': 'Η σελίδα ανανεώνεται κάθε {seconds} δευτερόλεπτα μέχρι να φύγει το τεύχος. Τίποτε άλλο δεν κινείται σε αυτήν.',
  'campaigns.live.stop': 'Διακοπή ανανέωσης',
  'campaigns.live.start': 'Αυτόματη ανανέωση',
  'campaigns.reach.countries': 'Ανά χώρα που διάλεξαν',
  'campaigns.reach.everywhere': 'Όλες οι χώρες',
  'campaigns.reach.countries.hint': 'Κάθε αναγνώστης μετρά σε κάθε χώρα που διάλεξε.',
  'campaigns.reach.sample': 'Μερικοί από αυτούς',
  'campaigns.reach.sample.text': 'Διαλεγμένοι από όλους· οι διευθύνσεις δεν φαίνονται ολόκληρες.',
  'campaigns.left.suppressed': 'Αποκλεισμένοι: {reason}',
  'campaigns.reach.none': 'Κανείς από όσους αφορά δεν μένει έξω.',
  'campaigns.digest': 'Μηνιαία σύνοψη',
  'campaigns.digest.text':
    'Τις τρεις πρώτες ημέρες του μήνα ετοιμάζεται προσχέδιο με όσα δημοσιεύτηκαν τον προηγούμενο μήνα. Κάποιος το ελέγχει, το εγκρίνει και το αποδεσμεύει.',
  'campaigns.digest.none': 'Δεν έχει κλείσει ακόμη κανένας μήνας.',
  'campaigns.digest.month': 'Μήνας',
  'campaigns.digest.outcome': 'Τι έγινε',
  'campaigns.digest.holds': 'Τι περιέχει',
  'campaigns.digest.made': 'Έτοιμο',
  'campaigns.digest.empty': 'Παραλείφθηκε: δεν δημοσιεύτηκε τίποτα',
  'campaigns.digest.item': { one: '{count} στοιχείο', other: '{count} στοιχεία' },
  'campaigns.digest.topics': 'Θέματα: {list}',
  'campaigns.digest.countries': 'Χώρες: {list}',
  'campaigns.digest.languages': 'Στη δική τους γλώσσα: {list}',
  'campaigns.digest.coalition': 'όλος ο συνασπισμός',
}
