import type { fallback as en } from '../en/fallback.ts'
import type { Texts } from '../texts.ts'

/** Pages that say why there is no page. */
export const fallback: Texts<typeof en> = {
  'fallback.404.title': 'Deze tegel is leeg',
  'fallback.404.text':
    'Er is geen pagina op dit adres: zij is verplaatst, of heeft nooit bestaan. Adressen van onze vroegere site leiden verder waar wij de nieuwe plaats kennen.',
  'fallback.soon.title': 'Dit deel van de site is nog niet open',
  'fallback.soon.text': 'Het adres klopt en zal blijven. Tot de pagina opengaat, staan de onderstaande delen voor u klaar.',
  'fallback.410.title': 'Deze pagina is ingetrokken',
  'fallback.410.text': 'Wat hier stond, is bewust uit de openbaarheid gehaald, dus dit adres komt niet terug.',
  'fallback.429.title': 'Te veel pagina’s tegelijk',
  'fallback.429.text': 'Uw netwerk heeft in korte tijd zeer veel pagina’s opgevraagd. Wacht een minuut en laad de pagina opnieuw.',
  'fallback.500.title': 'Er is bij ons iets misgegaan',
  'fallback.500.text': 'Het ligt niet aan u, en op uw apparaat is niets verloren gegaan. Laad de pagina over enkele minuten opnieuw.',
  'fallback.503.title': 'Deze pagina is nu niet beschikbaar',
  'fallback.503.text': 'Het deel van de site met deze pagina antwoordt niet. Wij krijgen daarvan bericht. Probeer het over enkele minuten opnieuw.',
  'fallback.400.title': 'Wij konden dit verzoek niet lezen',
  'fallback.400.text': 'Iets eraan is niet zoals deze site verwacht. Ga terug en probeer het opnieuw, of begin op de startpagina.',
  'fallback.403.title': 'Dit verzoek kwam van elders',
  'fallback.403.text':
    'Voor uw veiligheid aanvaardt de site alleen wijzigingen die vanaf een van haar eigen pagina’s zijn verzonden. Open de pagina opnieuw en herhaal wat u deed.',
  'fallback.405.title': 'Dat doet dit adres niet',
  'fallback.405.text': 'Het adres bestaat, maar niet voor dit soort verzoek. Begin op de startpagina.',
  'fallback.408.title': 'Het verzoek duurde te lang',
  'fallback.408.text': 'Wat u verzond, is niet op tijd aangekomen. Controleer uw verbinding en verzend het opnieuw.',
  'fallback.413.title': 'Dit is te groot',
  'fallback.413.text': 'U verzond meer dan dit adres aanneemt. Ga terug, kort het in of kies kleinere bestanden, en verzend het opnieuw.',
  'fallback.search': 'Praktijkvoorbeelden zoeken',
  'fallback.search.button': 'Zoeken',
  'fallback.reference': 'Vermeld dit nummer als u ons hierover schrijft: {id}',
}
