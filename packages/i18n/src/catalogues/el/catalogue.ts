import type { catalogue as en } from '../en/catalogue.ts'
import type { Texts } from '../texts.ts'

/** The catalogue of data for portals, and the download of all of it. */
export const catalogue: Texts<typeof en> = {
  'data.catalogue.title': 'Δεδομένα του EU STEM Coalition',
  'data.catalogue.machines': 'Για πύλες δεδομένων και συλλέκτες',
  'data.catalogue.dcat': 'Κατάλογος δεδομένων, DCAT-AP 3 σε {format}',
  'data.catalogue.oai': 'Πρακτικές και δημοσιεύσεις, OAI-PMH 2.0',
  'data.download.title': 'Λήψη όλων',
  'data.download.lead': 'Όλα τα δημόσια δεδομένα του ιστοτόπου: κάθε κατάλογος ως αρχείο ή όλα σε ένα.',
  'data.download.all': 'Όλα σε ένα αρχείο (NDJSON)',
  'data.download.own':
    'Τα κείμενα και οι εγγραφές του συνασπισμού χρησιμοποιούνται υπό την άδεια {licence}: αναφέρετε το EU STEM Coalition και συνδέστε την εγγραφή.',
  'data.download.others': 'Οι δείκτες διατηρούν τους όρους της πηγής τους, που αναγράφονται σε κάθε αρχείο και σελίδα.',
  'data.download.list': 'Κατάλογος',
  'data.download.files': 'Αρχεία',
  'data.download.link': 'Όλα τα δεδομένα ως αρχεία, με τους όρους τους',
}
