import type { RequestContext } from '@stem/contracts/context'
import { LISTS, type Facet, type Listed, type ListName } from '@stem/contracts/lists'
import type { SectionName } from '@stem/ui/header'
import type { Row } from '@stem/ui/row-list'
import type { Speech } from '@stem/ui/speech'
import type { CardRow } from '../facts/card.ts'

/** A row of a list as it is read. */
export type ListRow = CardRow & { updated_at: number; seq: number }

/** Where and when a record is read: its address is made of it. */
export type Place = Pick<RequestContext, 'origin' | 'locale' | 'now'>

/** How the records of a list are read and drawn; what is the same everywhere stands in `LISTS` of the contracts. */
export type ListKind = {
  name: ListName
  /** Part of the navigation it belongs to, when it has one. */
  section?: SectionName
  /** Facets that are open at first. */
  open: readonly Facet[]
  /** The record as programs read it; fits the schema of the list. */
  recordOf: (row: ListRow, place: Place) => Listed
  /** The record as a row of the page, with how it stands at `now` where that is told. */
  rowOf: (speech: Speech, row: CardRow, now?: number) => Row
}

/** Canonical path of a list. */
export const pathOfList = (name: ListName): string => `/${name}`

/** Types of item in a list, for SQL; they are ours, not a reader's. */
export const typesIn = (name: ListName): string => LISTS[name].types.map((type) => `'${type}'`).join(', ')
