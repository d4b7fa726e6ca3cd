import type { Listed, ListName } from '@stem/contracts/lists'
import type { Speech } from '@stem/ui/speech'
import type { Child } from 'hono/jsx'
import type { ListRow, Place } from '../listing/list-kind.ts'
import type { Cited } from './citation.ts'
import type { FoundRecord } from './find-record.ts'

/** A record as its page shows it. */
export type ShownRecord = Listed & { country: string | null; website: string | null; source: string | null; caution: string | null }

/** What a page of a record shows. `file`: path of its citation for saving. */
export type RecordParts = {
  speech: Speech
  name: ListName
  shown: ShownRecord
  found: FoundRecord
  word: string | null
  facts: (readonly [string, Child | null])[]
  cited: { how: Cited; file: string } | null
}

/** How the page of a record of one list is drawn. A list with a page of its own kind, as practices, is not here. */
export type RecordKind = {
  name: ListName
  recordOf: (row: ListRow, place: Place) => ShownRecord
  /** What it is, in a word, above its title. */
  wordOf: (speech: Speech, row: ListRow, now: number) => string | null
  /** Facts of its own as name and value; the value is null when it is not on file. */
  factsOf: (speech: Speech, row: ListRow) => (readonly [string, Child | null])[]
  /** What search engines are told (schema.org), without what every record has. */
  dataOf: (row: ListRow) => { '@type': string } & Record<string, unknown>
  /** What its page shows, where that is more than of the usual kind. */
  page?: (parts: RecordParts) => Child
  /** How it is cited, for lists whose records are. */
  citedOf?: (row: ListRow) => Pick<Cited, 'author' | 'date' | 'kind'>
}
