import type { signIn as en } from '../en/sign-in.ts'
import type { Texts } from '../texts.ts'

/** Signing in, passkeys, and the mails for it. */
export const signIn: Texts<typeof en> = {
  'sign-in.title': 'Anmelden',
  'sign-in.description': 'Für Personen aus Mitgliedsorganisationen und das Sekretariat.',
  'sign-in.lead': 'Für Mitglieder und das Sekretariat. Ohne Passwort, das man sich merken muss.',
  'sign-in.address': 'E-Mail-Adresse',
  'sign-in.send': 'Link zusenden',
  'sign-in.passkey': 'Passkey verwenden',
  'sign-in.passkey.failed': 'Der Passkey wurde nicht angenommen. Versuchen Sie es erneut oder lassen Sie sich einen Link zusenden.',
  'sign-in.passkey.script': 'Passkeys benötigen JavaScript. Verwenden Sie ohne JavaScript den Link per E-Mail.',
  'sign-in.limited': 'Aus Ihrem Netzwerk kamen zu viele Versuche. Warten Sie eine Viertelstunde und versuchen Sie es erneut.',
  'sign-in.new': 'Neu hier?',
  'sign-in.new.text':
    'Konten werden für Personen eröffnet, die in einer Mitgliedsorganisation arbeiten. Zum Lesen, Suchen und Anfragen von Unterstützung ist kein Konto nötig.',
  'sign-in.new.join': 'Mitglied werden',
  'sign-in.new.support': 'Unterstützung ohne Konto anfragen',
  'sign-in.sent.title': 'Sehen Sie in Ihr Postfach',
  'sign-in.sent.text':
    'Wenn es zu der Adresse ein Konto gibt, ist eine E-Mail mit einem Link und einem Code unterwegs. Beide gelten zehn Minuten, in diesem Browser.',
  'sign-in.sent.slow': 'Nach zwei Minuten noch keine E-Mail? Sehen Sie im Spam-Ordner nach, prüfen Sie die Adresse und fordern Sie sie erneut an.',
  'sign-in.code': 'Code aus der E-Mail',
  'sign-in.code.hint': '8 Buchstaben und Ziffern. Sie können ihn einfügen.',
  'sign-in.again': 'Andere Adresse verwenden',
  'sign-in.link.title': 'Jetzt anmelden?',
  'sign-in.link.text': 'Sie melden sich gleich in diesem Browser an.',
  'sign-in.link.button': 'Anmelden',
  'sign-in.expired.title': 'Dieser Link oder Code funktioniert nicht mehr',
  'sign-in.expired.text':
    'Er wurde vielleicht schon benutzt, die zehn Minuten sind abgelaufen, oder es gab zu viele falsche Versuche. Fordern Sie einen neuen an.',
  'sign-in.expired.button': 'Neuen Link anfordern',
  'sign-in.other.title': 'Sie haben in einem anderen Browser begonnen',
  'sign-in.other.text':
    'Zu Ihrer Sicherheit funktioniert ein Link nur in dem Browser, der ihn angefordert hat. Kehren Sie dorthin zurück und geben Sie den Code aus der E-Mail ein.',
  'sign-in.out.title': 'Sie sind abgemeldet',
  'sign-in.out.text': 'Schließen Sie den Browser, wenn andere diesen Computer benutzen.',
  'sign-in.out': 'Abmelden',
  'step-up.title': 'Zeigen Sie, dass Sie es sind',
  'step-up.text':
    'Dieser Bereich hat weitreichende Folgen, daher bitten wir noch einmal um Ihren Passkey. Er gilt hier eine Viertelstunde, in der Konsole zwölf Stunden.',
  'step-up.none':
    'Ihre Rolle erfordert einen Passkey: Ihren Fingerabdruck, Ihr Gesicht oder die Bildschirmsperre, auf diesem Gerät oder Ihrem Telefon. Richten Sie jetzt einen ein; das dauert eine Minute.',
  'step-up.button': 'Meinen Passkey verwenden',
  'step-up.setup': 'Passkey einrichten',
  'step-up.mail': 'Sie haben sich vor mehr als einer Viertelstunde angemeldet. Melden Sie sich noch einmal an, um fortzufahren.',
  'step-up.lost': 'Passkeys verloren? Wiederherstellungscode verwenden',
  'mail.from': 'EU STEM Coalition. Sekretariat: Platform Talent voor Technologie, Niederlande.',
  'mail.sign-in.subject': 'Anmeldung bei der EU STEM Coalition',
  'mail.sign-in.heading': 'Anmelden',
  'mail.sign-in.text': 'Öffnen Sie diesen Link in dem Browser, in dem Sie ihn angefordert haben, und betätigen Sie dort die Schaltfläche.',
  'mail.sign-in.code': 'Auf einem anderen Gerät? Geben Sie diesen Code in dem Browser ein, in dem Sie begonnen haben:',
  'mail.sign-in.life': 'Link und Code gelten einmal, zehn Minuten lang.',
  'mail.sign-in.reason':
    'Sie erhalten diese E-Mail, weil jemand Ihre Adresse auf unserer Anmeldeseite eingegeben hat. Falls Sie das nicht waren, brauchen Sie nichts zu tun: Ohne diese E-Mail kann sich niemand anmelden.',
  'mail.no-account.subject': 'Kein Konto zu dieser Adresse',
  'mail.no-account.heading': 'Zu dieser Adresse gibt es kein Konto',
  'mail.no-account.text':
    'Jemand, vielleicht Sie, wollte sich mit dieser Adresse anmelden. Zu ihr gibt es kein Konto. Vielleicht verwenden Sie bei uns eine andere Adresse.',
  'mail.no-account.join':
    'Konten werden für Personen eröffnet, die in einer Mitgliedsorganisation arbeiten. Eine Kollegin oder ein Kollege dort kann Sie einladen, oder Ihre Organisation kann die Aufnahme beantragen.',
  'mail.passkey.subject': 'Ihrem Konto wurde ein Passkey hinzugefügt',
  'mail.passkey.text': 'Der Passkey „{name}“ wurde Ihrem Konto am {date} hinzugefügt.',
  'mail.passkey.removed.subject': 'Ein Passkey wurde aus Ihrem Konto entfernt',
  'mail.passkey.removed.text': 'Der Passkey „{name}“ wurde am {date} aus Ihrem Konto entfernt.',
  'mail.recovered.subject': 'Der Zugang zu Ihrem Konto wurde wiederhergestellt',
  'mail.recovered.text': 'Am {date} wurde der Zugang zu Ihrem Konto ohne Passkey wiederhergestellt. Alle Sitzungen wurden beendet.',
  'mail.security.reason':
    'Sie erhalten diese E-Mail, weil sie die Sicherheit Ihres Kontos betrifft. Falls Sie das nicht waren, schreiben Sie sofort dem Sekretariat.',
}
