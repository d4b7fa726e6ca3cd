import { listOf } from '@stem/contracts/lists'
import { localPath } from '@stem/i18n/locales'
import type { Row } from '@stem/ui/row-list'
import type { Speech } from '@stem/ui/speech'
import { pathOf } from '../addresses/address-of.ts'
import type { CardRow } from '../facts/card.ts'
import { KINDS } from './kinds.ts'

/** The row of an item of any type, as its list draws it. */
export function rowOfCard(speech: Speech, row: CardRow): Row {
  const list = listOf(row.type)
  if (list !== null) return KINDS[list].rowOf(speech, row)
  return {
    country: row.country,
    href: localPath(speech.locale, pathOf(row.type, row.slug) ?? '/'),
    title: row.title,
    summary: row.summary,
    lang: row.locale,
  }
}
