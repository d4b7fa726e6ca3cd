import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { tagsOf, type Item } from '../publish/save-item.ts'
import { showInstrument } from '../publish/show-instrument.ts'

/** Statements that bring facts of an instrument (stage, follow-up) into its public view, where it has one, and tell the caches. */
export const tell = (db: D1Database, item: Item, now: number): D1PreparedStatement[] =>
  item.state === 'published'
    ? [showInstrument(db, item.id, now), outboxRow(db, { id: newId('out', now), kind: 'purge', payload: { tags: tagsOf(item), withdrawn: false } }, now)]
    : []
