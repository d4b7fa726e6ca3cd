import type { services as en } from '../en/services.ts'
import type { Texts } from '../texts.ts'

/** Newsletter, support and contact. */
export const services: Texts<typeof en> = {
  'newsletter.title': 'Ενημερωτικό δελτίο',
  'newsletter.description': 'Νέα του EU STEM Coalition με ηλεκτρονικό ταχυδρομείο.',
  'newsletter.lead': 'Λίγες φορές τον χρόνο: τι δοκίμασαν τα μέλη, τι προέκυψε και πού συναντιέται στη συνέχεια το δίκτυο.',
  'support.title': 'Ζητήστε υποστήριξη',
  'support.description': 'Ζητήστε από τον EU STEM Coalition συμβουλευτικό σημείωμα, ομάδα δράσης ή στρογγυλή τράπεζα για τη χώρα ή την περιφέρειά σας.',
  'support.lead': 'Θέλετε να διαμορφώσετε στρατηγική STEM, ή αυτή που έχετε δεν προχωρά; Ρωτήστε ανθρώπους που το έχουν ζήσει.',
  'support.request': 'Υποβολή αιτήματος',
  'support.forms': 'Τρεις μορφές υποστήριξης',
  'support.question': 'Μόνο μια ερώτηση;',
  'support.forms.lead': 'Δεν χρειάζεται να ξέρετε ποια ταιριάζει. Την επιλέγουμε μαζί.',
  'support.who': 'Ποιος μπορεί να ζητήσει',
  'support.who.text':
    'Υπουργεία, περιφερειακές αρχές και πλατφόρμες STEM. Μπορεί να ζητήσει και φορέας που δεν είναι μέλος, κατά προτίμηση μαζί με το υπουργείο ή την περιφέρειά του.',
  'support.examples': 'Δείτε πού οδήγησε παλαιότερη υποστήριξη',
  'support.request.description': 'Πώς ζητάτε συμβουλευτικό σημείωμα, ομάδα δράσης ή στρογγυλή τράπεζα.',
  'contact.title': 'Επικοινωνία',
}
