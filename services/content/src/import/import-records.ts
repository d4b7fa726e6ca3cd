import type { ContentKind, ImportOptions, ImportOutcome } from '@stem/contracts/import'
import { fingerprint, newId } from '@stem/jobs/ids'
import * as v from 'valibot'
import { linkDossiers } from '../dossiers/link-dossiers.ts'
import { linkOutputs } from '../events/link-outputs.ts'
import { ITEM_OF, type ItemDraft } from '../model/item-of-record.ts'
import { saveItem, type Item } from '../publish/save-item.ts'
import { importIndicators } from './import-indicators.ts'

const MOST_RECORDS = 400
const TOGETHER = 10
const IMPORTER = 'import'

/** What is wrong with a record, by path: `practices[3].country`. */
export const reasonsOf = (kind: string, index: number, issues: readonly v.BaseIssue<unknown>[]): ImportOutcome['reasons'] =>
  issues.map((issue) => {
    const path = v.getDotPath(issue)
    return { path: `${kind}[${index}]${path === null ? '' : `.${path}`}`, reason: issue.expected === 'never' ? 'is not a known field' : issue.message }
  })

/** The id a record claims, readable or not. */
export const sourceOf = (record: unknown): string | null =>
  typeof record === 'object' && record !== null && 'id' in record && typeof record.id === 'string' ? record.id.slice(0, 120) : null

type Known = {
  id: string
  source_key: string
  fingerprint: string | null
  version: number
  created_at: number
  published_from: number
  state: string
  by_hand: number
}
type Job = { outcome: ImportOutcome; statements: D1PreparedStatement[] }

async function jobFor(
  db: D1Database,
  kind: ContentKind,
  record: unknown,
  draft: ItemDraft,
  index: number,
  known: Known | undefined,
  now: number,
): Promise<Job> {
  const print = await fingerprint(JSON.stringify(record))
  const source = sourceOf(record)
  if (known && (known.fingerprint === print || known.state === 'withdrawn' || known.by_hand === 1))
    return { outcome: { index, source, outcome: 'unchanged', reasons: [] }, statements: [] }
  const { title, summary, ...rest } = draft
  const item: Item = {
    ...rest,
    id: known?.id ?? newId('itm', now + index),
    sourceKey: `${kind}/${draft.slug}`,
    visibility: 'public',
    state: 'published',
    publishedFrom: known?.published_from ?? now,
    publishedUntil: null,
    originalLocale: 'en',
    texts: [{ locale: 'en', title, summary, body: '[]' }],
    fingerprint: print,
    version: (known?.version ?? 0) + 1,
    createdAt: known?.created_at ?? now,
  }
  return {
    outcome: { index, source, outcome: known ? 'updated' : 'created', reasons: [] },
    statements: saveItem(db, item, IMPORTER, now),
  }
}

async function write(db: D1Database, jobs: Job[]): Promise<void> {
  for (let start = 0; start < jobs.length; start += TOGETHER) {
    const group = jobs.slice(start, start + TOGETHER)
    try {
      await db.batch(group.flatMap(({ statements }) => statements))
    } catch {
      for (const { outcome, statements } of group) {
        try {
          await db.batch(statements)
        } catch {
          outcome.outcome = 'refused'
          outcome.reasons = [
            { path: `[${outcome.index}]`, reason: 'could not be written: its address belongs to another record, or somebody changed it meanwhile' },
          ]
        }
      }
    }
  }
}

/**
 * Imports records of one kind. Each is checked by itself; a bad one is reported by path and reason and changes nothing,
 * the others are written, each whole or not at all. The same records again change nothing; what was withdrawn stays withdrawn, and an
 * instrument that somebody worked on stays as they left it. `dryRun` tells the same outcomes and writes nothing.
 */
export async function importRecords(
  deps: { db: D1Database },
  kind: ContentKind,
  records: unknown[],
  now: number,
  options: ImportOptions = {},
): Promise<ImportOutcome[]> {
  if (records.length > MOST_RECORDS) throw new RangeError(`At most ${MOST_RECORDS} records at once`)
  if (kind === 'indicators') return importIndicators(deps, records, now, options)
  const { db } = deps
  const parsed = records.map((record) => v.safeParse(ITEM_OF[kind], record))
  const keys = parsed.flatMap((result) => (result.success ? [`${kind}/${result.output.slug}`] : []))
  const { results } = await db
    .prepare(
      `SELECT id, source_key, fingerprint, version, created_at, published_from, state,
         EXISTS (SELECT 1 FROM instruments n WHERE n.item_id = items.id AND n.edited_by <> '${IMPORTER}') AS by_hand
       FROM items WHERE source_key IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify(keys))
    .all<Known>()
  const known = new Map(results.map((row) => [row.source_key, row]))
  const seen = new Set<string>()
  const jobs: Job[] = []
  for (const [index, result] of parsed.entries()) {
    const source = sourceOf(records[index])
    if (!result.success) {
      jobs.push({ outcome: { index, source, outcome: 'refused', reasons: reasonsOf(kind, index, result.issues) }, statements: [] })
    } else if (seen.has(result.output.slug)) {
      jobs.push({
        outcome: { index, source, outcome: 'refused', reasons: [{ path: `${kind}[${index}].id`, reason: 'stands twice in the file' }] },
        statements: [],
      })
    } else {
      seen.add(result.output.slug)
      jobs.push(await jobFor(db, kind, records[index], result.output, index, known.get(`${kind}/${result.output.slug}`), now))
    }
  }
  if (!options.dryRun) {
    await write(
      db,
      jobs.filter(({ statements }) => statements.length > 0),
    )
    if (kind === 'events' || kind === 'publications') await linkOutputs(deps)
    await linkDossiers(deps)
  }
  return jobs.map(({ outcome }) => outcome)
}
