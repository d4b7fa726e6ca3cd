import { Sentence } from '../start/sentence.ts'

/**
 * What a JSON-stat file does not say: which indicator its values are. `where`: the category of every further dimension that has more
 * than one, e.g. `{ "unit": "P_THAB_Y20-29", "isced11": "ED5-8" }`.
 */
export type Mapping = {
  indicator: string
  unit: string
  source_url: string
  label?: string
  publisher?: string
  licence?: string
  /** ISO day on which the file was taken from the source; today without it. */
  retrieved_on?: string
  where?: Record<string, string>
}

type Category = { index?: string[] | Record<string, number>; label?: Record<string, string> }
type Dataset = {
  class: 'dataset'
  label?: string
  source?: string
  id: string[]
  size: number[]
  role?: { geo?: string[]; time?: string[] }
  dimension: Record<string, { category: Category }>
  value: (number | null)[] | Record<string, number | null>
  status?: string | string[] | Record<string, string>
}

/** A value of an indicator as the importer takes it. */
export type IndicatorRecord = {
  indicator: string
  label: string
  country: string
  year: number
  value: number | null
  unit: string
  flag: string | null
  publisher: string
  source_url: string
}

// Eurostat's own codes beside ISO 3166-1.
const COUNTRIES: Record<string, string> = { EL: 'GR', UK: 'GB', EU27_2020: 'EU' }
const PUBLISHERS: Record<string, string> = { ESTAT: 'Eurostat' }
const KNOWN_FIELDS = ['indicator', 'unit', 'source_url', 'label', 'publisher', 'licence', 'retrieved_on', 'where']
const NEEDED_FIELDS = ['indicator', 'unit', 'source_url']

const isObject = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null && !Array.isArray(data)

/** Whether `data` is a data set of JSON-stat 2.0. */
export const isJsonStat = (data: unknown): data is Dataset =>
  isObject(data) && data['class'] === 'dataset' && Array.isArray(data['id']) && Array.isArray(data['size']) && isObject(data['dimension']) && 'value' in data

/** The mapping that `data` holds; a sentence when a field is missing or unknown. */
export function readMapping(data: unknown, file: string): Mapping {
  if (!isObject(data)) throw new Sentence(`${file} must hold an object with ${NEEDED_FIELDS.join(', ')}.`)
  const unknown = Object.keys(data).filter((key) => !KNOWN_FIELDS.includes(key))
  if (unknown.length > 0) throw new Sentence(`${file}: ${unknown.join(', ')} is not a known field. Known are ${KNOWN_FIELDS.join(', ')}.`)
  const missing = NEEDED_FIELDS.filter((key) => typeof data[key] !== 'string' || data[key] === '')
  if (missing.length > 0) throw new Sentence(`${file} lacks ${missing.join(', ')}.`)
  if (data['where'] !== undefined && !isObject(data['where'])) throw new Sentence(`${file}: where must name a category for each dimension.`)
  return data as Mapping
}

/** Codes of a dimension in the order of its values. */
function codesOf({ category }: { category: Category }): string[] {
  const { index, label } = category
  if (Array.isArray(index)) return index
  if (index)
    return Object.entries(index)
      .toSorted(([, a], [, b]) => a - b)
      .map(([code]) => code)
  return Object.keys(label ?? {})
}

/** Which category of a dimension that is neither place nor time is meant; a sentence when nobody said. */
function chosenOf(name: string, codes: string[], where: Record<string, string>): number {
  const wanted = where[name]
  if (wanted === undefined && codes.length === 1) return 0
  const choices = `${codes.slice(0, 12).join(', ')}${codes.length > 12 ? ', …' : ''}`
  if (wanted === undefined) throw new Sentence(`The dimension ${name} has ${codes.length} categories. Name one under "where" in the mapping: ${choices}`)
  const at = codes.indexOf(wanted)
  if (at < 0) throw new Sentence(`The dimension ${name} has no category ${wanted}. It has ${choices}`)
  return at
}

/** The letters of a status; the colon of Eurostat says "missing", which the empty value says already. */
function flagOf(status: Dataset['status'], at: number): string | null {
  const text = typeof status === 'string' ? status : Array.isArray(status) ? status[at] : status?.[String(at)]
  const letters = (text ?? '').replaceAll(/[^a-z]/g, '')
  return letters === '' ? null : letters
}

function shapeOf(dataset: Dataset, { where = {} }: Mapping) {
  const { id, size, dimension, role, value } = dataset
  const dimensions = id.map((name) => dimension[name])
  if (id.length !== size.length || dimensions.some((one) => one === undefined)) throw new Sentence('The data set does not describe each of its dimensions.')
  const codes = dimensions.map((one) => codesOf(one ?? { category: {} }))
  if (codes.some((list, index) => list.length !== size[index])) throw new Sentence('The sizes of the data set are not those of its dimensions.')
  const cells = size.reduce((product, one) => product * one, 1)
  if (Array.isArray(value) && value.length !== cells) throw new Sentence(`The data set has ${value.length} values for ${cells} cells.`)
  const [geo, time] = [role?.geo?.[0] ?? 'geo', role?.time?.[0] ?? 'time']
  if (!id.includes(geo) || !id.includes(time)) throw new Sentence('The data set has no dimension for places, or none for time.')
  const fixed = id.map((name, index) => (name === geo || name === time ? 0 : chosenOf(name, codes[index] ?? [], where)))
  const steps = size.map((_, index) => size.slice(index + 1).reduce((product, one) => product * one, 1))
  return {
    places: codes[id.indexOf(geo)] ?? [],
    times: codes[id.indexOf(time)] ?? [],
    cellAt: (place: number, year: number) =>
      id.reduce((sum, name, index) => sum + (name === geo ? place : name === time ? year : (fixed[index] ?? 0)) * (steps[index] ?? 0), 0),
  }
}

/**
 * The records of a JSON-stat data set: one for each country and year of it, missing values as null. `left`: what is not taken over,
 * by place and reason: places that are no country, periods that are no year.
 */
export function recordsOf(dataset: Dataset, mapping: Mapping): { records: IndicatorRecord[]; left: { path: string; reason: string }[] } {
  const { places, times, cellAt } = shapeOf(dataset, mapping)
  const about = {
    indicator: mapping.indicator,
    label: mapping.label ?? dataset.label ?? mapping.indicator,
    unit: mapping.unit,
    publisher: mapping.publisher ?? PUBLISHERS[dataset.source ?? ''] ?? dataset.source ?? '',
    source_url: mapping.source_url,
  }
  const left: { path: string; reason: string }[] = []
  const records: IndicatorRecord[] = []
  const years = times.map((time) => (/^\d{4}$/.test(time) ? Number(time) : null))
  for (const [index, time] of times.entries()) if (years[index] === null) left.push({ path: `time ${time}`, reason: 'is not a year, left out' })
  for (const [place, code] of places.entries()) {
    const country = COUNTRIES[code] ?? code
    if (!/^[A-Z]{2}$/.test(country) || code === 'EU' || code === 'EA') {
      left.push({ path: `geo ${code}`, reason: 'is neither a country nor the EU of 27, left out' })
      continue
    }
    for (const [index, year] of years.entries()) {
      if (year === null) continue
      const at = cellAt(place, index)
      const value = (Array.isArray(dataset.value) ? dataset.value[at] : dataset.value[String(at)]) ?? null
      records.push({ ...about, country, year, value, flag: flagOf(dataset.status, at) })
    }
  }
  return { records, left }
}
