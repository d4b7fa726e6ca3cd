import type { campaigns as en } from '../en/campaigns.ts'
import type { Texts } from '../texts.ts'

/** Campaigns of the newsletter in the console: who gets them, when, following them, the monthly digest; and what a quote stands in. */
export const campaigns: Texts<typeof en> = {
  'campaigns.quote': '«{words}»',
  'campaigns.zone.brussels': 'ora di Bruxelles',
  'campaigns.zone.athens': 'ora di Atene',
  'campaigns.zone.lisbon': 'ora di Lisbona',
  'campaigns.zone.utc': 'tempo universale (UTC)',
  'campaigns.at': '{at}, {zone}',
  'campaigns.live': 'Questa pagina si aggiorna ogni {seconds} secondi finché il numero non è partito. Nient’altro si muove.',
  'campaigns.live.stop': 'Ferma l’aggiornamento',
  'campaigns.live.start': 'Aggiorna automaticamente',
  'campaigns.reach.countries': 'Per paese scelto',
  'campaigns.reach.everywhere': 'Tutti i paesi',
  'campaigns.reach.countries.hint': 'Chi legge è contato in ogni paese che ha scelto.',
  'campaigns.reach.sample': 'Alcuni di loro',
  'campaigns.reach.sample.text': 'Estratti da tutti; gli indirizzi non sono mostrati per intero.',
  'campaigns.left.suppressed': 'Soppressi: {reason}',
  'campaigns.reach.none': 'Nessuno dei destinatari è escluso.',
  'campaigns.digest': 'Riepilogo mensile',
  'campaigns.digest.text':
    'Nei primi tre giorni di ogni mese nasce una bozza con ciò che è stato pubblicato nel mese precedente. Qualcuno la controlla, la approva e ne autorizza comunque l’invio.',
  'campaigns.digest.none': 'Nessun mese si è ancora concluso.',
  'campaigns.digest.month': 'Mese',
  'campaigns.digest.outcome': 'Che cosa ne è stato',
  'campaigns.digest.holds': 'Che cosa contiene',
  'campaigns.digest.made': 'Creato',
  'campaigns.digest.empty': 'Saltato: nulla è stato pubblicato',
  'campaigns.digest.item': { one: '{count} elemento', many: '{count} elementi', other: '{count} elementi' },
  'campaigns.digest.topics': 'Temi: {list}',
  'campaigns.digest.countries': 'Paesi: {list}',
  'campaigns.digest.languages': 'Nella propria lingua: {list}',
  'campaigns.digest.coalition': 'tutta la coalizione',
}
