import type { Item } from '../publish/save-item.ts'
import { practiceItem } from './samples.ts'

/** A published event as the editing side keeps it. */
export const eventItem = (fields: { start: string; end?: string | null } & Record<string, unknown>, over: Partial<Item> = {}): Item =>
  practiceItem({
    type: 'event',
    date: fields.start,
    terms: { event: ['conference'], country: [over.country ?? 'DK'] },
    fields: { end: null, place: 'Town hall', host: 'Astra', state: 'scheduled', ...fields },
    ...over,
  })
