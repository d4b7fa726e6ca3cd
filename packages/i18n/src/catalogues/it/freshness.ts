import type { freshness as en } from '../en/freshness.ts'
import type { Texts } from '../texts.ts'

/** Practices and whether they still hold. */
export const freshness: Texts<typeof en> = {
  'console.freshness': 'Pratiche da verificare',
  'freshness.lead':
    'Prima le pratiche che nessuno ha ancora verificato, poi quelle in ritardo da più tempo. Chieda al responsabile, poi indichi che la pratica vale ancora.',
  'freshness.none': 'Nessuna pratica è ancora pubblica.',
  'freshness.state.never': 'Mai verificata',
  'freshness.state.fresh': 'Verificata',
  'freshness.state.due': 'Da verificare presto',
  'freshness.state.overdue': 'In ritardo',
  'freshness.owner.none': 'Responsabile non registrato',
  'freshness.on': 'Verificata il {date}, la prossima entro il {next}',
  'freshness.next': 'Da verificare di nuovo entro il',
  'freshness.verify': 'Verificata oggi',
  'freshness.done': 'È annotato, con il Suo nome e la data di oggi.',
  'freshness.review': 'Scelga un giorno da domani in poi, entro cinque anni',
  'freshness.since': 'Non verificata dal {date}',
  'freshness.due': 'Ultima verifica il {date}; da verificare di nuovo entro il {next}',
  'list.facet.checked': 'Verifica',
  'terms.checked.current': 'Verificate e attuali',
}
