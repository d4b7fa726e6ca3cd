import type { fallback as en } from '../en/fallback.ts'
import type { Texts } from '../texts.ts'

/** Pages that say why there is no page. */
export const fallback: Texts<typeof en> = {
  'fallback.404.title': 'Diese Kachel ist leer',
  'fallback.404.text':
    'Unter dieser Adresse gibt es keine Seite: Sie wurde verschoben, oder es gab sie nie. Adressen unserer früheren Website führen weiter, wo wir den neuen Ort kennen.',
  'fallback.soon.title': 'Dieser Teil der Website ist noch nicht geöffnet',
  'fallback.soon.text': 'Die Adresse ist richtig und wird bestehen bleiben. Bis die Seite öffnet, stehen Ihnen die folgenden Bereiche zur Verfügung.',
  'fallback.410.title': 'Diese Seite wurde zurückgezogen',
  'fallback.410.text': 'Was hier stand, wurde bewusst aus der Öffentlichkeit genommen; diese Adresse kommt daher nicht wieder.',
  'fallback.429.title': 'Zu viele Seiten auf einmal',
  'fallback.429.text': 'Ihr Netzwerk hat in kurzer Zeit sehr viele Seiten abgerufen. Bitte warten Sie eine Minute und laden Sie die Seite erneut.',
  'fallback.500.title': 'Bei uns ist etwas fehlgeschlagen',
  'fallback.500.text': 'Es liegt nicht an Ihnen, und auf Ihrem Gerät ist nichts verloren gegangen. Bitte laden Sie die Seite in einigen Minuten erneut.',
  'fallback.503.title': 'Diese Seite ist derzeit nicht verfügbar',
  'fallback.503.text':
    'Der Teil der Website mit dieser Seite antwortet nicht. Wir werden darüber benachrichtigt. Bitte versuchen Sie es in einigen Minuten erneut.',
  'fallback.400.title': 'Wir konnten diese Anforderung nicht lesen',
  'fallback.400.text':
    'Etwas daran entspricht nicht dem, was diese Website erwartet. Gehen Sie zurück und versuchen Sie es erneut, oder beginnen Sie auf der Startseite.',
  'fallback.403.title': 'Diese Anforderung kam von anderswo',
  'fallback.403.text':
    'Zu Ihrer Sicherheit nimmt die Website nur Änderungen an, die von ihren eigenen Seiten gesendet wurden. Öffnen Sie die Seite erneut und wiederholen Sie den Vorgang.',
  'fallback.405.title': 'Diese Adresse ist dafür nicht vorgesehen',
  'fallback.405.text': 'Die Adresse gibt es, aber nicht für diese Art von Anforderung. Beginnen Sie auf der Startseite.',
  'fallback.408.title': 'Die Anforderung hat zu lange gedauert',
  'fallback.408.text': 'Was Sie gesendet haben, ist nicht rechtzeitig angekommen. Prüfen Sie Ihre Verbindung und senden Sie es erneut.',
  'fallback.413.title': 'Das ist zu groß',
  'fallback.413.text':
    'Sie haben mehr gesendet, als diese Adresse annimmt. Gehen Sie zurück, kürzen Sie oder wählen Sie kleinere Dateien und senden Sie erneut.',
  'fallback.search': 'Praxisbeispiele suchen',
  'fallback.search.button': 'Suchen',
  'fallback.reference': 'Wenn Sie uns dazu schreiben, nennen Sie bitte diese Nummer: {id}',
}
