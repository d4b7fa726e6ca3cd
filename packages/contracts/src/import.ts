/** Kinds of record of the coalition's data file, by the service that owns them. */
export const MEMBER_KINDS = ['members', 'partners'] as const
export const CONTENT_KINDS = [
  'practices',
  'publications',
  'events',
  'taskforces',
  'working_groups',
  'adoptions',
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

/** Where the values of a file come from. `hash`: SHA-256 of the file in hexadecimal, the same for all its batches. */
export type ImportSource = {
  hash: string
  /** ISO day on which the source was read. */
  retrievedOn: string
  /** What the source allows, in a name or an address; null when the file does not say. */
  licence: string | null
}

/** How records are to be imported. `dryRun`: says what would become of each, and writes nothing. */
export type ImportOptions = { source?: ImportSource; dryRun?: boolean }
