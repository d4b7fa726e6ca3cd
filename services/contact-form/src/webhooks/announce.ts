import type { CaseEvent } from '../cases/event.ts'

/** Statements that tell programs elsewhere of an event; put them into the batch of the change. Ids and codes only. */
export const announce = (_db: D1Database, _event: CaseEvent): D1PreparedStatement[] => []
