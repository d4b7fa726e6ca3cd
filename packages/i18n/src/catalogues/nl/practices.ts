import type { practices as en } from '../en/practices.ts'
import type { Texts } from '../texts.ts'

/** The list of practices. */
export const practices: Texts<typeof en> = {
  'list.practices.title': 'Praktijkvoorbeelden',
  'list.practices.lead':
    'Programma’s, netwerken, hulpmiddelen en regelingen die mensen naar bèta en techniek brengen, op dezelfde manier beschreven zodat u ze kunt vergelijken.',
  'list.practices.description': 'Zoek en filter praktijkvoorbeelden van STEM-onderwijs uit heel Europa op thema, land, niveau, soort en doelgroep.',
  'list.practices.feed': 'Nieuwe praktijkvoorbeelden – EU STEM Coalition',
  'list.practices.search': 'Praktijkvoorbeelden zoeken',
  'list.practices.count': { one: '{count} praktijkvoorbeeld', other: '{count} praktijkvoorbeelden' },
  'list.practices.more-than': 'Meer dan {count} praktijkvoorbeelden',
  'list.practices.none': 'Geen praktijkvoorbeeld voldoet aan dit alles.',
  'list.practices.empty': 'Er is nog geen praktijkvoorbeeld gepubliceerd.',
  'list.practices.empty.do': 'Praktijkvoorbeelden van de lidorganisaties verschijnen hier.',
}
