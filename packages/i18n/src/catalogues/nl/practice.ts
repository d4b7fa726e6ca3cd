import type { practice as en } from '../en/practice.ts'
import type { Texts } from '../texts.ts'

/** One practice. */
export const practice: Texts<typeof en> = {
  'practice.printed': 'EU STEM Coalition, samenvatting van een praktijkvoorbeeld.',
  'practice.topics': 'Thema’s',
  'practice.unknown': 'Wat wij nog niet weten',
  'practice.unknown.lead': 'Deze punten bepalen of een praktijkvoorbeeld kan worden overgenomen. Tot nu toe heeft niemand ze ons gemeld.',
  'practice.results': 'Resultaten',
  'practice.cost': 'Kosten per lerende',
  'practice.transfer': 'Wat overnemen vergt',
  'practice.not-reported': 'Niet gemeld',
  'practice.close': 'Vergelijkbaar',
  'practice.facts': 'In het kort',
  'practice.country': 'Land',
  'practice.organisation': 'Uitgevoerd door',
  'practice.since': 'Sinds',
  'practice.levels': 'Niveaus',
  'practice.targets': 'Voor',
  'practice.website': 'Webpagina',
  'practice.checked': 'Laatst gecontroleerd',
  'practice.not-checked': 'Nog niet door een lid gecontroleerd',
  'practice.use': 'In uw land gebruiken',
  'practice.use.text': 'De coalitie kan de mensen die het uitvoeren, bij u aan tafel brengen.',
  'practice.caution': 'Te controleren:',
  'practice.compiled': 'Samengesteld uit openbare bronnen.',
  'practice.source': 'Bron: {host}',
  'practice.updated': 'Gewijzigd op deze site op {date}.',
}
