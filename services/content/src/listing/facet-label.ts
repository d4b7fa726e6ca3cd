import type { Facet } from '@stem/contracts/lists'
import { placeName } from '@stem/ui/country-chip'
import { capital, termName, type Speech } from '@stem/ui/speech'

/** Name of a code of a facet, as a reader chooses it. */
export function facetLabel(speech: Speech, facet: Facet, code: string): string {
  if (facet === 'country') return placeName(speech, code)
  if (facet === 'year') return code
  if (facet === 'when') return speech.t(code === 'upcoming' ? 'events.upcoming' : 'events.past')
  if (facet === 'checked') return speech.t('terms.checked.current')
  const name = termName(speech, facet, code)
  // Their codes come from names, not from a taxonomy: one without a text yet still reads as a name.
  return facet === 'issuer' || facet === 'programme' ? capital(name) : name
}
