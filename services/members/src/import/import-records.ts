import type { ImportOutcome, MemberKind } from '@stem/contracts/import'
import { fingerprint, newId } from '@stem/jobs/ids'
import * as v from 'valibot'
import { readProfile } from '../profile/profile.ts'
import { saveOrganisation } from '../register/save-organisation.ts'
import { ORGANISATION_OF, type OrganisationDraft } from './record.ts'

const MOST_RECORDS = 200
const IMPORTER = 'import'

type Known = {
  id: string
  source_key: string
  fingerprint: string | null
  version: number
  created_at: number
  withdrawn_at: number | null
  profile: string | null
}

const reasonsOf = (kind: string, index: number, issues: readonly v.BaseIssue<unknown>[]): ImportOutcome['reasons'] =>
  issues.map((issue) => {
    const path = v.getDotPath(issue)
    return { path: `${kind}[${index}]${path === null ? '' : `.${path}`}`, reason: issue.expected === 'never' ? 'is not a known field' : issue.message }
  })

const sourceOf = (record: unknown): string | null =>
  typeof record === 'object' && record !== null && 'id' in record && typeof record.id === 'string' ? record.id.slice(0, 120) : null

async function keep(
  db: D1Database,
  sourceKey: string,
  draft: OrganisationDraft,
  record: unknown,
  known: Known | undefined,
  now: number,
): Promise<'created' | 'updated' | 'unchanged' | 'refused'> {
  const print = await fingerprint(JSON.stringify(record))
  if (known && (known.fingerprint === print || known.withdrawn_at !== null)) return 'unchanged'
  const organisation = {
    ...draft,
    id: known?.id ?? newId('org', now),
    sourceKey,
    visibility: 'public' as const,
    fingerprint: print,
    version: (known?.version ?? 0) + 1,
    createdAt: known?.created_at ?? now,
    // What the organisation says of itself outlives a new edition of the file.
    profile: known?.profile ? readProfile(known.profile) : null,
  }
  try {
    await db.batch(saveOrganisation(db, organisation, IMPORTER, now))
    return known ? 'updated' : 'created'
  } catch {
    return 'refused'
  }
}

/**
 * Imports organisations. Each record is checked by itself; a bad one is reported by path and reason and changes nothing,
 * the others are written, each whole or not at all. The same records again change nothing; what was withdrawn stays withdrawn.
 */
export async function importRecords({ db }: { db: D1Database }, kind: MemberKind, records: unknown[], now: number): Promise<ImportOutcome[]> {
  if (records.length > MOST_RECORDS) throw new RangeError(`At most ${MOST_RECORDS} records at once`)
  const parsed = records.map((record) => v.safeParse(ORGANISATION_OF[kind], record))
  const keys = parsed.flatMap((result) => (result.success ? [`${kind}/${result.output.slug}`] : []))
  const { results } = await db
    .prepare(
      'SELECT id, source_key, fingerprint, version, created_at, withdrawn_at, profile FROM organisations WHERE source_key IN (SELECT value FROM json_each(?))',
    )
    .bind(JSON.stringify(keys))
    .all<Known>()
  const known = new Map(results.map((row) => [row.source_key, row]))
  const seen = new Set<string>()
  const outcomes: ImportOutcome[] = []
  for (const [index, result] of parsed.entries()) {
    const source = sourceOf(records[index])
    if (!result.success) {
      outcomes.push({ index, source, outcome: 'refused', reasons: reasonsOf(kind, index, result.issues) })
      continue
    }
    const key = `${kind}/${result.output.slug}`
    if (seen.has(key)) {
      outcomes.push({ index, source, outcome: 'refused', reasons: [{ path: `${kind}[${index}].id`, reason: 'stands twice in the file' }] })
      continue
    }
    seen.add(key)
    const outcome = await keep(db, key, result.output, records[index], known.get(key), now + index)
    const reasons =
      outcome === 'refused'
        ? [{ path: `${kind}[${index}]`, reason: 'could not be written: its address belongs to another record, or somebody changed it meanwhile' }]
        : []
    outcomes.push({ index, source, outcome, reasons })
  }
  return outcomes
}
