import type { services as en } from '../en/services.ts'
import type { Texts } from '../texts.ts'

/** Newsletter, support and contact. */
export const services: Texts<typeof en> = {
  'newsletter.title': 'Newsletter',
  'newsletter.description': 'Neuigkeiten der EU STEM Coalition per E-Mail.',
  'newsletter.lead': 'Einige Male im Jahr: was Mitglieder erprobt haben, was daraus wurde und wo sich das Netzwerk als Nächstes trifft.',
  'support.title': 'Unterstützung erhalten',
  'support.description': 'Bitten Sie die EU STEM Coalition um ein Kurzdossier, eine Taskforce oder einen Runden Tisch für Ihr Land oder Ihre Region.',
  'support.lead': 'Sie wollen eine MINT-Strategie aufbauen, oder Ihre bestehende kommt nicht voran? Fragen Sie Menschen, die das schon durchlaufen haben.',
  'support.request': 'Unterstützung anfragen',
  'support.forms': 'Drei Formen der Unterstützung',
  'support.question': 'Nur eine Frage?',
  'support.forms.lead': 'Sie müssen nicht wissen, welche passt. Wir wählen sie gemeinsam mit Ihnen.',
  'support.who': 'Wer anfragen kann',
  'support.who.text':
    'Ministerien, regionale Behörden und MINT-Plattformen. Auch eine Organisation, die nicht Mitglied ist, kann anfragen, am besten gemeinsam mit ihrem Ministerium oder ihrer Region.',
  'support.examples': 'Sehen, wozu frühere Unterstützung geführt hat',
  'support.request.description': 'So fragen Sie ein Kurzdossier, eine Taskforce oder einen Runden Tisch an.',
  'contact.title': 'Kontakt',
}
