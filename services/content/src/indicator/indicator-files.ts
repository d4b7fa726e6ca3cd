import type { RequestContext } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'
import { csv } from '@stem/web/csv'
import type { Keeping } from '@stem/web/file'
import { placeText, wordsOf } from '../indicators/indicator-words.ts'
import { countriesOf, yearsOf, type PublicIndicator } from '../indicators/read-indicator.ts'

const COLUMNS = ['indicator', 'country', 'country_name', 'year', 'value', 'flags', 'unit', 'publisher'] as const
const DATATYPES: Partial<Record<(typeof COLUMNS)[number], string>> = { year: 'gYear', value: 'decimal' }

/** Every country and year of an indicator, the EU first, years ascending. `value` is null where it is missing: never zero. */
export function cellsOf(indicator: PublicIndicator): { country: string; year: number; value: number | null; flags: string | null }[] {
  const years = yearsOf(indicator)
  if (!years) return []
  const span = Array.from({ length: years.last - years.first + 1 }, (_, index) => years.first + index)
  const known = span.filter(
    (year) =>
      Object.values(indicator.series).some((points) => points.some((point) => point.year === year)) ||
      Object.values(indicator.missing).some((list) => list.includes(year)),
  )
  return countriesOf(indicator).flatMap((country) =>
    known.map((year) => {
      const point = indicator.series[country]?.find((one) => one.year === year)
      return { country, year, value: point?.value ?? null, flags: point?.flags ?? null }
    }),
  )
}

/** The rows of the table as CSV; an empty cell is a missing value. */
export const indicatorCsv = (speech: Speech, indicator: PublicIndicator, keeping: Keeping): Response =>
  csv(
    [...COLUMNS],
    cellsOf(indicator).map(({ country, year, value, flags }) => [
      indicator.code,
      country,
      placeText(speech, country),
      year,
      value,
      flags,
      indicator.unit,
      indicator.publisher,
    ]),
    { ...keeping, filename: `${indicator.slug}.csv` },
  )

/** Metadata of the CSV file (CSV on the Web, W3C Recommendation 2015, tabular metadata). */
export function csvMetadata(speech: Speech, indicator: PublicIndicator, { origin, locale }: Pick<RequestContext, 'origin' | 'locale'>): object {
  const { title, definition } = wordsOf(speech, indicator)
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': locale }],
    url: origin + localPath(locale, `/data/${indicator.slug}.csv`),
    'dc:title': title,
    ...(definition === '' ? {} : { 'dc:description': definition }),
    'dc:publisher': indicator.publisher,
    'dc:source': { '@id': indicator.sourceUrl },
    ...(indicator.vintage?.licence ? { 'dc:license': indicator.vintage.licence } : {}),
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: COLUMNS.map((name) => ({ name, titles: name, datatype: DATATYPES[name] ?? 'string', null: '', required: name !== 'value' && name !== 'flags' })),
      primaryKey: ['country', 'year'],
      aboutUrl: `${origin}/data/${indicator.slug}#{country}-{year}`,
    },
  }
}

/** The values as a data set of JSON-stat 2.0 (json-stat.org/full): dimensions geo and time, null where a value is missing, status by flags. */
export function jsonStatOf(speech: Speech, indicator: PublicIndicator, { origin, locale }: Pick<RequestContext, 'origin' | 'locale'>): object {
  const cells = cellsOf(indicator)
  const countries = [...new Set(cells.map(({ country }) => country))]
  const years = [...new Set(cells.map(({ year }) => String(year)))]
  const { title, unit } = wordsOf(speech, indicator)
  return {
    version: '2.0',
    class: 'dataset',
    href: origin + localPath(locale, `/data/${indicator.slug}.jsonstat.json`),
    label: title,
    source: indicator.publisher,
    updated: new Date(indicator.updatedAt).toISOString(),
    id: ['geo', 'time'],
    size: [countries.length, years.length],
    role: { geo: ['geo'], time: ['time'] },
    dimension: {
      geo: {
        label: speech.t('chrome.country'),
        category: { index: countries, label: Object.fromEntries(countries.map((country) => [country, placeText(speech, country)])) },
      },
      time: { label: speech.t('data.differences.year'), category: { index: years } },
    },
    value: cells.map(({ value }) => value),
    status: Object.fromEntries(cells.flatMap(({ value, flags }, index) => (flags !== null ? [[index, flags]] : value === null ? [[index, ':']] : []))),
    extension: { unit, code: indicator.code, vintage: indicator.vintage, source: indicator.sourceUrl },
  }
}
