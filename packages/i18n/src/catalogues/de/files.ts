import type { files as en } from '../en/files.ts'
import type { Texts } from '../texts.ts'

/** Files on requests: choosing, refusing, listing and downloading them. */
export const files: Texts<typeof en> = {
  'files.attach': 'Dateien anhängen',
  'files.hint': 'Bis zu {most} Dateien, je 10 MB und zusammen 25 MB: PDF, Word, Excel, PowerPoint, OpenDocument oder Bilder (PNG, JPEG, GIF, WebP).',
  'files.attached': 'Angehängte Dateien',
  'files.none': 'Keine',
  'files.full': 'Mehr Dateien fasst eine Nachricht nicht. Entfernen Sie eine, um eine andere anzuhängen.',
  'files.remove': 'Entfernen',
  'files.remove.named': '{name} entfernen',
  'files.with': 'Dateien dieser Nachricht',
  'files.unchecked': 'Nicht auf Viren geprüft. Öffnen Sie die Datei nur, wenn Sie sie erwartet haben.',
  'files.kilobytes': '{size} KB',
  'files.megabytes': '{size} MB',
  'files.lost':
    'Eine Datei wurde vor zu langer Zeit angehängt und ist nicht mehr vorhanden. Sehen Sie in die Liste unten: Hängen Sie sie erneut an oder senden Sie die Anfrage ohne sie.',
  'files.over': 'Dieser Download-Link ist abgelaufen',
  'files.over.text':
    'Aus Sicherheitsgründen gilt er nur zehn Minuten. Kehren Sie zur Ausgangsseite zurück, laden Sie sie neu und wählen Sie die Datei noch einmal.',
  'files.refused.empty': 'Diese Datei ist leer. Wählen Sie sie erneut oder eine andere.',
  'files.refused.type': 'Diese Dateiart können wir nicht annehmen. Speichern Sie die Datei als PDF und hängen Sie dieses an.',
  'files.refused.macros': 'Dieses Dokument enthält Makros, die wir nicht annehmen können. Speichern Sie es ohne Makros, etwa als PDF oder .docx.',
  'files.refused.locked': 'Dieses Dokument ist mit einem Passwort geschützt. Speichern Sie es ohne Passwort und hängen Sie es erneut an.',
  'files.refused.mixed': 'In dieser Datei steckt eine weitere Datei. Hängen Sie die Dateien einzeln an.',
  'files.refused.too_large': 'Diese Datei ist größer als 10 MB. Verkleinern oder teilen Sie sie.',
  'files.refused.too_many': 'Es sind bereits fünf Dateien. Entfernen Sie eine oder senden Sie diese mit Ihrer nächsten Nachricht.',
  'files.refused.too_much': 'Zusammen sind die Dateien größer als 25 MB. Senden Sie diese mit Ihrer nächsten Nachricht.',
  'files.refused.case_full': 'Diese Anfrage enthält so viele Dateien, wie sie fassen kann. Teilen Sie uns in Ihrer Nachricht mit, was Sie noch haben.',
  'files.refused.limited': 'Aus Ihrem Netzwerk kamen heute viele Dateien. Alle Ihre Eingaben sind noch da; senden Sie diese Datei morgen.',
  'files.refused.later': 'Diese Datei konnte gerade nicht gespeichert werden. Hängen Sie sie noch einmal an oder fahren Sie ohne sie fort.',
}
