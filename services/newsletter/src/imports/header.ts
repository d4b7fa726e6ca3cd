import { SHIPPED } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import { IMPORT_FIELDS, NEEDED, type Columns, type ImportField } from './import.ts'
import { isBlank, parseRows } from './parse-rows.ts'

const DELIMITERS = [',', ';', '\t', '|']
// Spreadsheets write it as a first line of its own to say what stands between two cells.
const SAID = /^sep=(.)\n/i
const MOST_COLUMNS = 100
const MOST_NAME = 100

/** Text in which spellings do not differ: no accents, no case, letters and digits alone. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

// How such columns are called besides the names that the form itself shows.
const ALSO: Record<ImportField, string[]> = {
  address: [
    'address',
    'email',
    'e-mail',
    'mail',
    'email address',
    'e-mail address',
    'courriel',
    'adresse',
    'adresse e-mail',
    'adresse mail',
    'διεύθυνση',
    'ηλεκτρονική διεύθυνση',
    'ημέιλ',
  ],
  consent: [
    'consented_at',
    'consent',
    'consent date',
    'date of consent',
    'opt-in',
    'opt-in date',
    'optin time',
    'confirm time',
    'date de consentement',
    'consentement',
    'ημερομηνία συγκατάθεσης',
    'συγκατάθεση',
  ],
  language: ['language', 'lang', 'locale', 'langue', 'γλώσσα'],
  topics: ['topic', 'topics', 'interests', 'thème', 'thèmes', 'sujets', 'θέμα', 'θέματα'],
  countries: ['country', 'countries', 'pays', 'χώρα', 'χώρες'],
  frequency: ['frequency', 'rhythm', 'fréquence', 'rythme', 'συχνότητα'],
}

const namesOf = (field: ImportField): Set<string> =>
  new Set([...ALSO[field], ...SHIPPED.map((locale) => translator(locale)(`imports.field.${field}`))].map(folded))

/** First line of a table: what stands between two cells, the names of the columns, where the rows begin, and how many lines are before them. */
export type Header = { delimiter: string; header: string[]; offset: number; lines: number }

/** Reads the first line of a table. Null when it names no columns: it is empty, or holds an address and so is a row already. */
export function readHeader(text: string): Header | null {
  const [said = '', mark] = SAID.exec(text) ?? []
  const rest = text.slice(said.length)
  const read = (mark === undefined ? DELIMITERS : [mark]).map((delimiter) => {
    const line = rest.indexOf('\n')
    const { rows } = parseRows(line === -1 ? rest : rest.slice(0, line + 1), delimiter, true)
    return {
      delimiter,
      header: (rows[0] ?? []).map((name) => name.trim().slice(0, MOST_NAME)),
      offset: said.length + (line === -1 ? rest.length : line + 1),
      lines: said === '' ? 1 : 2,
    }
  })
  const [best] = read.toSorted((a, b) => b.header.length - a.header.length)
  return best === undefined || isBlank(best.header) || best.header.length > MOST_COLUMNS || best.header.some((name) => name.includes('@')) ? null : best
}

/**
 * Which column is which, as far as their names say. `isClear`: what is needed is there, and no column is left over that could be one that
 * was not found; else a person looks.
 */
export function columnsOf(header: readonly string[]): { columns: Columns; isClear: boolean } {
  const columns: Columns = {}
  const known = IMPORT_FIELDS.map((field) => [field, namesOf(field)] as const)
  const left = header.filter((name, index) => {
    const [field] = known.find(([one, names]) => columns[one] === undefined && names.has(folded(name))) ?? []
    if (field !== undefined) columns[field] = index
    return field === undefined && name !== ''
  })
  const isNeededThere = NEEDED.every((field) => columns[field] !== undefined)
  return { columns, isClear: isNeededThere && (left.length === 0 || IMPORT_FIELDS.every((field) => columns[field] !== undefined)) }
}
