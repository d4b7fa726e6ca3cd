import type { forms as en } from '../en/forms.ts'
import type { Texts } from '../texts.ts'

/** What every form says. */
export const forms: Texts<typeof en> = {
  'forms.problem': 'Es gibt ein Problem',
  'forms.error': 'Fehler:',
  'forms.error.title': 'Fehler: {title}',
  'forms.optional': '(freiwillig)',
  'forms.required': 'Füllen Sie dieses Feld aus',
  'forms.choose': 'Wählen Sie eine Möglichkeit',
  'forms.tick': 'Kreuzen Sie dies an, um fortzufahren',
  'forms.too_long': 'Das ist zu lang. Bitte kürzen Sie',
  'forms.address': 'Geben Sie die E-Mail-Adresse wie name@example.org an',
  'forms.web': 'Geben Sie eine Webadresse wie https://example.org an',
  'forms.year': 'Geben Sie ein Jahr mit vier Ziffern an, nicht in der Zukunft',
  'forms.date': 'Geben Sie einen Tag wie 2027-03-31 an',
  'forms.key': 'Dieses Formular war zu lange geöffnet. Senden Sie es noch einmal',
  'forms.code': 'Dieser Code stimmt nicht. Prüfen Sie die E-Mail und geben Sie ihn erneut ein',
  'forms.file': 'Wählen Sie ein PNG- oder JPEG-Bild von höchstens 400 KB, zwischen 64 und 2.000 Pixel breit und hoch',
  'forms.alternative': 'Beschreiben Sie in Worten, was das Bild zeigt',
  'forms.save': 'Speichern',
  'forms.cancel': 'Abbrechen',
  'forms.back': 'Zurück',
  'forms.continue': 'Weiter',
  'forms.saved': 'Gespeichert.',
  'forms.yes': 'Ja',
  'forms.no': 'Nein',
  'forms.languages.more': { one: 'In {count} weiteren Sprache', other: 'In {count} weiteren Sprachen' },
}
