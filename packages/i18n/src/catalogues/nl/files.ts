import type { files as en } from '../en/files.ts'
import type { Texts } from '../texts.ts'

/** Files on requests: choosing, refusing, listing and downloading them. */
export const files: Texts<typeof en> = {
  'files.attach': 'Bestanden bijvoegen',
  'files.hint': 'Ten hoogste {most} bestanden, elk 10 MB en samen 25 MB: PDF, Word, Excel, PowerPoint, OpenDocument, of afbeeldingen (PNG, JPEG, GIF, WebP).',
  'files.attached': 'Bijgevoegde bestanden',
  'files.none': 'Geen',
  'files.full': 'Meer bestanden kan één bericht niet bevatten. Verwijder er een om een ander bij te voegen.',
  'files.remove': 'Verwijderen',
  'files.remove.named': '{name} verwijderen',
  'files.with': 'Bestanden van dit bericht',
  'files.unchecked': 'Niet op virussen gecontroleerd. Open het alleen als u het verwachtte.',
  'files.kilobytes': '{size} KB',
  'files.megabytes': '{size} MB',
  'files.lost':
    'Een bestand is te lang geleden bijgevoegd en is er niet meer. Kijk in de lijst hieronder: voeg het opnieuw bij, of verzend de aanvraag zonder.',
  'files.over': 'Deze downloadlink is verlopen',
  'files.over.text':
    'Voor de veiligheid werkt hij maar tien minuten. Ga terug naar de pagina waar hij vandaan kwam, laad die opnieuw en kies het bestand nogmaals.',
  'files.refused.empty': 'Dit bestand is leeg. Kies het opnieuw, of een ander.',
  'files.refused.type': 'Dit type bestand kunnen wij niet aannemen. Sla het op als PDF en voeg die bij.',
  'files.refused.macros': 'Dit document bevat macro’s, die wij niet kunnen aannemen. Sla het op zonder macro’s, bijvoorbeeld als PDF of .docx.',
  'files.refused.locked': 'Dit document is beveiligd met een wachtwoord. Sla het op zonder en voeg het opnieuw bij.',
  'files.refused.mixed': 'In dit bestand zit een ander bestand. Voeg de bestanden een voor een bij.',
  'files.refused.too_large': 'Dit bestand is groter dan 10 MB. Maak het kleiner, of splits het.',
  'files.refused.too_many': 'Er zijn al vijf bestanden. Verwijder er een, of stuur dit met uw volgende bericht.',
  'files.refused.too_much': 'Samen zijn de bestanden groter dan 25 MB. Stuur dit met uw volgende bericht.',
  'files.refused.case_full': 'Deze aanvraag bevat het maximale aantal bestanden. Laat ons in uw bericht weten wat u nog hebt.',
  'files.refused.limited': 'Er kwamen vandaag veel bestanden uit uw netwerk. Alles wat u hebt ingevuld staat er nog; stuur dit bestand morgen.',
  'files.refused.later': 'Dit bestand kon zojuist niet worden opgeslagen. Voeg het nog eens bij, of ga verder zonder.',
}
