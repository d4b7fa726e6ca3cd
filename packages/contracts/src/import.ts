/** Kinds of record of the coalition's data file, by the service that owns them. */
export const MEMBER_KINDS = ['members', 'partners'] as const
export const CONTENT_KINDS = [
  'practices',
  'publications',
  'events',
  'taskforces',
  'working_groups',
  'policy_references',
  'eu_projects',
  'testimonials',
  'indicators',
] as const
export type MemberKind = (typeof MEMBER_KINDS)[number]
export type ContentKind = (typeof CONTENT_KINDS)[number]

/**
 * What became of one record. `index` is its place in the list that was sent (0-based).
 * `refused` changed nothing; `reasons` name the field by path (`practices[3].country`) and say what is wrong with it.
 */
export type ImportOutcome = {
  index: number
  /** Id of the record in the file, when it had a readable one. */
  source: string | null
  outcome: 'created' | 'updated' | 'unchanged' | 'refused'
  reasons: { path: string; reason: string }[]
}
