import type { members as en } from '../en/members.ts'
import type { Texts } from '../texts.ts'

/** The register of organisations. */
export const members: Texts<typeof en> = {
  'members.title': 'Leden',
  'members.description':
    'Nationale en regionale STEM-platforms, ministeries, autoriteiten, onderzoeksraden, agentschappen en universitaire netwerken van de EU STEM Coalition.',
  'members.lead':
    '{listed} lidorganisaties en {unconfirmed} waarvan het lidmaatschap nog moet worden bevestigd, in {countries} landen: platforms, ministeries, regio’s, agentschappen en verenigingen.',
  'members.find': 'Zoek een lid',
  'members.kind': 'Soort organisatie',
  'members.kind.all': 'Alle soorten',
  'members.country.all': 'Alle landen',
  'members.show': 'Leden tonen',
  'members.clear': 'Alle filters wissen',
  'members.map': 'De kaart lezen',
  'members.map.member': { one: 'Effen, met code: lid op de lijst, {count} land', other: 'Effen, met code: lid op de lijst, {count} landen' },
  'members.map.unconfirmed': {
    one: 'Gestreept, met code: lidmaatschap te bevestigen, {count} land',
    other: 'Gestreept, met code: lidmaatschap te bevestigen, {count} landen',
  },
  'members.map.none': 'Leeg, zonder code: geen lid vastgelegd',
  'members.map.borders':
    'Grenzen zoals de Europese Unie die erkent. Kosovo: deze benaming laat de standpunten over de status van Kosovo onverlet, en is in overeenstemming met Resolutie 1244/1999 van de VN-Veiligheidsraad en het advies van het Internationaal Gerechtshof over de onafhankelijkheidsverklaring van Kosovo.',
  'members.roles': 'Rollen in het netwerk',
  'members.role.none': 'Geen rol vastgelegd',
  'members.unconfirmed': 'Lidmaatschap te bevestigen',
  'members.count': { one: '{count} lid per land', other: '{count} leden per land' },
  'members.none': 'Geen lid voldoet aan dit alles.',
  'members.none.do': 'Kies alle soorten of alle landen, of zoek op een deel van de naam.',
  'members.empty': 'Er is nog geen lid vastgelegd.',
  'members.empty.do': 'Lidorganisaties verschijnen hier.',
  'members.partners': { one: '{count} partner', other: '{count} partners' },
  'members.partners.lead': 'Organisaties die met de coalitie samenwerken zonder lid te zijn.',
  'members.contacts': { one: '{count} contact', other: '{count} contacten' },
  'members.contacts.lead': 'Organisaties die deelnamen aan een taskforce of een bijeenkomst. Zij zijn geen lid.',
  'members.compiled': 'Samengesteld uit openbare bronnen. De lijst kan onvolledig zijn; elke organisatie noemt haar bron.',
}
