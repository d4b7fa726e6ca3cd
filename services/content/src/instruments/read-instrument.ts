import type { InstrumentType } from '@stem/contracts/content'
import { readItem } from '../publish/read-item.ts'
import { isInstrument } from '../publish/show-instrument.ts'
import { contentOf, type Instrument, type InstrumentRow } from './instrument.ts'

/** Columns of `instruments n` under the names of `InstrumentRow`. */
const COLUMNS = `n.stage, n.country, n.case_id AS caseId, n.reference, n.agreed, n.edits, n.shown_edits AS shownEdits, n.edited_by AS editedBy`

/** An instrument by id, or null; a withdrawn one is gone. Rights are the caller's business. */
export async function readInstrument(db: D1Database, id: string): Promise<Instrument | null> {
  const [item, row] = await Promise.all([
    readItem(db, id),
    db.prepare(`SELECT ${COLUMNS} FROM instruments n WHERE n.item_id = ?`).bind(id).first<InstrumentRow>(),
  ])
  if (!item || !row || !isInstrument(item.type) || item.state === 'withdrawn') return null
  return { ...row, item, type: item.type as InstrumentType, content: contentOf(item, row) }
}
