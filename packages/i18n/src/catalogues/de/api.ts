import type { api as en } from '../en/api.ts'
import type { Texts } from '../texts.ts'

/** The reference of the API. */
export const api: Texts<typeof en> = {
  'api.title': 'Offene Daten und API',
  'api.description':
    'Übernehmen Sie Praxisbeispiele, Organisationen, Indikatoren und Newsletter der EU STEM Coalition in Ihre eigenen Werkzeuge: Dateien, Feeds und eine JSON-API ohne Schlüssel.',
  'api.lead':
    'Alles, was auf dieser Website öffentlich ist, kann von Programmen gelesen werden, kostenlos und ohne Schlüssel. Dieselbe Abfrage liefert die Seite, die Datei und den Feed.',
  'api.files': 'Dateien und Feeds',
  'api.files.text': 'Hängen Sie .csv, .json oder .atom an die Adresse einer Liste an; ihre Filter bleiben erhalten.',
  'api.document': 'OpenAPI-3.1-Dokument',
  'api.rules': 'So funktioniert es',
  'api.rules.paging': 'Listen kommen in Seiten. Verwenden Sie den Wert von next als cursor für die folgende Seite; null bedeutet, dass nichts mehr folgt.',
  'api.rules.errors':
    'Eine Ablehnung ist application/problem+json (RFC 9457) mit einem Code, einem Grund und den fehlerhaften Feldern. Ein unbekannter Parameter wird abgelehnt, sodass ein falsch geschriebener Filter nie unbemerkt bleibt.',
  'api.rules.cache': 'Jede Antwort trägt ein ETag: Senden Sie es als If-None-Match zurück, und Sie erhalten 304 ohne Inhalt, wenn sich nichts geändert hat.',
  'api.rules.limits': 'Höchstens 600 Antworten pro Minute je Netzwerk. Darüber hinaus erhalten Sie 429 mit Retry-After.',
  'api.rules.language': 'Die API antwortet in der Sprache des Eintrags und nennt sie. Programme auf anderen Websites dürfen sie mit GET lesen (CORS).',
  'api.routes': 'Adressen',
  'api.more': 'Ändernde und nicht öffentliche Adressen',
  'api.more.text':
    'Sie ändern etwas oder antworten nur auf den Schlüssel einer Organisation, auf das Token eines Links aus einer Newsletter-E-Mail oder einem angemeldeten Mitglied des Sekretariats. Das Dokument gibt an, was jeweils gilt. Das Abonnieren folgt den Regeln des Formulars: Zuerst ist der Einwilligungstext zu sehen, dann wird der Knopf in der E-Mail gedrückt, und die Antwort ist für jede Adresse dieselbe.',
  'api.webhooks': 'Webhooks',
  'api.webhooks.text':
    'Programme, die das Sekretariat hinzufügt, werden benachrichtigt, wenn etwas geschieht: Kennungen, Zustände und Zahlen, signiert nach Standard Webhooks, niemals etwas über eine Person.',
  'api.parameter': 'Parameter',
  'api.meaning': 'Bedeutung',
  'api.values': 'Werte',
  'api.many': 'kann wiederholt werden',
  'api.try': 'Öffnen',
  'api.english': 'Die Beschreibungen der Adressen sind auf Englisch.',
}
