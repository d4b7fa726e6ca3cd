import type { record as en } from '../en/record.ts'
import type { Texts } from '../texts.ts'

/** One record of a list, and the page that leads to all lists. */
export const record: Texts<typeof en> = {
  'record.facts': 'Με μια ματιά',
  'record.date': 'Ημερομηνία',
  'record.publisher': 'Εκδότης',
  'record.issuer': 'Εκδόθηκε από',
  'record.programme': 'Πρόγραμμα',
  'record.reference': 'Κωδικός αναφοράς',
  'record.period': 'Διάρκεια',
  'record.country': 'Χώρα',
  'record.topics': 'Θέματα',
  'record.read': 'Ανοίξτε το στο {host}',
  'record.nowhere': 'Δεν γνωρίζουμε κάποιο σημείο στον ιστό όπου μπορεί να ανοιχθεί.',
  'record.caution': 'Προς έλεγχο:',
  'record.compiled': 'Συντάχθηκε από δημόσιες πηγές.',
  'record.source': 'Πηγή: {host}',
  'record.updated': 'Τελευταία αλλαγή σε αυτόν τον ιστότοπο στις {date}.',
  'record.related': 'Συνδέονται με αυτό',
  'record.close': 'Δείτε επίσης',
  'record.beside.publications': 'Εκδόσεις από αυτή τη χώρα',
  'record.beside.practices': 'Πρακτικές από αυτή τη χώρα',
  'record.cite': 'Παραπομπή',
  'record.cite.save': 'Αποθήκευση ως BibTeX',
  'record.cite.link': 'Μόνιμη διεύθυνση',
  'knowledge.title': 'Γνώση',
  'knowledge.lead': 'Όλα όσα γνωρίζει και έχει καταγράψει ο συνασπισμός, για ανάγνωση, φιλτράρισμα και λήψη ως ανοικτά δεδομένα.',
  'knowledge.description': 'Πρακτικές, εκδόσεις, νέα, πολιτική και έργα της ΕΕ για την εκπαίδευση STEM, σε ένα σημείο.',
}
