import type { Principal } from '@stem/contracts/context'
import { fail, type Result } from '@stem/web/result'
import { profileIn } from '../register/load-organisation.ts'
import type { Organisation } from '../register/save-organisation.ts'
import { openDraft, saveDraft } from './edit-draft.ts'
import type { Profile } from './profile.ts'

type Deps = { db: D1Database }

/** A published state of an organisation. `who`: a name, or who or what else wrote it. */
export type Revision = { version: number; at: number; who: string; profile: Profile }

/** What was published, the newest first. */
export async function historyOf({ db }: Deps, organisationId: string): Promise<Revision[]> {
  const { results } = await db
    .prepare(
      `SELECT r.version, r.at, coalesce(p.name, CASE WHEN r.who LIKE 'per_%' THEN '' ELSE r.who END) AS who, r.snapshot FROM organisation_revisions r
       LEFT JOIN persons p ON p.id = r.who WHERE r.organisation_id = ? AND r.snapshot <> '{}' ORDER BY r.version DESC LIMIT 50`,
    )
    .bind(organisationId)
    .all<{ version: number; at: number; who: string; snapshot: string }>()
  return results.map(({ snapshot, ...row }) => {
    const kept = JSON.parse(snapshot) as Organisation
    return { ...row, profile: profileIn({ ...kept, profile: kept.profile ?? null }) }
  })
}

/** Makes a former state the draft; publishing it goes the usual way. */
export async function restoreRevision(
  { db }: Deps,
  who: Principal,
  organisationId: string,
  version: number,
  now: number,
): Promise<Result<null, 'unknown' | 'stale'>> {
  const open = await openDraft({ db }, who, organisationId)
  const wanted = open && (await historyOf({ db }, organisationId)).find((revision) => revision.version === version)
  if (!open || !wanted) return fail('unknown')
  return saveDraft({ db }, who, open.organisation, { content: wanted.profile, version: open.draft.version, submit: false }, now)
}
