import type { RequestContext } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'
import { placeText, wordsOf } from '../indicators/indicator-words.ts'
import { countriesOf, yearsOf, type PublicIndicator } from '../indicators/read-indicator.ts'

const FILES = [
  ['csv', 'text/csv'],
  ['json', 'application/json'],
  ['jsonstat.json', 'application/json'],
] as const

/** An indicator as search engines of data read it (schema.org Dataset). */
export function datasetOf(speech: Speech, indicator: PublicIndicator, { origin, locale }: Pick<RequestContext, 'origin' | 'locale'>): object {
  const { title, definition, method, unit } = wordsOf(speech, indicator)
  const years = yearsOf(indicator)
  const url = origin + localPath(locale, `/data/${indicator.slug}`)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${origin}/id/${indicator.id}`,
    name: title,
    description: [definition || indicator.label, method].filter(Boolean).join(' '),
    url,
    inLanguage: locale,
    creator: { '@type': 'Organization', name: indicator.publisher },
    publisher: { '@id': `${origin}/#organisation` },
    isBasedOn: indicator.sourceUrl,
    isAccessibleForFree: true,
    dateModified: new Date(indicator.updatedAt).toISOString().slice(0, 10),
    ...(indicator.vintage ? { version: String(indicator.vintage.number) } : {}),
    ...(indicator.vintage?.licence ? { license: indicator.vintage.licence } : {}),
    ...(years ? { temporalCoverage: years.first === years.last ? String(years.first) : `${years.first}/${years.last}` } : {}),
    spatialCoverage: countriesOf(indicator).map((country) => ({ '@type': 'Place', name: placeText(speech, country) })),
    variableMeasured: [{ '@type': 'PropertyValue', name: title, unitText: unit, measurementTechnique: method || undefined }],
    distribution: FILES.map(([ending, encodingFormat]) => ({ '@type': 'DataDownload', encodingFormat, contentUrl: `${url}.${ending}` })),
  }
}
