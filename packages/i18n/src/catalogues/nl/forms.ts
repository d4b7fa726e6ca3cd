import type { forms as en } from '../en/forms.ts'
import type { Texts } from '../texts.ts'

/** What every form says. */
export const forms: Texts<typeof en> = {
  'forms.problem': 'Er is een probleem',
  'forms.error': 'Fout:',
  'forms.error.title': 'Fout: {title}',
  'forms.optional': '(optioneel)',
  'forms.required': 'Vul dit in',
  'forms.choose': 'Kies er een',
  'forms.tick': 'Vink dit aan om verder te gaan',
  'forms.too_long': 'Dit is te lang. Kort het in',
  'forms.address': 'Schrijf het e-mailadres zoals name@example.org',
  'forms.web': 'Schrijf een webadres zoals https://example.org',
  'forms.year': 'Schrijf een jaartal in vier cijfers, niet in de toekomst',
  'forms.date': 'Schrijf een dag zoals 2027-03-31',
  'forms.key': 'Dit formulier stond te lang open. Verzend het nogmaals',
  'forms.code': 'Deze code klopt niet. Controleer de e-mail en typ hem opnieuw',
  'forms.file': 'Kies een PNG- of JPEG-afbeelding van ten hoogste 400 KB, tussen 64 en 2.000 pixels breed en hoog',
  'forms.alternative': 'Zeg in woorden wat de afbeelding toont',
  'forms.save': 'Opslaan',
  'forms.cancel': 'Annuleren',
  'forms.back': 'Terug',
  'forms.continue': 'Doorgaan',
  'forms.saved': 'Opgeslagen.',
  'forms.yes': 'Ja',
  'forms.no': 'Nee',
  'forms.languages.more': { one: 'In nog {count} taal', other: 'In nog {count} talen' },
}
