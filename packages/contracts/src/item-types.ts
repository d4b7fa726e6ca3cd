/** Every type of item the coalition publishes. */
export const ITEM_TYPES = [
  'practice',
  'publication',
  'news',
  'meeting-report',
  'monitoring-instrument',
  'taskforce',
  'briefing',
  'roundtable',
  'policy-reference',
  'eu-project',
  'event',
  'working-group',
  'adoption',
  'indicator',
  'page',
  'quote',
  'glossary-term',
  'media',
] as const
/** A type of item. */
export type ItemType = (typeof ITEM_TYPES)[number]
