import type { sending as en } from '../en/sending.ts'
import type { Texts } from '../texts.ts'

/** Releasing campaigns of the newsletter, and how far they are. */
export const sending: Texts<typeof en> = {
  'sending.title': 'Versand: {name}',
  'sending.draft.text': 'Es ist ein Entwurf. Prüfen und genehmigen Sie ihn zuerst; danach gibt ihn jemand anderes hier frei.',
  'sending.own': 'Sie haben diese Fassung geschrieben oder genehmigt, daher gibt sie jemand anderes frei.',
  'sending.release': 'Freigeben',
  'sending.release.text': { one: 'Sie geht an {count} Person, wie genehmigt.', other: 'Sie geht an {count} Personen, wie genehmigt.' },
  'sending.release.day': 'Tag',
  'sending.release.day.hint': 'Lassen Sie dies leer, um sofort zu versenden.',
  'sending.release.time': 'Uhrzeit',
  'sending.release.time.hint': 'Wie die Uhr sie dort zeigt, z. B. 09:30',
  'sending.release.zone': 'Zeitzone',
  'sending.release.number': 'Geben Sie die Zahl der Personen ein',
  'sending.release.number.hint': 'Ein letzter Blick darauf, wie viele sie erhalten.',
  'sending.problem.own': 'Jemand anderes muss freigeben, was Sie geschrieben oder genehmigt haben.',
  'sending.problem.transport':
    'E-Mails verlassen die Plattform hier über einen Dienst nur für einzelne E-Mails: Er hat keinen eigenen Umschlagabsender für jede E-Mail, daher würde niemand von Fehlschlägen und Beschwerden erfahren. Wer die Plattform betreibt, muss einen Mailserver oder einen Anbieter einrichten, der Newsletter befördert; danach kann die Ausgabe freigegeben werden.',
  'sending.deaf':
    'Niemand würde erfahren, welche E-Mails fehlschlagen: Die Meldungen des Maildienstes werden nicht empfangen. Wer die Plattform betreibt, sollte zuerst MAIL_EVENTS_KEY setzen.',
  'sending.problem.nobody': 'Niemand würde sie erhalten. Ändern Sie zuerst den Empfängerkreis.',
  'sending.problem.number': 'So viele erhalten sie derzeit nicht. Sehen Sie auf die Zahl oben und geben Sie sie ein.',
  'sending.problem.past': 'Wählen Sie einen künftigen Zeitpunkt innerhalb eines Jahres.',
  'sending.problem.clock':
    'Diese Uhrzeit gibt es dort nicht. Wählen Sie einen Tag und eine Uhrzeit wie 09:30; in der Nacht, in der die Uhren vorgestellt werden, fällt eine Stunde aus.',
  'sending.problem.sure': 'Kreuzen Sie an, dass Sie es so wollen. Es wurde nichts abgebrochen.',
  'sending.problem.stale': 'Es hat sich inzwischen geändert. So ist der jetzige Stand.',
  'sending.scheduled': 'Der Versand beginnt am {at}. Eine Änderung beendet die Freigabe.',
  'sending.held.text':
    'Der Zeitpunkt wurde um mehr als fünfzehn Minuten verpasst, diese Datenbank wurde aus einer Kopie wiederhergestellt, oder E-Mails gehen über einen Weg hinaus, der keine Kampagnen befördert. Es wird nichts versandt, bis jemand es geprüft hat: Ein Teil könnte bereits hinausgegangen sein.',
  'sending.take-over': 'Ich habe es geprüft: wieder aufnehmen',
  'sending.pause': 'Pausieren',
  'sending.resume': 'Fortsetzen',
  'sending.cancel': 'Endgültig abbrechen',
  'sending.cancel.sure': 'Ja: Wer sie bis jetzt nicht hat, erhält sie nie',
  'sending.cancel.text': 'Der Versand kann nicht wieder aufgenommen werden.',
  'sending.refresh': 'Neu zählen',
  'sending.numbers': 'Zahlen',
  'sending.numbers.text': 'Derzeit aus einer Zeile je Person gezählt.',
  'sending.language': 'Sprache',
  'sending.all': 'Alle',
  'sending.n.prepared': 'vorbereitet',
  'sending.n.pending': 'wartet',
  'sending.n.claimed': 'wird gesendet',
  'sending.n.accepted': 'angenommen',
  'sending.n.rejected': 'abgelehnt',
  'sending.n.cancelled': 'ausgelassen',
  'sending.n.unknown': 'unbekannt',
  'sending.unknown': 'Antwort verloren',
  'sending.unknown.text':
    'Diese sind vielleicht angekommen, vielleicht nicht. Sie werden nur erneut gesendet, wenn Sie es so entscheiden: Manche könnten sie dann zweimal erhalten.',
  'sending.unknown.accepted': 'Sie sind angekommen',
  'sending.unknown.again': 'Noch einmal senden',
}
