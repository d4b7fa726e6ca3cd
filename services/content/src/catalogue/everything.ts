import { LICENCE } from '@stem/contracts/licence'
import { LIST_NAMES, type ListName } from '@stem/contracts/lists'
import type { RequestContext } from '@stem/contracts/context'
import { CARD_COLUMNS, CARD_TEXT, IN_PUBLIC } from '../facts/card.ts'
import { KINDS } from '../listing/kinds.ts'
import { typesIn, type ListRow } from '../listing/list-kind.ts'

// Rows of one call of the database: some hundred kilobytes.
const TOGETHER = 500

/**
 * Every record of every list, one a line: `{"list": …}` and the record as the API gives it, after a first line that names the terms. It is written as it is
 * read, so that its size does not matter; each call goes on after the last record of the one before.
 */
export function everything({ db }: { db: D1Database }, context: RequestContext): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const names: ListName[] = [...LIST_NAMES]
  let last = 0
  return new ReadableStream({
    start(controller) {
      const head = { source: context.origin, retrieved: new Date(context.now).toISOString(), licence: LICENCE.url, attribution: 'EU STEM Coalition' }
      controller.enqueue(encoder.encode(`${JSON.stringify(head)}\n`))
    },
    async pull(controller) {
      for (;;) {
        const [name] = names
        if (name === undefined) return controller.close()
        const { results } = await db
          .prepare(
            `SELECT ${CARD_COLUMNS}, p.updated_at, p.seq FROM published p ${CARD_TEXT}
             WHERE ${IN_PUBLIC} AND p.type IN (${typesIn(name)}) AND p.seq > ?3 ORDER BY p.seq LIMIT ${TOGETHER}`,
          )
          .bind(context.locale, context.now, last)
          .all<ListRow>()
        last = results.at(-1)?.seq ?? 0
        if (results.length < TOGETHER) {
          names.shift()
          last = 0
        }
        if (results.length === 0) continue
        const { recordOf } = KINDS[name]
        return controller.enqueue(encoder.encode(results.map((row) => `${JSON.stringify({ list: name, ...recordOf(row, context) })}\n`).join('')))
      }
    },
  })
}
