import { CONTENT_KINDS, MEMBER_KINDS, type ContentKind, type ImportOutcome, type MemberKind } from '@stem/contracts/import'
import { fingerprint } from '@stem/jobs/ids'
import { sameText } from '@stem/jobs/tokens'
import { problem } from '@stem/web/problem'
import * as v from 'valibot'
import type { Env } from '../env.ts'

const MOST = 200
const sourceSchema = v.strictObject({
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal')),
  retrievedOn: v.pipe(v.string(), v.isoDate('must be a day like 2026-11-24')),
  licence: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(300))),
})
const batchSchema = v.strictObject({
  kind: v.picklist([...CONTENT_KINDS, ...MEMBER_KINDS]),
  records: v.pipe(v.array(v.unknown()), v.maxLength(MOST)),
  source: v.exactOptional(sourceSchema),
  dryRun: v.exactOptional(v.boolean()),
})

const isMemberKind = (kind: ContentKind | MemberKind): kind is MemberKind => (MEMBER_KINDS as readonly string[]).includes(kind)

/** Whether a request carries the token of imports. Without a configured hash nothing does. */
export async function mayImport(request: Request, env: Env): Promise<boolean> {
  const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.get('authorization') ?? '')?.[1]
  return token !== undefined && env.IMPORT_TOKEN_HASH !== undefined && sameText(await fingerprint(token), env.IMPORT_TOKEN_HASH)
}

/** Passes a batch of records to the service that owns their kind, and answers what became of each. */
export async function importBatch(text: string, env: Env, requestId: string, now: number): Promise<Response> {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return problem(400, 'bad_json', 'The body is not JSON.', requestId)
  }
  const batch = v.safeParse(batchSchema, data)
  if (!batch.success) {
    const faults = batch.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', reason: issue.message }))
    return problem(422, 'bad_batch', `A batch names a kind and holds at most ${MOST} records.`, requestId, faults)
  }
  const { kind, records, ...options } = batch.output
  if (isMemberKind(kind) && options.dryRun) return problem(422, 'no_dry_run', 'Organisations have no dry run.', requestId)
  const outcomes: ImportOutcome[] = isMemberKind(kind)
    ? await env.MEMBERS.importRecords(kind, records, now)
    : await env.CONTENT.importRecords(kind, records, now, options)
  return Response.json({ outcomes }, { headers: { 'cache-control': 'no-store' } })
}
