import type { api as en } from '../en/api.ts'
import type { Texts } from '../texts.ts'

/** The reference of the API. */
export const api: Texts<typeof en> = {
  'api.title': 'Open data en API',
  'api.description':
    'Neem de praktijkvoorbeelden, organisaties, indicatoren en nieuwsbrief van de EU STEM Coalition over in uw eigen hulpmiddelen: bestanden, feeds en een JSON-API zonder sleutel.',
  'api.lead':
    'Alles wat op deze site openbaar is, kan door programma’s worden gelezen, gratis en zonder sleutel. Dezelfde zoekvraag levert de pagina, het bestand en de feed.',
  'api.files': 'Bestanden en feeds',
  'api.files.text': 'Voeg .csv, .json of .atom toe aan het adres van een lijst; de filters blijven behouden.',
  'api.document': 'OpenAPI 3.1-document',
  'api.rules': 'Hoe het werkt',
  'api.rules.paging': 'Lijsten komen in pagina’s. Gebruik de waarde van next als cursor voor de volgende pagina; null betekent dat er niets meer volgt.',
  'api.rules.errors':
    'Een weigering is application/problem+json (RFC 9457) met een code, een reden en de velden die niet kloppen. Een onbekende parameter wordt geweigerd, zodat een verkeerd gespeld filter nooit wordt genegeerd.',
  'api.rules.cache': 'Elk antwoord heeft een ETag: stuur die terug als If-None-Match en u krijgt 304 zonder inhoud als er niets is veranderd.',
  'api.rules.limits': 'Ten hoogste 600 antwoorden per minuut voor één netwerk. Daarboven krijgt u 429 met Retry-After.',
  'api.rules.language': 'De API antwoordt in de taal van de vermelding en noemt die. Programma’s op andere sites mogen haar met GET lezen (CORS).',
  'api.routes': 'Adressen',
  'api.more': 'Wijzigende en niet-openbare adressen',
  'api.more.text':
    'Zij wijzigen iets, of antwoorden alleen op de sleutel van een organisatie, op het token van een link in een nieuwsbriefmail, of aan een aangemeld lid van het secretariaat. Het document vermeldt welke. Abonneren volgt de regels van het formulier: de lezer ziet eerst de toestemmingstekst en drukt op de knop in de e-mail, en het antwoord is voor elk adres hetzelfde.',
  'api.webhooks': 'Webhooks',
  'api.webhooks.text':
    'Programma’s die het secretariaat toevoegt, krijgen bericht wanneer er iets gebeurt: nummers, statussen en aantallen, ondertekend volgens Standard Webhooks, nooit iets over een persoon.',
  'api.parameter': 'Parameter',
  'api.meaning': 'Betekenis',
  'api.values': 'Waarden',
  'api.many': 'kan worden herhaald',
  'api.try': 'Openen',
  'api.english': 'De beschrijvingen van de adressen zijn in het Engels.',
}
