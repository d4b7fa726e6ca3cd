import type { campaigns as en } from '../en/campaigns.ts'
import type { Texts } from '../texts.ts'

/** Campaigns of the newsletter in the console: who gets them, when, following them, the monthly digest; and what a quote stands in. */
export const campaigns: Texts<typeof en> = {
  'campaigns.quote': '«{words}»',
  'campaigns.zone.brussels': 'hora de Bruselas',
  'campaigns.zone.athens': 'hora de Atenas',
  'campaigns.zone.lisbon': 'hora de Lisboa',
  'campaigns.zone.utc': 'hora universal (UTC)',
  'campaigns.at': '{at}, {zone}',
  'campaigns.live': 'Esta página se renueva cada {seconds} segundos hasta que el número haya salido. Nada más se mueve en ella.',
  'campaigns.live.stop': 'Dejar de renovar',
  'campaigns.live.start': 'Renovar sola',
  'campaigns.reach.countries': 'Por país elegido',
  'campaigns.reach.everywhere': 'Todos los países',
  'campaigns.reach.countries.hint': 'Los lectores cuentan en cada país que eligieron.',
  'campaigns.reach.sample': 'Algunos de ellos',
  'campaigns.reach.sample.text': 'Elegidos entre todos; las direcciones no se muestran enteras.',
  'campaigns.left.suppressed': 'Excluida: {reason}',
  'campaigns.reach.none': 'No se deja fuera a nadie de los destinatarios.',
  'campaigns.digest': 'Resumen mensual',
  'campaigns.digest.text':
    'En los tres primeros días de cada mes se hace un borrador con lo publicado el mes anterior. Alguien lo revisa, lo aprueba y lo autoriza.',
  'campaigns.digest.none': 'Todavía no ha pasado ningún mes.',
  'campaigns.digest.month': 'Mes',
  'campaigns.digest.outcome': 'En qué quedó',
  'campaigns.digest.holds': 'Qué contiene',
  'campaigns.digest.made': 'Hecho',
  'campaigns.digest.empty': 'Omitido: no se publicó nada',
  'campaigns.digest.item': { one: '{count} elemento', many: '{count} elementos', other: '{count} elementos' },
  'campaigns.digest.topics': 'Temas: {list}',
  'campaigns.digest.countries': 'Países: {list}',
  'campaigns.digest.languages': 'En su propio idioma: {list}',
  'campaigns.digest.coalition': 'toda la coalición',
}
